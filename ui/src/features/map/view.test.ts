import { expect, test } from 'vitest';
import { CARD_HEIGHT, CARD_WIDTH } from './geometry';
import { firstView } from './view';

const WINDOW = { width: 494, height: 640 };

/** So many columns and rows of cards, as tidying places them. */
function grid(columns: number, rows: number, rtl = false) {
  return Array.from({ length: columns * rows }, (_, i) => {
    const x = (i % columns) * 200;
    return { x: rtl ? -x - CARD_WIDTH : x, y: Math.floor(i / columns) * 280 };
  });
}

test('one screen opens at its own size', () => {
  expect(firstView(WINDOW, grid(1, 1), { x: 0, y: 0 }, false)).toMatchObject({
    whole: true,
    view: { zoom: 1 },
  });
});

test('three columns fit a small window with their pictures and words', () => {
  const { view, whole } = firstView(WINDOW, grid(3, 2), { x: 0, y: 0 }, false);
  expect(whole).toBe(true);
  expect(view.zoom).toBeGreaterThanOrEqual(0.845);
});

test.each([false, true])(
  'a large Flow opens where it starts, large enough to read; right to left: %s',
  (rtl) => {
    const places = grid(10, 10, rtl);
    const start = places[30] ?? { x: 0, y: 0 };
    const { view, whole } = firstView(WINDOW, places, start, rtl);
    expect(whole).toBe(false);
    expect(view.zoom).toBeGreaterThan(0.5);
    const left = start.x * view.zoom + view.x;
    const top = start.y * view.zoom + view.y;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + CARD_WIDTH * view.zoom).toBeLessThanOrEqual(WINDOW.width);
    expect(rtl ? WINDOW.width - left - CARD_WIDTH * view.zoom : left).toBeLessThan(40);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top + CARD_HEIGHT * view.zoom).toBeLessThanOrEqual(WINDOW.height);
  },
);
