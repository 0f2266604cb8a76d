import type { Point } from '@/graph-view';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The nearest card in a direction, as the eye goes: straight on counts more than aside. */
export function neighbour(
  places: ReadonlyMap<string, Point>,
  from: string,
  direction: Direction,
): string | null {
  const at = places.get(from);
  if (at === undefined) return null;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [key, point] of places) {
    if (key === from) continue;
    const [dx, dy] = [point.x - at.x, point.y - at.y];
    const along = { left: -dx, right: dx, up: -dy, down: dy }[direction];
    if (along <= 1) continue;
    const aside = Math.abs(direction === 'left' || direction === 'right' ? dy : dx);
    const distance = along + aside * 2;
    if (distance < least) {
      least = distance;
      best = key;
    }
  }
  return best;
}
