import fc from 'fast-check';
import { expect, test } from 'vitest';
import { around, touches } from '@/graph-view';
import { fold } from './fold';
import { CARD_HEIGHT, cardBox, ROW_GAP } from './geometry';

const SMALL = { width: 454, height: 500 };
const WIDE = { width: 2000, height: 800 };

/** Columns of so many cards each. */
function columns(...sizes: number[]) {
  return sizes.map((size, column) =>
    Array.from({ length: size }, (_, row) => ({
      key: `${column}.${row}`,
      y: (row - (size - 1) / 2) * (CARD_HEIGHT + ROW_GAP),
    })),
  );
}

test('a row of five turns back in a small window and stays straight in a wide one', () => {
  const shape = (room: typeof WIDE) => fold(columns(1, 1, 1, 1, 1), room).map(({ at }) => [at.x, at.y]);
  expect(shape(SMALL)).toEqual([
    [0, 0],
    [200, 0],
    [400, 0],
    [400, 280],
    [200, 280],
  ]);
  expect(shape(WIDE).map(([, y]) => y)).toEqual([0, 0, 0, 0, 0]);
});

test('a tall column is cut where that shows the cards much larger', () => {
  const box = around(fold(columns(1, 12), SMALL).map(({ at }) => cardBox(at)));
  expect(box?.height).toBeLessThan(6 * (CARD_HEIGHT + ROW_GAP));
});

test('every card gets one place, and none lies on another', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(sizes, (counts) => {
      const placed = fold(columns(...counts), SMALL);
      expect(new Set(placed.map(({ key }) => key)).size).toBe(counts.reduce((a, b) => a + b));
      placed.forEach(({ at }, i) => {
        for (const other of placed.slice(i + 1)) expect(touches(cardBox(at), cardBox(other.at))).toBe(false);
      });
    }),
    { numRuns: 50 },
  );
});
