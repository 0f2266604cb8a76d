export type Box = Readonly<Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>>;

/** Between what is said in passing and what it gives way to, and the edge of the window, in px. */
const OFF = 8;

/**
 * How far up a box at the foot of the window has to stand so that it lies over nothing of what is kept clear, in px; 0 where
 * no room is left above.
 */
export function liftOver(box: Box, clear: readonly Box[]): number {
  // From the lowest up: what it would lie over takes it above itself, and nothing of what came before is met again.
  const below = clear
    .filter(({ x, width }) => width > 0 && x < box.x + box.width + OFF && box.x < x + width + OFF)
    .sort((a, b) => b.y + b.height - (a.y + a.height));
  let top = box.y;
  for (const { y, height } of below) {
    if (y < top + box.height + OFF && top < y + height + OFF) top = y - OFF - box.height;
  }
  return top < OFF ? 0 : box.y - top;
}
