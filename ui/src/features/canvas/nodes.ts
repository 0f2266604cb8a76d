import type { Edge, Node } from '@xyflow/react';
import type { Point } from '@/graph-view';
import type { Diagnostic, JourneySnapshot, Stage } from '@/host';
import { t } from '@/i18n';
import { kindName, STAGES, stepName, wayWords } from '@/journey-words';
import { CARD, laneX } from './geometry';
import type { Card, Graph, Link } from './graph';
import type { Group } from './groups';
import { guessedPorts } from './guess';
import { isLarge, type Laid } from './useLaid';

/** How a run has lit a card: people have been there, are there, or come next. */
export type Light = 'been' | 'here';

/** How a card differs from what is live. */
export type Mark = 'added' | 'changed' | 'removed';

export interface StepData extends Record<string, unknown> {
  readonly step: Card['step'];
  readonly stage: Stage;
  readonly selected: boolean;
  /** The worst of what stands to be said about it. */
  readonly finding: Diagnostic | null;
  readonly light: Light | null;
  /** None where nothing is compared, or nothing differs. */
  readonly mark: Mark | null;
  /** Outputs that lead to the end, joined by spaces. */
  readonly ends: string;
  /** Ports that a line leaves or reaches, joined by spaces. */
  readonly ports: string;
  readonly rtl: boolean;
}
export type StepNode = Node<StepData, 'step'>;

export interface LinkData extends Record<string, unknown> {
  readonly link: Link;
  readonly isActive: boolean;
  readonly isLit: boolean;
}
export type LinkEdge = Edge<LinkData, 'way'>;

const WORST = { blocked: 0, risky: 1, advice: 2 } as const;

/** The worst finding of each step, by its place in the text. */
export function worstFindings(
  journey: JourneySnapshot,
  groups: readonly Group[] = [],
): Map<number, Diagnostic> {
  const worst = new Map<number, Diagnostic>();
  for (const finding of journey.diagnostics) {
    const index = /^\/nodes\/(\d+)/u.exec(finding.place.pointer)?.[1];
    if (index === undefined) continue;
    const known = worst.get(Number(index));
    if (known === undefined || WORST[finding.severity] < WORST[known.severity])
      worst.set(Number(index), finding);
  }
  // A folded group says the worst of its steps.
  for (const [place, group] of groups.filter(({ isFolded }) => isFolded).entries()) {
    const members = journey.steps.filter(({ key }) => group.members.includes(key));
    const found = members.flatMap(({ index }) => worst.get(index) ?? []);
    const [first] = found.sort((a, b) => WORST[a.severity] - WORST[b.severity]);
    if (first !== undefined) worst.set(-1 - place, first);
  }
  return worst;
}

/** What a screen reader says of a card: what it is, what is wrong, where it leads. */
export function cardLabel(card: Card, finding: Diagnostic | null, graph: Graph, mark: Mark | null): string {
  const { step } = card;
  const stage = STAGES[card.lane];
  const name = t('canvas.card', {
    name: stepName(step),
    kind: kindName(step.kind),
    stage: stage === undefined ? '' : t(`gallery.${stage}`),
  });
  const wrong =
    finding === null || finding.severity === 'advice'
      ? ''
      : t(finding.severity === 'blocked' ? 'canvas.cardBlocked' : 'canvas.cardRisky', {
          headline: finding.headline,
        });
  const ways = graph.after.get(step.key) ?? [];
  const leads = ways.map((link) => {
    const to = graph.byKey.get(link.to);
    const way = step.ways.find((known) => known.output === link.output);
    return t('canvas.cardLeads', {
      way: way === undefined ? '' : wayWords(step, way),
      to: to === undefined ? link.to : stepName(to),
    });
  });
  const differs = mark === null ? '' : t(`canvas.mark.${mark}`);
  return [name, differs, wrong, ...leads].filter((part) => part !== '').join(', ');
}

/** What cards show besides their steps. */
export interface Shown {
  /** By the index of a step. */
  readonly findings: ReadonlyMap<number, Diagnostic>;
  readonly selected: ReadonlySet<string>;
  readonly lights: ReadonlyMap<string, Light>;
  readonly marks: ReadonlyMap<string, Mark>;
  /** Ports that lines use. */
  readonly ports: ReadonlyMap<string, string>;
}

/**
 * Nodes of these cards for the editor; those that are equal to the ones before are the same objects. Those that come
 * into a large journey's view carry a guess of their size and ports: without one the editor would draw each of them
 * once, wherever it is, to measure it.
 */
