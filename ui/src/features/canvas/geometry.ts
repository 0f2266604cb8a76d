/** Sizes of the canvas, in px at 100 %. */

/** A lane. */
export const LANE = 276;
/** A card. */
export const CARD = 206;
/** From the start of a lane to its card. */
export const PAD = (LANE - CARD) / 2;
/** Above the first card. */
export const TOP = 40;
/** Between two cards of a lane, without and with something on the line between them. */
export const GAP = 36;
export const GAP_PILL = 72;
/** The row of names above the lanes, in px of the window. */
export const HEAD = 44;
export const LANES = 5;
/** The canvas is never smaller than this. */
export const LEAST_ZOOM = 0.12;
/** One step of a card by keys, and the dots of the ground. */
export const GRID = 20;

/** Where the cards of a lane begin. Right to left the lanes stand the other way round. */
export function laneX(lane: number, rtl: boolean): number {
  return (rtl ? LANES - 1 - lane : lane) * LANE + PAD;
}

/** The lane that a card dropped here belongs to. */
export function laneAt(x: number, rtl: boolean): number {
  const place = Math.min(LANES - 1, Math.max(0, Math.floor((x + CARD / 2) / LANE)));
  return rtl ? LANES - 1 - place : place;
}
