import { expect, test } from 'vitest';
import { detailBy } from './detail';
import { handled } from './editor';

test('the card that was chosen last is the last of the selection', () => {
  const chose = handled(
    [
      { type: 'select', id: 'a', selected: true },
      { type: 'select', id: 'b', selected: false },
    ],
    ['a', 'b', 'c'],
  );
  expect(chose.selection).toEqual(['c', 'a']);
  expect(handled([{ type: 'select', id: 'c', selected: false }], ['c']).selection).toEqual([]);
});

test('only what the hand holds is moved, and a drag leaves the selection', () => {
  const { selection, moved } = handled(
    [
      { type: 'position', id: 'a', position: { x: 4, y: 8 }, dragging: true },
      { type: 'position', id: 'b', position: { x: 1, y: 1 }, dragging: false },
      { type: 'dimensions', id: 'c' },
    ],
    ['a'],
  );
  expect(selection).toBeNull();
  expect([...moved]).toEqual([['a', { x: 4, y: 8 }]]);
});

test('a card shows less the smaller it is, and 85 % as it is written counts as 85 %', () => {
  const detailAt = detailBy({ all: 0.85, most: 0.4, title: 0.25 });
  expect([2, 0.846, 0.84, 0.4, 0.39, 0.25, 0.24].map(detailAt)).toEqual([
    'all',
    'all',
    'most',
    'most',
    'title',
    'title',
    'block',
  ]);
});
