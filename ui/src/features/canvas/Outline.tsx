import { useMemo } from 'react';
import { Button as AriaButton, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { useJourney, useJourneySession } from '@/document';
import { t } from '@/i18n';
import { kindIcon, kindName, STAGES, StageMark, stepName, tells, wayWords } from '@/journey-words';
import { Icon, isTyping, SeverityTag } from '@/kit';
import { graphOf } from './graph';
import { worstFindings } from './nodes';
import styles from './outline.module.css';

interface Line {
  id: string;
  words: string;
  second: string;
  icon: ReturnType<typeof kindIcon> | null;
  /** The step it is, or leads to. */
  key: string | null;
  lines: Line[];
  stage: (typeof STAGES)[number] | null;
  severity: 'blocked' | 'risky' | null;
}

/** The same journey as a tree: stage, step, where it leads. */
export function Outline({ onOpen }: { onOpen(): void }) {
  const session = useJourneySession();
  const journey = useJourney((state) => state.journey);
  const selection = useJourney((state) => state.selection);
  const lines = useMemo(() => linesOf(journey), [journey]);
  const keyOf = (id: string): string | null => (id.startsWith('step ') ? id.slice(5) : null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Delete works on the rows inside.
    <div
      className={styles.outline}
      onKeyDown={(event) => {
        if ((event.key !== 'Delete' && event.key !== 'Backspace') || isTyping(event.target)) return;
        const steps = journey.steps.filter((step) => selection.includes(step.key)).map(({ id }) => id);
        if (steps.length > 0) void session.dispatch({ type: 'DeleteSteps', steps, heal: true });
      }}
    >
      <Tree
        aria-label={t('canvas.outline')}
        className={styles.tree}
        items={lines}
        selectionMode="multiple"
        selectionBehavior="replace"
        defaultExpandedKeys={STAGES.map((stage) => `stage ${stage}`)}
        selectedKeys={selection.map((key) => `step ${key}`)}
        onSelectionChange={(keys) => {
          const all = keys === 'all' ? journey.steps.map(({ key }) => `step ${key}`) : [...keys].map(String);
          session.select(all.map(keyOf).filter((key) => key !== null));
        }}
        onAction={(id) => {
          const key = keyOf(String(id)) ?? String(id).split(' > ')[1] ?? null;
          if (key === null || !journey.steps.some((step) => step.key === key)) return;
          session.select([key]);
          onOpen();
        }}
      >
        {(line) => <Row line={line} />}
      </Tree>
    </div>
  );
}

function Row({ line }: { line: Line }) {
  return (
    <TreeItem id={line.id} textValue={line.words} className={styles.row}>
      <TreeItemContent>
        {({ hasChildItems }) => (
          <>
            {hasChildItems ? (
              <AriaButton slot="chevron" className={styles.fold} aria-label={t('canvas.fold')}>
                <Icon name="chevronEnd" size={14} />
              </AriaButton>
            ) : (
              <span className={styles.noFold} />
            )}
            {line.stage !== null && <StageMark stage={line.stage} />}
            {line.icon !== null && <Icon name={line.icon} size={14} />}
            <span className={styles.words} dir="auto">
              {line.words}
            </span>
            {line.severity !== null && <SeverityTag severity={line.severity} />}
            <span className={styles.second} dir="auto">
              {line.second}
            </span>
          </>
        )}
      </TreeItemContent>
      <Collection items={line.lines}>{(child) => <Row line={child} />}</Collection>
    </TreeItem>
  );
}

function linesOf(journey: Parameters<typeof worstFindings>[0]): Line[] {
  const graph = graphOf(journey.steps);
  const findings = worstFindings(journey);
  return STAGES.map((stage, lane) => {
    const cards = graph.cards.filter((card) => card.lane === lane);
    const order = [...cards].sort(
      (a, b) => graph.order.indexOf(a.step.key) - graph.order.indexOf(b.step.key),
    );
    return {
      id: `stage ${stage}`,
      words: t(`gallery.${stage}`),
      second: t('canvas.steps', { count: cards.length }),
      icon: null,
      key: null,
      stage,
      severity: null,
      lines: order.map(({ step }) => {
        const severity = findings.get(step.index)?.severity;
        return {
          id: `step ${step.key}`,
          words: stepName(step),
          second: [kindName(step.kind), tells(step)].filter((part) => part !== '').join(' · '),
          icon: kindIcon(step.kind),
          key: step.key,
          stage: null,
          severity: severity === 'blocked' || severity === 'risky' ? severity : null,
          lines: (graph.after.get(step.key) ?? []).map((link) => {
            const way = step.ways.find(({ output }) => output === link.output);
            const to = graph.byKey.get(link.to);
            const waits = link.waits.map(tells).join(', ');
            return {
              id: `${step.key} ${link.output} > ${link.to}`,
              words: t('canvas.outlineWay', {
                way: way === undefined ? '' : wayWords(step, way),
                to: to === undefined ? link.to : stepName(to),
              }),
              second: waits,
              icon: 'next' as const,
              key: link.to,
              stage: null,
              severity: null,
              lines: [],
            };
          }),
        };
      }),
    };
  });
}
