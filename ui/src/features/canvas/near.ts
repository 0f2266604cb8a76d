import { around, type Box, isWithin, touches } from '@/graph-view';
import type { Card, Graph, Link } from './graph';

/**
 * The part of the canvas that the drawing library is given: what the view shows and half a view around it. It stays as
 * it is while the view moves within it, so that most steps of a movement change nothing.
 */
export function regionAround(before: Box | null, view: Box): Box {
  if (before !== null && isWithin(view, before) && before.width <= view.width * 4) return before;
  return {
    x: view.x - view.width / 2,
    y: view.y - view.height / 2,
    width: view.width * 2,
    height: view.height * 2,
  };
}

/** Cards and lines of a region: every line that crosses it, and the cards these lines join. */
export function near(
  graph: Graph,
  boxOf: (key: string) => Box | undefined,
  region: Box,
  kept: ReadonlySet<string>,
): { cards: readonly Card[]; links: readonly Link[] } {
  const boxes = new Map<string, Box>();
  const found = new Set<string>(kept);
  for (const { step } of graph.cards) {
    const box = boxOf(step.key);
    if (box === undefined) continue;
    boxes.set(step.key, box);
    if (touches(box, region)) found.add(step.key);
  }
  const links = graph.links.filter(({ from, to }) => {
    if (found.has(from) || found.has(to)) return true;
    const [a, b] = [boxes.get(from), boxes.get(to)];
    const both = a === undefined || b === undefined ? null : around([a, b]);
    return both !== null && touches(both, region);
  });
  for (const { from, to } of links) found.add(from).add(to);
  return { cards: graph.cards.filter(({ step }) => found.has(step.key)), links };
}
