import { GAP, GAP_PILL, TOP } from './geometry';
import type { Card, Graph } from './graph';
import { guessedHeight } from './guess';

/**
 * Where each card stands from the top, by key: where its owner put it, else beside what leads to it, in the first free
 * spot of its lane.
 */
export function layout(graph: Graph, heightOf: (key: string) => number): Map<string, number> {
  const cards = new Map(graph.cards.map((card) => [card.step.key, card]));
  const places = new Map<string, number>();
  /** Taken stretches of each lane, from the top. */
  const taken: { from: number; to: number }[][] = [[], [], [], [], []];
  const take = (lane: number, from: number, to: number): void => {
    taken[lane]?.push({ from, to });
    taken[lane]?.sort((a, b) => a.from - b.from);
  };
  for (const { step, lane } of graph.cards) {
    if (step.position === null) continue;
    places.set(step.key, step.position.y);
    take(lane, step.position.y, step.position.y + heightOf(step.key));
  }
  const free = (lane: number, wanted: number, height: number, gap: number): number => {
    let y = wanted;
    for (const { from, to } of taken[lane] ?? []) if (y < to + gap && y + height + GAP > from) y = to + gap;
    return y;
  };
  const before = new Map<string, { from: string; gap: number }>();
  for (const link of graph.links)
    if (!before.has(link.to))
      before.set(link.to, { from: link.from, gap: link.waits.length > 0 ? GAP_PILL : GAP });
  for (const key of graph.order) {
    const card = cards.get(key);
    if (card === undefined || places.has(key)) continue;
    const leading = before.get(key);
    const from = leading === undefined ? undefined : cards.get(leading.from);
    const at = leading === undefined ? undefined : places.get(leading.from);
    let wanted = TOP;
    let gap = GAP;
    if (leading !== undefined && from !== undefined && at !== undefined) {
      // Below in the same lane; beside it in another one.
      wanted = from.lane === card.lane ? at + heightOf(leading.from) + leading.gap : at;
      gap = leading.gap;
    }
    const y = free(card.lane, wanted, heightOf(key), gap);
    places.set(key, y);
    take(card.lane, y, y + heightOf(key));
  }
  return places;
}

/** A step that is gone, with what led to it. */
export interface Ghost extends Card {
  readonly from: string | null;
}

/**
 * Where steps that are gone stood: where their owner had put them, else beside what led to them, in the first spot of their
 * lane that no other card has. The others stay where they are.
 */
export function ghostPlaces(
  ghosts: readonly Ghost[],
  graph: Graph,
  places: ReadonlyMap<string, number>,
  heightOf: (key: string) => number,
): Map<string, number> {
  const found = new Map<string, number>();
  if (ghosts.length === 0) return found;
  const taken = graph.cards.map(({ step, lane }) => {
    const from = places.get(step.key) ?? 0;
    return { lane, from, to: from + heightOf(step.key) };
  });
  const lanes = new Map([...graph.cards, ...ghosts].map((card) => [card.step.key, card.lane]));
  const beside = (from: string | null, lane: number): number => {
    const at = from === null ? undefined : (places.get(from) ?? found.get(from));
    if (from === null || at === undefined) return TOP;
    return lanes.get(from) === lane ? at + heightOf(from) + GAP : at;
  };
  for (const { step, lane, from } of ghosts) {
    const height = guessedHeight(step);
    let y = step.position?.y ?? beside(from, lane);
    for (const other of taken.filter((card) => card.lane === lane).sort((a, b) => a.from - b.from))
      if (y < other.to + GAP && y + height + GAP > other.from) y = other.to + GAP;
    found.set(step.key, y);
    taken.push({ lane, from: y, to: y + height });
  }
  return found;
}
