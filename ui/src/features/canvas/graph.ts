import type { JourneyStep, OutputRole } from '@/host';
import { STAGES } from '@/journey-words';

/** A step that is drawn as a card. */
export interface Card {
  readonly step: JourneyStep;
  /** From 0. */
  readonly lane: number;
}

/** A line from a card to another one; waits on the way are pills on it. */
export interface Link {
  readonly id: string;
  /** Keys of the cards. */
  readonly from: string;
  readonly to: string;
  readonly output: string;
  readonly role: OutputRole;
  readonly waits: readonly JourneyStep[];
}

export interface Graph {
  /** In the order people come to them. */
  readonly cards: readonly Card[];
  readonly links: readonly Link[];
  readonly byKey: ReadonlyMap<string, JourneyStep>;
  /** Steps that are drawn as cards, by key. */
  readonly cardOf: ReadonlyMap<string, Card>;
  /** Lines that leave a card, by its key. */
  readonly after: ReadonlyMap<string, readonly Link[]>;
  /** Keys of cards in the order people come to them. */
  readonly order: readonly string[];
  /** Keys of waits that are drawn on a line. */
  readonly pills: ReadonlySet<string>;
  /** Keys of ends: a way to one is said at the way, and draws no line. */
  readonly ends: ReadonlySet<string>;
}

/** The way of a wait that goes on. */
function onward(step: JourneyStep): string | null {
  return step.ways[0]?.to ?? null;
}

/** Waits that are drawn on a line: one way in, one way out that leads somewhere. */
function pillsOf(steps: readonly JourneyStep[], byKey: ReadonlyMap<string, JourneyStep>): Set<string> {
  const into = new Map<string, number>();
  for (const way of steps.flatMap((step) => step.ways))
    if (way.to !== null) into.set(way.to, (into.get(way.to) ?? 0) + 1);
  const pills = steps.filter(
    (step) =>
      (step.kind === 'wait' || step.kind === 'wait_until') &&
      !step.sealed &&
      into.get(step.key) === 1 &&
      onward(step) !== null,
  );
  const found = new Set(pills.map((step) => step.key));
  // Waits that only lead to each other have no card to stand between.
  for (const key of found) {
    const seen = new Set<string>();
    let at: string | null = key;
    while (at !== null && found.has(at) && !seen.has(at)) {
      seen.add(at);
      const step = byKey.get(at);
      at = step === undefined ? null : onward(step);
    }
    if (at === null || found.has(at)) for (const lost of seen) found.delete(lost);
  }
  return found;
}

/** Whether a way can lead to a step. */
export function canBeLedTo({ role }: JourneyStep): boolean {
  return role !== 'trigger' && role !== 'note';
}

/** Where a way comes to, past the waits that are drawn on it. */
export function onWay(
  { byKey, pills }: Pick<Graph, 'byKey' | 'pills'>,
  first: string | null,
): { to: string | null; waits: JourneyStep[] } {
  const waits: JourneyStep[] = [];
  let to = first;
  while (to !== null && pills.has(to)) {
    const wait = byKey.get(to);
    if (wait === undefined) break;
    waits.push(wait);
    to = onward(wait);
  }
  return { to, waits };
}

/** Cards and lines of a journey. */
export function graphOf(steps: readonly JourneyStep[]): Graph {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const pills = pillsOf(steps, byKey);
  const ends = new Set(steps.filter(({ kind, off }) => kind === 'end' && !off).map(({ key }) => key));
  const led = new Set(steps.flatMap((step) => step.ways.map(({ to }) => to)));
  // One that nothing leads to yet is there to be connected.
  const isHidden = (key: string) => pills.has(key) || (ends.has(key) && led.has(key));
  const shown = steps.filter((step) => !isHidden(step.key));
  const links: Link[] = [];
  for (const step of shown) {
    for (const way of step.ways) {
      const { to, waits } = onWay({ byKey, pills }, way.to);
      if (to !== null && !ends.has(to))
        links.push({
          id: `${step.key}>${way.output}`,
          from: step.key,
          to,
          output: way.output,
          role: way.role,
          waits,
        });
    }
  }
  const after = new Map<string, Link[]>();
  for (const link of links) {
    const known = after.get(link.from);
    if (known === undefined) after.set(link.from, [link]);
    else known.push(link);
  }
  const order = storyOrder(shown, after);
  const cards = lanesOf(shown, links, order);
  const cardOf = new Map(cards.map((card) => [card.step.key, card]));
  return { cards, links, byKey, cardOf, after, order, pills, ends };
}

/** Starts first, then what comes after them, nearest first; what nobody comes to last. */
function storyOrder(shown: readonly JourneyStep[], after: ReadonlyMap<string, readonly Link[]>): string[] {
  const seen = new Set<string>();
  const walk = (first: readonly string[]): void => {
    let line = [...first];
    while (line.length > 0) {
      const next: string[] = [];
      for (const key of line) {
        if (seen.has(key)) continue;
        seen.add(key);
        next.push(...(after.get(key)?.map((link) => link.to) ?? []));
      }
      line = next;
    }
  };
  walk(shown.filter((step) => step.role === 'trigger').map((step) => step.key));
  for (const step of shown) if (!seen.has(step.key)) walk([step.key]);
  return [...seen];
}

/** A step without a stage stands in the lane of what leads to it, else in the first one. */
function lanesOf(shown: readonly JourneyStep[], links: readonly Link[], order: readonly string[]): Card[] {
  const byKey = new Map(shown.map((step) => [step.key, step]));
  const lanes = new Map<string, number>();
  const before = new Map<string, string>();
  for (const link of links) if (!before.has(link.to)) before.set(link.to, link.from);
  for (const key of order) {
    const stage = byKey.get(key)?.stage ?? null;
    lanes.set(key, stage === null ? (lanes.get(before.get(key) ?? '') ?? 0) : STAGES.indexOf(stage));
  }
  return order.flatMap((key) => {
    const step = byKey.get(key);
    return step === undefined ? [] : [{ step, lane: lanes.get(key) ?? 0 }];
  });
}
