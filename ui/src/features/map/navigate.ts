/** Moving over the map by keyboard. */

import type { Point } from '@/graph-view';
import { CARD_HEIGHT, CARD_WIDTH } from './geometry';
import { type Graph, storyOrder } from './graph';

/** The way an arrow key points on the screen. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The card an arrow key leads to: a joined card that lies that way, else the nearest that does.
 * `places` are the drawn ones; `null` when nothing lies that way.
 */
export function neighbour(
  graph: Graph,
  places: ReadonlyMap<string, Point>,
  from: string,
  direction: Direction,
): string | null {
  const start = places.get(from);
  if (start === undefined) return null;
  const joined = new Set<string>();
  for (const link of graph.links) {
    if (link.from === from && link.to !== null) joined.add(link.to);
    if (link.to === from) joined.add(link.from);
  }
  joined.delete(from);
  return (
    nearest(start, places, direction, (key) => joined.has(key)) ??
    nearest(start, places, direction, (key) => key !== from)
  );
}

function nearest(
  start: Point,
  places: ReadonlyMap<string, Point>,
  direction: Direction,
  allowed: (key: string) => boolean,
): string | null {
  let best: string | null = null;
  let bestCost = Infinity;
  for (const [key, at] of places) {
    if (!allowed(key)) continue;
    // Distances in card sizes, so that a card up and a card aside count alike.
    const dx = (at.x - start.x) / CARD_WIDTH;
    const dy = (at.y - start.y) / CARD_HEIGHT;
    const [along, across] =
      direction === 'left'
        ? [-dx, dy]
        : direction === 'right'
          ? [dx, dy]
          : direction === 'up'
            ? [-dy, dx]
            : [dy, dx];
    // Inside a quarter turn around the way the arrow points.
    if (along <= 0.05 || Math.abs(across) > along * 1.2 + 0.05) continue;
    const cost = along + 2 * Math.abs(across);
    if (cost < bestCost) {
      best = key;
      bestCost = cost;
    }
  }
  return best;
}

/** The card Tab leads to; `null` past the last or before the first, where focus leaves the map. */
export function nextInStory(graph: Graph, from: string, back: boolean): string | null {
  const order = storyOrder(graph);
  const place = order.indexOf(from);
  return place < 0 ? null : (order[place + (back ? -1 : 1)] ?? null);
}

/** Where focus goes when these cards are deleted: along the story back, else onward; `null` when none stay. */
export function neighbourAfterDelete(graph: Graph, deleted: ReadonlySet<string>): string | null {
  const order = storyOrder(graph);
  const first = order.findIndex((key) => deleted.has(key));
  if (first < 0) return null;
  for (let i = first - 1; i >= 0; i -= 1) {
    const key = order[i];
    if (key !== undefined && !deleted.has(key)) return key;
  }
  return order.find((key) => !deleted.has(key)) ?? null;
}
