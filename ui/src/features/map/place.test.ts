import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Point, touches } from '@/graph-view';
import { CARD_HEIGHT, CARD_WIDTH, cardBox } from './geometry';
import { freeSpot, guides, makeRoom } from './place';

const point = fc.record({ x: fc.integer({ min: -800, max: 800 }), y: fc.integer({ min: -800, max: 800 }) });

test('a free spot stays where it is wanted', () => {
  expect(freeSpot([], { x: 41, y: -19 })).toEqual({ x: 40, y: -20 });
});

test('a new card never covers another one', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 30 }), point, (taken, wanted) => {
      const spot = cardBox(freeSpot(taken, wanted));
      expect(taken.some((at) => touches(cardBox(at), spot))).toBe(false);
    }),
    { numRuns: 40 },
  );
});

test('a dropped card stays, what it covers steps aside the short way', () => {
  const cards = new Map<string, Point>([
    ['hand', { x: 0, y: 0 }],
    ['right', { x: CARD_WIDTH - 10, y: 0 }],
    ['below', { x: 0, y: CARD_HEIGHT - 10 }],
    ['far', { x: 900, y: 0 }],
  ]);
  const moved = makeRoom(cards, new Set(['hand']));
  expect([...moved.keys()].sort()).toEqual(['below', 'right']);
  expect(moved.get('right')).toEqual({ x: CARD_WIDTH + 20, y: 0 });
  expect(moved.get('below')).toEqual({ x: 0, y: CARD_HEIGHT + 20 });
});

test('what is pushed pushes on', () => {
  const cards = new Map<string, Point>([
    ['hand', { x: 0, y: 0 }],
    ['second', { x: 100, y: 0 }],
    ['third', { x: 240, y: 0 }],
  ]);
  const after = new Map([...cards, ...makeRoom(cards, new Set(['hand']))]);
  expect(after.get('third')?.x).toBeGreaterThanOrEqual((after.get('second')?.x ?? 0) + CARD_WIDTH);
});

test('nothing moves when nothing is covered', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { maxLength: 20 }), (columns) => {
      const cards = new Map(columns.map((column) => [`${column}`, { x: column * (CARD_WIDTH + 1), y: 0 }]));
      expect(makeRoom(cards, new Set([...cards.keys()].slice(0, 1))).size).toBe(0);
    }),
  );
});

test('a card in hand snaps level with its neighbour and shows the line', () => {
  const { at, lines } = guides({ x: 300, y: 4 }, [{ x: 0, y: 0 }], 6);
  expect(at).toEqual({ x: 300, y: 0 });
  expect(lines).toEqual([{ axis: 'y', at: 0, from: 0, to: 300 + CARD_WIDTH }]);
});

test('nothing near, no line', () => {
  expect(guides({ x: 300, y: 50 }, [{ x: 0, y: 0 }], 6)).toEqual({ at: { x: 300, y: 50 }, lines: [] });
});
