import type { Box, Point } from '@/graph-view';

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

/** The rectangle between two corners, whichever way it was drawn. */
export function boxBetween(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}
