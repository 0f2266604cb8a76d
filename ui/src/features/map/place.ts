/** Where cards may stand: free spots for new ones, room for dropped ones, guides while dragging. */

import { type Box, type Point, touches } from '@/graph-view';
import { CARD_HEIGHT, CARD_WIDTH, cardBox, GRID } from './geometry';

/** Cards keep at least this distance after a drop. */
const AIR = GRID;
/** Pushing stops here: a drop never reorders a whole crowded map. */
const MOST_PUSHES = 400;

/**
 * The free spot nearest to `wanted` (top left corner of the new card) that overlaps no card.
 * Searched on growing squares of the grid, so that the result stays close and on the dots.
 */
export function freeSpot(taken: readonly Point[], wanted: Point): Point {
  const boxes = taken.map(cardBox);
  const free = (at: Point) => !boxes.some((box) => touches(cardBox(at), box, AIR));
  const start = { x: Math.round(wanted.x / GRID) * GRID, y: Math.round(wanted.y / GRID) * GRID };
  if (free(start)) return start;
  // Each ring is one step wider; within `taken.length + 1` card sizes there is always room.
  const rings = Math.ceil(((taken.length + 1) * (CARD_HEIGHT + 2 * AIR)) / GRID);
  for (let ring = 1; ring <= rings; ring += 1) {
    let best: Point | null = null;
    let bestDistance = Infinity;
    for (let step = -ring; step <= ring; step += 1) {
      const candidates = [
        { x: start.x + step * GRID, y: start.y - ring * GRID },
        { x: start.x + step * GRID, y: start.y + ring * GRID },
        { x: start.x - ring * GRID, y: start.y + step * GRID },
        { x: start.x + ring * GRID, y: start.y + step * GRID },
      ];
      for (const at of candidates) {
        const distance = Math.hypot(at.x - start.x, at.y - start.y);
        if (distance < bestDistance && free(at)) {
          best = at;
          bestDistance = distance;
        }
      }
    }
    if (best !== null) return best;
  }
  return start;
}

/**
 * Makes room for cards that were just dropped: whatever they overlap moves out of the way by the shortest
 * step, and what that touches moves on. Returns only the cards that have to move.
 */
export function makeRoom(
  cards: ReadonlyMap<string, Point>,
  dropped: ReadonlySet<string>,
): Map<string, Point> {
  const at = new Map(cards);
  const moved = new Map<string, Point>();
  const queue = [...dropped];
  for (let pushes = 0; queue.length > 0 && pushes < MOST_PUSHES; pushes += 1) {
    const key = queue.shift();
    const pusher = key === undefined ? undefined : at.get(key);
    if (key === undefined || pusher === undefined) continue;
    for (const [other, place] of at) {
      if (other === key || dropped.has(other)) continue;
      const step = stepAside(cardBox(pusher), cardBox(place));
      if (step === null) continue;
      const next = { x: place.x + step.x, y: place.y + step.y };
      at.set(other, next);
      moved.set(other, next);
      queue.push(other);
    }
  }
  return moved;
}

/** How far `other` has to go so that it no longer overlaps `box`; `null` when it does not. */
function stepAside(box: Box, other: Box): Point | null {
  if (!touches(box, other)) return null;
  const right = box.x + box.width + AIR - other.x;
  const left = other.x + other.width + AIR - box.x;
  const down = box.y + box.height + AIR - other.y;
  const up = other.y + other.height + AIR - box.y;
  const least = Math.min(right, left, down, up);
  if (least === right) return { x: right, y: 0 };
  if (least === down) return { x: 0, y: down };
  if (least === left) return { x: -left, y: 0 };
  return { x: 0, y: -up };
}

/** A line shown while a card in hand stands level with others. */
export interface Guide {
  /** `x`: an upright line at that x; `y`: a level one at that y. */
  axis: 'x' | 'y';
  at: number;
  /** Where the line starts and ends on the other axis. */
  from: number;
  to: number;
}

/**
 * Guides for a card in hand: its edges and middle against those of the others. `reach` is how near counts, in map px
 * (a screen distance divided by the zoom). Returns the lines and the corrected place.
 */
export function guides(hand: Point, others: readonly Point[], reach: number): { at: Point; lines: Guide[] } {
  const x = nearest(hand.x, others, 'x', CARD_WIDTH, reach);
  const y = nearest(hand.y, others, 'y', CARD_HEIGHT, reach);
  const at = { x: hand.x + (x?.shift ?? 0), y: hand.y + (y?.shift ?? 0) };
  const lines: Guide[] = [];
  if (x !== null) lines.push(line('x', x.at, [at, ...x.cards], 'y', CARD_HEIGHT));
  if (y !== null) lines.push(line('y', y.at, [at, ...y.cards], 'x', CARD_WIDTH));
  return { at, lines };
}

function line(axis: 'x' | 'y', at: number, cards: readonly Point[], along: 'x' | 'y', size: number): Guide {
  const starts = cards.map((card) => card[along]);
  return { axis, at, from: Math.min(...starts), to: Math.max(...starts) + size };
}

function nearest(hand: number, others: readonly Point[], axis: 'x' | 'y', size: number, reach: number) {
  let best: { shift: number; at: number; cards: Point[] } | null = null;
  // All cards have one size, so equal starts mean equal middles and ends too: comparing starts, and start
  // against end, covers every pair of lines.
  for (const other of others) {
    for (const [mine, theirs] of [
      [0, 0],
      [size, 0],
      [0, size],
    ] as const) {
      const shift = other[axis] + theirs - (hand + mine);
      if (Math.abs(shift) > reach) continue;
      if (best === null || Math.abs(shift) < Math.abs(best.shift)) {
        best = { shift, at: other[axis] + theirs, cards: [other] };
      } else if (shift === best.shift) {
        best.cards.push(other);
      }
    }
  }
  return best;
}
