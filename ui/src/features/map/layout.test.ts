import fc from 'fast-check';
import { expect, test } from 'vitest';
import { touches } from '@/graph-view';
import { cardBox } from './geometry';
import { type LayoutRequest, tidy } from './layout';

const WIDE = { width: 2000, height: 800 };

function request(count: number, links: [number, number][]): LayoutRequest {
  return {
    cards: Array.from({ length: count }, (_, i) => ({
      key: `${i}`,
      at: { x: (i * 37) % 400, y: (i * 91) % 300 },
    })),
    links: links.map(([from, to]) => ({ from: `${from}`, to: `${to}` })),
    room: WIDE,
  };
}

test('after tidying no card covers another, whatever the links', () => {
  const link = fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 }));
  fc.assert(
    fc.property(fc.array(link, { maxLength: 24 }), (links) => {
      const boxes = tidy(request(12, links)).map((card) => cardBox(card.at));
      boxes.forEach((box, i) => {
        for (const other of boxes.slice(i + 1)) expect(touches(box, other)).toBe(false);
      });
    }),
    { numRuns: 30 },
  );
});

test('the story runs from left to right and the corner stays', () => {
  const asked = request(4, [
    [0, 1],
    [1, 2],
    [0, 3],
  ]);
  const placed = new Map(tidy(asked).map((card) => [card.key, card.at]));
  const x = (key: string) => placed.get(key)?.x ?? Number.NaN;
  expect(x('0')).toBeLessThan(x('1'));
  expect(x('1')).toBeLessThan(x('2'));
  expect(Math.min(...[...placed.values()].map((at) => at.x))).toBe(0);
});

test('a card stands beside what leads to it', () => {
  const links: [number, number][] = [
    [0, 1],
    [1, 2],
    [2, 3],
    [0, 4],
    [4, 3],
  ];
  const placed = new Map(tidy(request(5, links)).map((card) => [card.key, card.at.x]));
  expect(placed.get('4')).toBe(placed.get('1'));
});

test('cards of one column keep their order', () => {
  const cards = [
    { key: 'top', at: { x: 300, y: 0 } },
    { key: 'root', at: { x: 0, y: 100 } },
    { key: 'bottom', at: { x: 300, y: 600 } },
  ];
  const links = [
    { from: 'root', to: 'bottom' },
    { from: 'root', to: 'top' },
  ];
  const placed = new Map(tidy({ cards, links, room: WIDE }).map((card) => [card.key, card.at.y]));
  expect(placed.get('top')).toBeLessThan(placed.get('bottom') ?? 0);
});

test('nothing to tidy', () => {
  expect(tidy({ cards: [], links: [], room: WIDE })).toEqual([]);
});
