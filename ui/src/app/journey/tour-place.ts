export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Box, 'width' | 'height'>;

/** Between a box and what it stands beside, and the edge of the window, in px. */
const OFF = 10;
const EDGE = 8;
/** What is flatter than this, a button or a pill, is told of below it. */
const FLAT = 64;

/** Where a box stands so that it does not cover what it is about: at its end, its start, below or above; else at the foot. */
export function placeBeside(aim: Box | null, size: Size, room: Size, rtl: boolean): { x: number; y: number } {
  const foot = { x: (room.width - size.width) / 2, y: room.height - size.height - EDGE };
  if (aim === null) return foot;
  const clampX = (x: number) => Math.min(Math.max(EDGE, x), Math.max(EDGE, room.width - size.width - EDGE));
  const clampY = (y: number) => Math.min(Math.max(EDGE, y), Math.max(EDGE, room.height - size.height - EDGE));
  const right = { x: aim.x + aim.width + OFF, y: clampY(aim.y) };
  const left = { x: aim.x - OFF - size.width, y: clampY(aim.y) };
  const along = clampX(rtl ? aim.x + aim.width - size.width : aim.x);
  const below = { x: along, y: aim.y + aim.height + OFF };
  const above = { x: along, y: aim.y - OFF - size.height };
  const sides = rtl ? [left, right] : [right, left];
  const ends = [below, above];
  const fits = ({ x, y }: { x: number; y: number }) =>
    x >= EDGE && y >= EDGE && x + size.width <= room.width - EDGE && y + size.height <= room.height - EDGE;
  return (aim.height < FLAT ? [...ends, ...sides] : [...sides, ...ends]).find(fits) ?? foot;
}
