import type { JourneySnapshot, JourneyStep, Stage } from '@/host';
import { t } from '@/i18n';
import { kindIcon, kindName, STAGES, stepName, tells, wayWords } from '@/journey-words';
import { graphOf, onWay } from './graph';
import { worstFindings } from './nodes';

/** A row of the outline. */
export interface Line {
  id: string;
  words: string;
  second: string;
  icon: ReturnType<typeof kindIcon> | null;
  /** The step it is, or leads to. */
  key: string | null;
  lines: Line[];
  stage: Stage | null;
  severity: 'blocked' | 'risky' | null;
}

/** The rows of a journey. Steps that have no card stand below the way that comes to them: waits, and ends once. */
export function linesOf(journey: JourneySnapshot): Line[] {
  const graph = graphOf(journey.steps);
  const findings = worstFindings(journey);
  const told = new Set<string>();

  function stepLine(step: JourneyStep, lines: Line[]): Line {
    const severity = findings.get(step.index)?.severity;
    return {
      id: `step ${step.key}`,
      words: stepName(step),
      second: [kindName(step.kind), tells(step)].filter((part) => part !== '').join(' · '),
      icon: kindIcon(step.kind),
      key: step.key,
      stage: null,
      severity: severity === 'blocked' || severity === 'risky' ? severity : null,
      lines,
    };
  }

  function wayLine(step: JourneyStep, way: JourneyStep['ways'][number]): Line[] {
    const { to, waits } = onWay(graph, way.to);
    if (to === null) return [];
    const target = graph.byKey.get(to);
    const below = [...waits];
    if (target !== undefined && !graph.cardOf.has(to) && !told.has(to)) {
      told.add(to);
      below.push(target);
    }
    return [
      {
        id: `${step.key} ${way.output} > ${to}`,
        words: t('canvas.outlineWay', {
          way: wayWords(step, way),
          to: target === undefined ? to : stepName(target),
        }),
        second: waits.map(tells).join(', '),
        icon: 'next',
        key: to,
        stage: null,
        severity: null,
        lines: below.map((known) => stepLine(known, [])),
      },
    ];
  }

  return STAGES.map((stage, lane) => {
    const cards = graph.cards.filter((card) => card.lane === lane);
    return {
      id: `stage ${stage}`,
      words: t(`gallery.${stage}`),
      second: t('canvas.steps', { count: cards.length }),
      icon: null,
      key: null,
      stage,
      severity: null,
      lines: cards.map(({ step }) =>
        stepLine(
          step,
          step.ways.flatMap((way) => wayLine(step, way)),
        ),
      ),
    };
  });
}
