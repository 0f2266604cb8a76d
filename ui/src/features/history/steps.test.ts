import { expect, test } from 'vitest';
import { steps } from './steps';

const entry = (name: string) => ({ name, at: '1000' });

test('the newest state stands first and the current one is at distance 0', () => {
  const all = steps([entry('b'), entry('a')], [entry('c'), entry('d')]);
  expect(all.map(({ name, distance }) => [name, distance])).toEqual([
    ['d', 2],
    ['c', 1],
    ['b', 0],
    ['a', -1],
    [null, -2],
  ]);
});

test('a Flow without steps is where it began', () => {
  expect(steps([], [])).toEqual([{ id: '0', name: null, at: null, distance: 0 }]);
});
