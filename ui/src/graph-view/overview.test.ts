import { expect, test } from 'vitest';
import type { Box } from './boxes';
import { scaleOf, widthFor } from './Overview';

const card = (x: number, y: number): Box => ({ x, y, width: 240, height: 90 });
const grid = (columns: number, rows: number): Box[] =>
  Array.from({ length: columns * rows }, (_, at) =>
    card((at % columns) * 300, Math.floor(at / columns) * 130),
  );

test('the drawing is as wide as the graph asks for, within bounds', () => {
  expect(widthFor([])).toBe(120);
  expect(widthFor(grid(1, 1))).toBe(120);
  expect(widthFor(grid(5, 3))).toBe(146);
  expect(widthFor(grid(40, 2))).toBe(280);
  expect(widthFor(grid(5, 400))).toBe(120);
});

test('the whole and the view are within the drawing', () => {
  for (const dots of [grid(1, 1), grid(5, 3), grid(40, 2), grid(5, 400)]) {
    for (const view of [
      { x: 0, y: 0, width: 1200, height: 700 },
      { x: -5000, y: 900, width: 300, height: 9000 },
    ]) {
      const width = widthFor(dots);
      const { left, top, across, down } = scaleOf(dots, view, width);
      for (const box of [...dots, view]) {
        expect((box.x - left) * across).toBeGreaterThan(2.99);
        expect((box.x + box.width - left) * across).toBeLessThan(width - 2.99);
        expect((box.y - top) * down).toBeGreaterThan(2.99);
        expect((box.y + box.height - top) * down).toBeLessThan(37.01);
      }
    }
  }
});

test('a tall graph is drawn broader, a wide one as it is', () => {
  const view = card(0, 0);
  const tall = scaleOf(grid(5, 400), view, 120);
  expect(tall.across).toBeGreaterThan(10 * tall.down);
  const wide = scaleOf(grid(40, 2), view, 280);
  expect(wide.across).toBe(wide.down);
});
