/**
 * Sizes and shapes of the map, in px at 100 %. Positions are stored left to right; for right-to-left readers
 * they are mirrored when drawn and mirrored back when stored.
 */

/** Width of a screen card. */
export const CARD_WIDTH = 136;
/** Height of the title row of a card. */
export const CARD_HEAD = 31;
/** Height of a screen card, title row included. */
export const CARD_HEIGHT = 207;
/** Free space between two columns: a short edge word fits into it. */
export const COLUMN_GAP = 64;
/** Free space between two cards of one column: the flag above and the tag below a card fit into it. */
export const ROW_GAP = 73;
/** The dots of the ground stand this far apart. */
export const GRID = 20;

/** A point on the map. */
export interface Point {
  x: number;
  y: number;
}

/** A card's rectangle. */
export interface Box extends Point {
  width: number;
  height: number;
}

/** The rectangle of the card whose top left corner is `at`. */
export function cardBox(at: Point): Box {
  return { x: at.x, y: at.y, width: CARD_WIDTH, height: CARD_HEIGHT };
}

/** Middle of a rectangle. */
export function center(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where a card is drawn when it is stored at `at`. Its own inverse. */
export function mirrored(at: Point, rtl: boolean): Point {
  return rtl ? { x: -at.x - CARD_WIDTH, y: at.y } : at;
}

/** Whether two rectangles come closer to each other than `gap`. */
export function touches(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

/** The smallest rectangle around all of them; `null` for none. */
export function bounds(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The rectangle between two corners, whichever way it was drawn. */
export function boxBetween(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}
