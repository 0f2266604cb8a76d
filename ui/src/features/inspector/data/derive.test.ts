import { expect, test } from 'vitest';
import { deriveModel } from './derive';

const text = { type: 'string' };

test('every value of an example gets its kind and stays as the example', () => {
  expect(
    deriveModel('{"name":"Ana","count":2,"vip":true,"tags":["a","b"],"visit":{"day":"Mon","hour":9}}'),
  ).toEqual({
    model: {
      name: { type: 'string', __example__: 'Ana' },
      count: { type: 'number', __example__: 2 },
      vip: { type: 'boolean', __example__: true },
      tags: { type: 'array', items: text, __example__: ['a', 'b'] },
      visit: {
        type: 'object',
        properties: { day: text, hour: { type: 'number' } },
        __example__: { day: 'Mon', hour: 9 },
      },
    },
  });
});

test('a list of groups has what any of its groups has', () => {
  expect(deriveModel('{"times":[{"id":"9","title":"9:00"},{"id":"10","enabled":false}]}')).toEqual({
    model: {
      times: {
        type: 'array',
        items: { type: 'object', properties: { id: text, title: text, enabled: { type: 'boolean' } } },
        __example__: [
          { id: '9', title: '9:00' },
          { id: '10', enabled: false },
        ],
      },
    },
  });
});

test('what is nothing or differs from item to item becomes a text, so that the example fits its schema', () => {
  expect(deriveModel('{"note":null,"ids":[1,"b",null],"empty":[],"rows":[{"a":1},{"a":"x"}]}')).toEqual({
    model: {
      note: { type: 'string', __example__: '' },
      ids: { type: 'array', items: text, __example__: ['1', 'b'] },
      empty: { type: 'array', items: text, __example__: [] },
      rows: {
        type: 'array',
        items: { type: 'object', properties: { a: text } },
        __example__: [{ a: '1' }, { a: 'x' }],
      },
    },
  });
});

test('of an answer of a system its data is taken', () => {
  const { model } = deriveModel('{"version":"3.0","screen":"PICK","data":{"size":"s"}}') as { model: object };
  expect(Object.keys(model)).toEqual(['size']);
  const plain = deriveModel('{"data":{"size":"s"}}') as { model: object };
  expect(Object.keys(plain.model)).toEqual(['data']);
});

test.each([
  ['{"a":', { refusal: 'notJson' }],
  ['{}', { refusal: 'nothing' }],
  ['null', { refusal: 'nothing' }],
])('%s is refused', (sample, refusal) => {
  expect(deriveModel(sample)).toEqual(refusal);
});

test('a pasted pile of brackets is no harm', () => {
  const deep = `${'['.repeat(2000)}${']'.repeat(2000)}`;
  expect(deriveModel(deep)).toHaveProperty('model');
});
