import { expect, test } from 'vitest';
import { CARD_HEIGHT, CARD_WIDTH, cardBox } from './geometry';
import { curve, pointOn, portPoint, portsOf, sides } from './ports';

function ports(places: Record<string, [number, number]>, lines: string[], rtl = false) {
  const map = new Map(Object.entries(places).map(([key, [x, y]]) => [key, cardBox({ x, y })]));
  return portsOf(
    map,
    lines.map((id) => ({ id, from: id.split('>')[0] ?? '', to: id.split('>')[1] ?? '' })),
    rtl,
  );
}

test('a line between columns goes from side to side, in the middle when it is alone', () => {
  const line = ports({ a: [0, 0], b: [300, 0] }, ['a>b']).get('a>b');
  expect(line).toEqual({
    from: { side: 'right', offset: CARD_HEIGHT / 2 },
    to: { side: 'left', offset: CARD_HEIGHT / 2 },
  });
});

test('cards above each other are joined from foot to head, and back from head to foot', () => {
  expect(sides(cardBox({ x: 0, y: 0 }), cardBox({ x: 20, y: 400 }), false)).toEqual({
    from: 'bottom',
    to: 'top',
  });
  expect(sides(cardBox({ x: 0, y: 400 }), cardBox({ x: 20, y: 0 }), false)).toEqual({
    from: 'top',
    to: 'bottom',
  });
});

test('ends on one side keep apart and follow the order of their cards', () => {
  const all = ports({ a: [0, 0], b: [300, 600], c: [300, -600], d: [300, 0] }, ['a>b', 'a>c', 'a>d']);
  const offset = (id: string) => all.get(id)?.from.offset ?? Number.NaN;
  expect(offset('a>c')).toBeLessThan(offset('a>d'));
  expect(offset('a>d')).toBeLessThan(offset('a>b'));
  expect(offset('a>d') - offset('a>c')).toBeGreaterThanOrEqual(20);
});

test('two lines into one card enter at different heights', () => {
  const all = ports({ a: [0, 0], b: [0, 300], c: [400, 100] }, ['a>c', 'b>c']);
  const heights = ['a>c', 'b>c'].map((id) => all.get(id)?.to.offset ?? 0);
  expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeGreaterThanOrEqual(20);
});

test('a curve is level at both ends and straight between level ends', () => {
  const from = portPoint(cardBox({ x: 0, y: 0 }), { side: 'right', offset: 50 });
  const straight = curve(from, 'right', { x: from.x + 80, y: from.y }, 'left');
  for (const t of [0, 0.25, 0.5, 1]) expect(pointOn(straight, t).y).toBeCloseTo(50);
  const bent = curve(from, 'right', { x: from.x + 80, y: 200 }, 'left');
  expect(bent.control[0].y).toBe(50);
  expect(bent.control[1].y).toBe(200);
  expect(from.x).toBe(CARD_WIDTH);
});
