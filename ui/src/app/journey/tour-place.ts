export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Size = Pick<Box, 'width' | 'height'>;
type Point = Pick<Box, 'x' | 'y'>;

/** Between a box and what it stands beside, and the edge of the window, in px. */
const OFF = 10;
const EDGE = 8;
/** What is flatter than this, a button or a pill, is told of below it. */
const FLAT = 64;
/** The box may be made narrower to fit beside a card, down to this part of its width. */
const LEAST = 0.55;

/** What lies in both boxes; null for nothing. */
export function shared(a: Box, b: Box): Box | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** How much of one box another lies over, in px². */
export function covered(a: Box, b: Box): number {
  const both = shared(a, b);
  return both === null ? 0 : both.width * both.height;
}

/** The places beside what a box is about, the best first. */
function around(aim: Box, size: Size, room: Size, rtl: boolean): Point[] {
  const within = (at: number, length: number, all: number) =>
    Math.min(Math.max(EDGE, at), Math.max(EDGE, all - length - EDGE));
  const y = within(aim.y, size.height, room.height);
  const x = within(rtl ? aim.x + aim.width - size.width : aim.x, size.width, room.width);
  const right = { x: aim.x + aim.width + OFF, y };
  const left = { x: aim.x - OFF - size.width, y };
  const sides = rtl ? [left, right] : [right, left];
  const ends = [
    { x, y: aim.y + aim.height + OFF },
    { x, y: aim.y - OFF - size.height },
  ];
  return aim.height < FLAT ? [...ends, ...sides] : [...sides, ...ends];
}

/**
 * Where a box stands so that it does not cover what it is about: at its end, its start, below or above it, and narrower where
 * it fits only so. Where it fits nowhere it covers as little as it can. `measure` gives the box a width, `null` for its own,
 * and tells its size then.
 */
export function placeBeside(
  aim: Box | null,
  measure: (width: number | null) => Size,
  room: Size,
  rtl: boolean,
): Point {
  const fits = (size: Size) => (at: Point) =>
    at.x >= EDGE &&
    at.y >= EDGE &&
    at.x + size.width <= room.width - EDGE &&
    at.y + size.height <= room.height - EDGE;
  const own = measure(null);
  const foot = { x: (room.width - own.width) / 2, y: room.height - own.height - EDGE };
  if (aim === null) return foot;
  const beside = around(aim, own, room, rtl).find(fits(own));
  if (beside !== undefined) return beside;

  const widest = Math.floor(Math.max(aim.x, room.width - aim.x - aim.width) - OFF - EDGE);
  if (widest >= own.width * LEAST && widest < own.width) {
    const narrow = measure(widest);
    const fitting = around(aim, narrow, room, rtl).find(fits(narrow));
    if (fitting !== undefined) return fitting;
    measure(null);
  }
  const [left, top] = [Math.max(EDGE, room.width - own.width - EDGE), EDGE];
  const corners = [EDGE, left].flatMap((x) => [foot.y, top].map((y) => ({ x, y })));
  const over = (at: Point) => covered({ ...at, ...own }, aim);
  return [foot, ...corners].reduce((best, at) => (over(at) < over(best) ? at : best));
}
