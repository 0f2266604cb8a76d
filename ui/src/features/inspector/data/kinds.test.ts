import { describe, expect, test } from 'vitest';
import type { Value } from '@/host';
import type { Schema } from '@/sending';
import { converted, fresh, KINDS, type Kind, kindOf } from './kinds';

const text = { type: 'string' };
const choices: Schema = {
  type: 'array',
  items: { type: 'object', properties: { id: text, title: text, description: text } },
  __example__: [
    { id: 's', title: 'Small', description: 'For one' },
    { id: 'l', title: 'Large', description: 'For two' },
  ],
};

test.each<[Value, Kind]>([
  [{ type: 'string', enum: ['a'] }, 'text'],
  [{ type: 'array', items: text }, 'texts'],
  [choices, 'choices'],
  [{ type: 'array', items: { type: 'object', properties: { name: text } } }, 'groups'],
  [{ type: 'object' }, 'group'],
  [{ type: 'integer' }, 'whole'],
  [{ type: 'null' }, 'other'],
  [{ type: 'array', items: { type: 'number' } }, 'other'],
  [{ type: 'array' }, 'other'],
  [{ type: ['string', 'null'] }, 'other'],
  ['string', 'other'],
])('%j is %s', (schema, kind) => {
  expect(kindOf(schema)).toBe(kind);
});

test.each(KINDS)('a new one of kind %s is of that kind', (kind) => {
  expect(kindOf(fresh(kind))).toBe(kind);
  expect(fresh(kind).__example__).toBeDefined();
});

test.each<[Schema, Kind, Value]>([
  [{ type: 'string', __example__: '3' }, 'number', 3],
  [{ type: 'string', __example__: '3,5' }, 'number', 3.5],
  [{ type: 'string', __example__: 'three' }, 'number', 1],
  [{ type: 'number', __example__: 3 }, 'text', '3'],
  [{ type: 'string', __example__: 'No' }, 'yesno', false],
  [{ type: 'string', __example__: 'Red' }, 'texts', ['Red']],
  [{ type: 'string', __example__: 'Red\nBlue' }, 'texts', ['Red', 'Blue']],
  [{ type: 'array', items: text, __example__: ['Red', 'Blue'] }, 'text', 'Red, Blue'],
  [{ type: 'array', items: text, __example__: [] }, 'choices', []],
  [
    { type: 'array', items: text, __example__: ['Red', 'Red'] },
    'choices',
    [
      { id: 'red', title: 'Red' },
      { id: 'red_2', title: 'Red' },
    ],
  ],
  [choices, 'texts', ['Small', 'Large']],
  [
    choices,
    'groups',
    [
      { id: 's', name: 'Small', description: 'For one' },
      { id: 'l', name: 'Large', description: 'For two' },
    ],
  ],
  [
    { type: 'object', properties: { day: text }, __example__: { day: 'Monday' } },
    'groups',
    [{ day: 'Monday' }],
  ],
  [{ type: 'string', __example__: 'Ana' }, 'group', { name: 'Ana' }],
])('the example of %j becomes one of %s', (schema, kind, example) => {
  const after = converted(schema, kind);
  expect(after.__example__).toEqual(example);
  expect(kindOf(after)).toBe(kind);
});

test('a choice inside a group that becomes a list keeps all that is in it', () => {
  const inner: Schema = { ...choices };
  const before: Schema = {
    type: 'object',
    properties: { sizes: inner },
    __example__: { sizes: [{ id: 's', title: 'Small', price: 3 }] },
  };
  expect(converted(before, 'groups').__example__).toEqual([
    { sizes: [{ id: 's', title: 'Small', price: 3 }] },
  ]);
});

test('words that no kind needs are kept', () => {
  const before: Schema = { 'x-note': { a: 1 }, type: 'string', enum: ['3'], __example__: '3' };
  expect(converted(before, 'number')).toEqual({ 'x-note': { a: 1 }, type: 'number', __example__: 3 });
});

describe('there and back', () => {
  test.each<[Schema, Kind, Kind]>([
    [{ type: 'string', __example__: '3' }, 'number', 'text'],
    [{ type: 'array', items: text, __example__: ['a', 'b'] }, 'choices', 'texts'],
    [choices, 'groups', 'choices'],
  ])('%j', (schema, there, back) => {
    expect(converted(converted(schema, there), back)).toEqual(schema);
  });
});