export function nodesOf(
  before: ReadonlyMap<string, StepNode>,
  cards: readonly Card[],
  laid: Laid,
  { findings, selected, lights, marks, ports }: Shown,
): StepNode[] {
  const { graph, places, rtl } = laid;
  const guesses = isLarge(laid);
  return cards.map((card) => {
    const { step, lane } = card;
    const data: StepData = {
      step,
      stage: STAGES[lane] ?? 'awareness',
      selected: selected.has(step.key),
      finding: findings.get(step.index) ?? null,
      light: lights.get(step.key) ?? null,
      mark: marks.get(step.key) ?? null,
      ends: endsOf(step, graph),
      ports: ports.get(step.key) ?? '',
      rtl,
    };
    const position: Point = { x: laneX(lane, rtl), y: places.get(step.key) ?? 0 };
    const known = before.get(step.key);
    const ariaLabel = cardLabel(card, data.finding, graph, data.mark);
    if (
      known !== undefined &&
      known.position.x === position.x &&
      known.position.y === position.y &&
      known.ariaLabel === ariaLabel &&
      (Object.keys(data) as (keyof StepData)[]).every((key) => known.data[key] === data[key])
    )
      return known;
    const height = known === undefined && guesses ? laid.heightOf(step.key) : null;
    return {
      ...known,
      // Half a px: what is measured is whole, so the first measure always counts as a change.
      ...(height !== null && {
        measured: { width: CARD, height: height + 0.5 },
        handles: guessedPorts(step, height, rtl),
      }),
      id: step.key,
      type: 'step',
      position,
      data,
      selected: data.selected,
      width: CARD,
      ariaLabel,
      focusable: true,
    };
  });
}

/** Cards of steps that are gone, where they stood: to be looked at, not to be touched. */
export function ghostsOf(before: ReadonlyMap<string, StepNode>, { gone, spots, rtl }: Laid): StepNode[] {
  return gone.map(({ step, lane }) => ({
    ...before.get(step.key),
    id: step.key,
    type: 'step',
    position: { x: laneX(lane, rtl), y: spots.get(step.key) ?? 0 },
    width: CARD,
    selectable: false,
    draggable: false,
    connectable: false,
    focusable: false,
    ariaLabel: t('canvas.ghost', { name: stepName(step), kind: kindName(step.kind) }),
    data: {
      step,
      stage: STAGES[lane] ?? 'awareness',
      selected: false,
      finding: null,
      light: null,
      mark: 'removed',
      ends: '',
      ports: '',
      rtl,
    },
  }));
}

/** Outputs of a step that lead to the end, perhaps after a wait. */
function endsOf(step: Card['step'], graph: Graph): string {
  const links = new Set(graph.after.get(step.key)?.map(({ output }) => output));
  const ways = step.ways.filter(({ to, output }) => to !== null && !links.has(output));
  return ways.map(({ output }) => output).join(' ');
}

/** Ports of each card that lines use, by the card's key. */
export function usedPorts(edges: readonly LinkEdge[]): Map<string, string> {
  const used = new Map<string, Set<string>>();
  const use = (key: string, port: string | null | undefined) => {
    const known = used.get(key) ?? new Set();
    used.set(key, known.add(port ?? ''));
  };
  for (const edge of edges) {
    use(edge.source, edge.sourceHandle);
    use(edge.target, edge.targetHandle);
  }
  return new Map([...used].map(([key, ports]) => [key, [...ports].sort().join(' ')]));
}

/** The card below each card in its lane. */
export function cardsBelow({ cards }: Graph, places: ReadonlyMap<string, number>): Map<string, string> {
  const y = ({ step }: Card) => places.get(step.key) ?? 0;
  const sorted = [...cards].sort((a, b) => a.lane - b.lane || y(a) - y(b));
  const below = new Map<string, string>();
  sorted.forEach((card, place) => {
    const above = sorted[place - 1];
    if (above?.lane === card.lane) below.set(above.step.key, card.step.key);
  });
  return below;
}

/** Where a line leaves and arrives: at the foot where it goes to the card below, else at the side, past those between. */
function portsOf(link: Link, cards: Graph['cardOf'], below: ReadonlyMap<string, string>) {
  const [from, to] = [cards.get(link.from)?.lane ?? 0, cards.get(link.to)?.lane ?? 0];
  const isMain = link.role === 'next';
  if (isMain && below.get(link.from) === link.to)
    return { sourceHandle: `${link.output}|b`, targetHandle: 'in-top' };
  const targetHandle = to > from ? 'in-start' : 'in-end';
  return { sourceHandle: `${link.output}|e`, targetHandle };
}

export function edgesOf(
  before: ReadonlyMap<string, LinkEdge>,
  links: readonly Link[],
  { cardOf }: Graph,
  below: ReadonlyMap<string, string>,
  selected: ReadonlySet<string>,
  active: string | null,
  lit: ReadonlySet<string>,
): LinkEdge[] {
  return links.map((link) => {
    const ports = portsOf(link, cardOf, below);
    const data: LinkData = {
      link,
      isActive: link.id === active || selected.has(link.from) || selected.has(link.to),
      isLit: lit.has(link.id),
    };
    const known = before.get(link.id);
    if (
      known !== undefined &&
      known.source === link.from &&
      known.target === link.to &&
      known.sourceHandle === ports.sourceHandle &&
      known.targetHandle === ports.targetHandle &&
      known.data !== undefined &&
      known.data.isActive === data.isActive &&
      known.data.isLit === data.isLit &&
      known.data.link.waits.length === link.waits.length &&
      known.data.link.waits.every((wait, place) => wait === link.waits[place])
    )
      return known;
    return { id: link.id, type: 'way', source: link.from, target: link.to, ...ports, data };
  });
}
