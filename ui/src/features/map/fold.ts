/** Folds a long row of columns so that it fills the canvas instead of running out of it. */

import type { Point } from '@/graph-view';
import { CARD_HEIGHT, CARD_WIDTH, COLUMN_GAP, ROW_GAP } from './geometry';

/** Cards of one column, by where their middle stands. */
export type Column = readonly { key: string; y: number }[];

/** Larger than this nobody needs the cards: as long as they are, the story is not folded. */
const LARGE_ENOUGH = 0.845;
/** Columns may be cut after so many cards. */
const CUTS = [6, 5, 4, 3, 2];
/** What a cut has to gain: lines to its second part run behind its first. */
const CUT_PRICE = 0.75;

const COLUMN = CARD_WIDTH + COLUMN_GAP;
const ROW = CARD_HEIGHT + ROW_GAP;

/**
 * Places for all cards. The first row of columns runs to the right, the next one back to the left and so on, so that
 * every line stays short.
 */
export function fold(columns: readonly Column[], room: { width: number; height: number }): Placed[] {
  let best: { score: number; rows: Column[][] } = { score: -1, rows: [] };
  const consider = (cut: readonly Column[], price: number) => {
    for (let across = cut.length; across > 0; across -= 1) {
      const rows = chunks(cut, across);
      const width = across * COLUMN - COLUMN_GAP;
      const height = rows.reduce((sum, row) => sum + heightOf(row) + ROW_GAP, -ROW_GAP);
      const zoom = Math.min(LARGE_ENOUGH, room.width / width, room.height / height);
      if (zoom * price > best.score) best = { score: zoom * price, rows };
    }
  };
  consider(columns, 1);
  for (const most of CUTS) {
    if (columns.some((column) => column.length > most)) {
      consider(columns.flatMap((column) => chunks(sorted(column), most)).map(evenly), CUT_PRICE);
    }
  }
  const widest = Math.max(0, ...best.rows.map((row) => row.length));
  let top = 0;
  return best.rows.flatMap((row, turn) => {
    const first = Math.min(...row.flat().map((card) => card.y));
    const above = top;
    top += heightOf(row) + ROW_GAP;
    return row.flatMap((column, place) => {
      const x = (turn % 2 === 0 ? place : widest - 1 - place) * COLUMN;
      return column.map(({ key, y }) => ({ key, at: { x, y: above + y - first } }));
    });
  });
}

type Placed = { key: string; at: Point };

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

function sorted(column: Column): Column {
  return [...column].sort((a, b) => a.y - b.y);
}

/** The cards one below the other, around the middle. */
function evenly(column: Column): Column {
  return column.map(({ key }, i) => ({ key, y: (i - (column.length - 1) / 2) * ROW }));
}

function heightOf(row: readonly Column[]): number {
  const middles = row.flat().map((card) => card.y);
  return Math.max(...middles) - Math.min(...middles) + CARD_HEIGHT;
}
