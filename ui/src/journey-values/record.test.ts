import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Value } from '@/host';
import { asType, freeName, type RowType, renamed, rowType, without } from './record';

const TYPES: readonly RowType[] = ['text', 'number', 'yes_no', 'list', 'record', 'nothing'];
const anything = fc.jsonValue() as fc.Arbitrary<Value>;

test('a value of another type is of that type', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(...TYPES), (value, type) => {
      if (rowType(value) !== null) expect(rowType(asType(value, type))).toBe(type);
    }),
  );
});

test('a value of its own type stays', () => {
  fc.assert(
    fc.property(anything, (value) => {
      const type = rowType(value);
      if (type !== null) expect(asType(value, type)).toEqual(value);
    }),
  );
});

test('what fits is kept', () => {
  expect(asType('12 kg', 'number')).toBe(12);
  expect(asType(3, 'text')).toBe('3');
  expect(asType(['a', 'b'], 'text')).toBe('a, b');
  expect(rowType([1, {}])).toBeNull();
});

test('a name is changed in its place, unless it is taken', () => {
  const members = { first: 1, second: [{ deep: null }], third: '3' };
  expect(Object.keys(renamed(members, 'second', 'middle') ?? {})).toEqual(['first', 'middle', 'third']);
  expect(renamed(members, 'second', 'middle')?.middle).toBe(members.second);
  expect(renamed(members, 'second', 'third')).toBeNull();
  expect(renamed(members, 'second', '')).toBeNull();
  expect(renamed(members, 'second', 'second')).toBe(members);
  expect(freeName(members, 'first')).toBe('first_2');
  expect(without(members, 'second')).toEqual({ first: 1, third: '3' });
});
