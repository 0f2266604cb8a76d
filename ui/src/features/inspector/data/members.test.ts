import { expect, test } from 'vitest';
import type { Value } from '@/host';
import type { Schema } from '@/sending';
import { addMember, changeMember, removeMember, renameMember } from './members';
import { narrow } from './narrow';

const text = { type: 'string' };
const visits: Schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['day'],
    properties: { day: text, with: { type: 'object', properties: { name: text, 'x-kept': 1 } } },
  },
  __example__: [{ day: '3', with: { name: 'Ana' }, more: null }, { day: 'Tuesday' }],
};

test('a member is added to every group there is', () => {
  const after = addMember(visits, [], 'paid', 'yesno');
  expect(after).toMatchObject({ items: { properties: { day: text, paid: { type: 'boolean' } } } });
  expect(after.__example__).toEqual([
    { day: '3', with: { name: 'Ana' }, more: null, paid: true },
    { day: 'Tuesday', paid: true },
  ]);
});

test('a member is renamed in its place, also inside another group', () => {
  const after = renameMember(visits, ['with'], 'name', 'who');
  expect(after).toMatchObject({
    items: { properties: { with: { properties: { who: text, 'x-kept': 1 } } } },
    __example__: [{ with: { who: 'Ana' } }, {}],
  });
  const first = renameMember(visits, [], 'day', 'date');
  expect(Object.keys((first.__example__ as Schema[])[0] ?? {})).toEqual(['date', 'with', 'more']);
});

test('a removed member is asked for no more', () => {
  const after = removeMember(visits, [], 'day');
  expect(after).toEqual({
    type: 'array',
    items: {
      type: 'object',
      required: [],
      properties: { with: { type: 'object', properties: { name: text, 'x-kept': 1 } } },
    },
    __example__: [{ with: { name: 'Ana' }, more: null }, {}],
  });
});

test('a member of another kind carries its example over', () => {
  const after = changeMember(visits, [], 'day', 'number');
  expect(after).toMatchObject({ items: { properties: { day: { type: 'number' } } } });
  expect(after.__example__).toEqual([{ day: 3, with: { name: 'Ana' }, more: null }, { day: 1 }]);
});

test('edits touch nothing that stays the same', () => {
  expect(narrow('/d', visits, renameMember(visits, ['with'], 'name', 'who'))).toEqual([
    { type: 'RenameProperty', at: '/d/items/properties/with/properties', key: 'name', to: 'who' },
    { type: 'RenameProperty', at: '/d/__example__/0/with', key: 'name', to: 'who' },
  ]);
});

test.each<[string, Value, Value, unknown[]]>([
  ['nothing', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
  ['an item at the end', ['a'], ['a', 'b'], [{ type: 'InsertItem', at: '/d', index: 1, value: 'b' }]],
  ['an item taken out', ['a', 'b', 'c'], ['a', 'c'], [{ type: 'RemoveItems', items: ['/d/1'] }]],
  ['one item', ['a', 'b'], ['a', 'x'], [{ type: 'ReplaceValue', at: '/d/1', value: 'x' }]],
  ['a list that is another', ['a', 'b'], ['x'], [{ type: 'ReplaceValue', at: '/d', value: ['x'] }]],
  ['a member gone', { a: 1, b: 2 }, { b: 2 }, [{ type: 'RemoveProperty', at: '/d', key: 'a' }]],
  ['a member more', { a: 1 }, { a: 1, 'b/c': 2 }, [{ type: 'SetProperty', at: '/d', key: 'b/c', value: 2 }]],
])('%s', (_, before, after, edits) => {
  expect(narrow('/d', before, after)).toEqual(edits);
});
