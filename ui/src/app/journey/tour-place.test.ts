import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, placeBeside } from './tour-place';

const ROOM = { width: 1024, height: 768 };
const SIZE = { width: 320, height: 180 };
const covers = (at: { x: number; y: number }, aim: Box) =>
  at.x < aim.x + aim.width &&
  aim.x < at.x + SIZE.width &&
  at.y < aim.y + aim.height &&
  aim.y < at.y + SIZE.height;

test('the box is inside the window, and covers what it is about only where nothing else is possible', () => {
  const aims = fc.record({
    x: fc.integer({ min: -200, max: 1100 }),
    y: fc.integer({ min: -200, max: 800 }),
    width: fc.integer({ min: 20, max: 300 }),
    height: fc.integer({ min: 20, max: 300 }),
  });
  fc.assert(
    fc.property(aims, fc.boolean(), (aim, rtl) => {
      const at = placeBeside(aim, SIZE, ROOM, rtl);
      expect(at.x).toBeGreaterThanOrEqual(0);
      expect(at.y).toBeGreaterThanOrEqual(0);
      expect(at.x + SIZE.width).toBeLessThanOrEqual(ROOM.width);
      expect(at.y + SIZE.height).toBeLessThanOrEqual(ROOM.height);
      const inside =
        aim.x >= 0 && aim.y >= 0 && aim.x + aim.width <= ROOM.width && aim.y + aim.height <= ROOM.height;
      if (inside) expect(covers(at, aim)).toBe(false);
    }),
  );
});

test('a card is told of at its end, a button below it', () => {
  const card = { x: 400, y: 200, width: 206, height: 160 };
  expect(placeBeside(card, SIZE, ROOM, false).x).toBe(616);
  expect(placeBeside(card, SIZE, ROOM, true).x).toBe(70);
  expect(placeBeside({ ...card, height: 32 }, SIZE, ROOM, false)).toEqual({ x: 400, y: 242 });
});
