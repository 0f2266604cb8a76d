import { expect, test } from 'vitest';
import type { Point } from '@/graph-view';
import { type Direction, neighbour, neighbourAfterDelete, nextInStory } from './navigate';
import { graph } from './sample';

const places: Record<string, [number, number]> = {
  a: [0, 0],
  b: [220, 0],
  c: [440, 0],
  d: [220, 300],
  lone: [0, 300],
};
const map = graph(['a', 'b', 'c', 'd', 'lone'], ['a>b', 'b>c', 'a>d'], places);
const at = new Map<string, Point>(map.cards.map((card) => [card.key, card.at]));

test.each<[string, Direction, string | null]>([
  ['a', 'right', 'b'],
  ['b', 'left', 'a'],
  ['b', 'right', 'c'],
  // Nothing joined lies below b: the nearest does.
  ['b', 'down', 'd'],
  ['d', 'left', 'a'],
  ['lone', 'right', 'd'],
  ['lone', 'up', 'a'],
  ['c', 'right', null],
  ['a', 'up', null],
])('from %s %s leads to %s', (from, direction, to) => {
  expect(neighbour(map, at, from, direction)).toBe(to);
});

test('a joined card that lies that way comes before a nearer one', () => {
  const far = graph(['a', 'near', 'joined'], ['a>joined'], { a: [0, 0], near: [200, 40], joined: [600, 0] });
  expect(neighbour(far, new Map(far.cards.map((card) => [card.key, card.at])), 'a', 'right')).toBe('joined');
});

test('Tab follows the story and leaves the map at its ends', () => {
  expect(nextInStory(map, 'a', false)).toBe('b');
  expect(nextInStory(map, 'lone', false)).toBeNull();
  expect(nextInStory(map, 'a', true)).toBeNull();
});

test('after a delete focus goes one step back, else on', () => {
  expect(neighbourAfterDelete(map, new Set(['c']))).toBe('d');
  expect(neighbourAfterDelete(map, new Set(['a', 'b']))).toBe('d');
  expect(neighbourAfterDelete(map, new Set(['a', 'b', 'c', 'd', 'lone']))).toBeNull();
});
