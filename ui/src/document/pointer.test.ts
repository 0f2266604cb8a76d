import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, partOf, pointerOf, screenIndex, segments, valueAt } from './pointer';

test('parts and pointers are the same thing', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (parts) => {
      expect(segments(pointerOf(parts))).toEqual(parts);
    }),
  );
});

test.each([
  ['/screens/0/layout/children/2/label', '/screens/0/layout/children/2'],
  ['/screens/0/layout/children/0/children/1', '/screens/0/layout/children/0/children/1'],
  ['/screens/0/layout/children/3/then/0/on-click-action/next', '/screens/0/layout/children/3/then/0'],
  ['/screens/0/layout/children/1/cases/red/0/label', '/screens/0/layout/children/1/cases/red/0'],
  ['/screens/0/layout/children/1/data-source/4/title', '/screens/0/layout/children/1'],
])('%s lies on the part %s', (pointer, part) => {
  expect(partOf(pointer)).toBe(part);
});

test('the screen itself is no part', () => {
  expect(partOf('/screens/0/title')).toBeUndefined();
  expect(screenIndex('/screens/12/title')).toBe(12);
  expect(screenIndex('/routing_model/A')).toBeUndefined();
});

test('a pointer contains what lies below it, not what begins alike', () => {
  expect(contains('/screens/1', '/screens/1/title')).toBe(true);
  expect(contains('/screens/1', '/screens/10')).toBe(false);
});

test('a value that is not there is undefined, also on the way', () => {
  expect(valueAt({ a: [1, { b: null }] }, '/a/1/b')).toBeNull();
  expect(valueAt({ a: 1 }, '/a/b/c')).toBeUndefined();
  expect(valueAt({ a: 1 }, '/toString')).toBeUndefined();
});
