import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, covered, placeBeside, type Size } from './tour-place';

const ROOM = { width: 1024, height: 768 };
const SIZE = { width: 320, height: 180 };
/** A box that never changes. */
const fixed = () => SIZE;
/** Text that takes more lines the narrower it is. */
function flowing(width: number, height: number): { measure(width: number | null): Size; size(): Size } {
  let now = { width, height };
  return {
    measure(wanted) {
      const given = wanted ?? width;
      now = { width: given, height: Math.ceil((height * width) / given) };
      return now;
    },
    size: () => now,
  };
}

test('the box is inside the window, and covers what it is about only where nothing else is possible', () => {
  const aims = fc.record({
    x: fc.integer({ min: -200, max: 1100 }),
    y: fc.integer({ min: -200, max: 800 }),
    width: fc.integer({ min: 20, max: 300 }),
    height: fc.integer({ min: 20, max: 300 }),
  });
  fc.assert(
    fc.property(aims, fc.boolean(), (aim, rtl) => {
      const at = placeBeside(aim, fixed, ROOM, rtl);
      expect(at.x).toBeGreaterThanOrEqual(0);
      expect(at.y).toBeGreaterThanOrEqual(0);
      expect(at.x + SIZE.width).toBeLessThanOrEqual(ROOM.width);
      expect(at.y + SIZE.height).toBeLessThanOrEqual(ROOM.height);
      const inside =
        aim.x >= 0 && aim.y >= 0 && aim.x + aim.width <= ROOM.width && aim.y + aim.height <= ROOM.height;
      if (inside) expect(covered({ ...at, ...SIZE }, aim)).toBe(0);
    }),
  );
});

test('with the largest text in a small window a card of any lane stays seen', () => {
  const room = { width: 1024, height: 700 };
  const cards = fc.record({
    // Beside the rail, and below the bar and the names of the lanes.
    x: fc.integer({ min: 110, max: 740 }),
    y: fc.integer({ min: 260, max: 330 }),
  });
  fc.assert(
    fc.property(cards, fc.boolean(), (corner, rtl) => {
      const card: Box = { ...corner, width: 275, height: 360 };
      const box = flowing(640, 290);
      const at = placeBeside(card, box.measure, room, rtl);
      expect(covered({ ...at, ...box.size() }, card)).toBe(0);
      expect(at.y + box.size().height).toBeLessThanOrEqual(room.height);
    }),
  );
});

test('a card is told of at its end, a button below it', () => {
  const card = { x: 400, y: 200, width: 206, height: 160 };
  expect(placeBeside(card, fixed, ROOM, false).x).toBe(616);
  expect(placeBeside(card, fixed, ROOM, true).x).toBe(70);
  expect(placeBeside({ ...card, height: 32 }, fixed, ROOM, false)).toEqual({ x: 400, y: 242 });
});
