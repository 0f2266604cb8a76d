import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit, JsonValue, Pointer } from '@/host';
import { byPlace, moveInto, outermost } from './parts';
import { lastIndex, parent, segments, valueAt } from './pointer';

/** A screen with a list, a Form and an If; every part is a letter. */
function sample(): { [key: string]: JsonValue } {
  const part = (name: string) => ({ name });
  return {
    list: ['a', 'b', 'c', 'd'].map(part),
    form: { children: ['e', 'f', 'g'].map(part) },
    nested: [{ name: 'h', children: ['i', 'j'].map(part) }, part('k')],
  };
}

function array(root: JsonValue, pointer: Pointer): JsonValue[] {
  const value = valueAt(root, pointer);
  if (!Array.isArray(value)) throw new Error(`no array at ${pointer}`);
  return value;
}

/** What the core does with a move: the target array is found before the item leaves. */
function apply(root: JsonValue, edit: Edit | null): void {
  if (edit === null) return;
  if (edit.type === 'Batch') for (const inner of edit.edits) apply(root, inner);
  if (edit.type !== 'MoveItem') return;
  const to = array(root, edit.to);
  const [item] = array(root, parent(edit.from)).splice(lastIndex(edit.from) ?? -1, 1);
  if (item === undefined) throw new Error(`nothing at ${edit.from}`);
  to.splice(edit.index, 0, item);
}

function names(root: JsonValue, pointer: Pointer): string {
  return array(root, pointer)
    .map((item) => valueAt(item, '/name'))
    .join('');
}

test.each<[string, Pointer[], Pointer, number, Record<Pointer, string>]>([
  ['down in its list', ['/list/0'], '/list', 3, { '/list': 'bcad' }],
  ['up in its list', ['/list/3'], '/list', 1, { '/list': 'adbc' }],
  ['to the end', ['/list/1'], '/list', 4, { '/list': 'acdb' }],
  ['into another list', ['/list/1'], '/form/children', 1, { '/list': 'acd', '/form/children': 'ebfg' }],
  ['several, from both sides of the gap', ['/list/3', '/list/0'], '/list', 2, { '/list': 'badc' }],
  [
    'several from several lists',
    ['/form/children/2', '/list/0'],
    '/nested',
    1,
    { '/nested': 'hgak', '/list': 'bcd' },
  ],
  [
    'into a list behind it',
    ['/nested/1'],
    '/nested/0/children',
    1,
    { '/nested': 'h', '/nested/0/children': 'ikj' },
  ],
])('moves %s', (_, items, list, index, after) => {
  const root = sample();
  apply(root, moveInto(items, { list, index }, 'move'));
  for (const [pointer, letters] of Object.entries(after)) expect(names(root, pointer)).toBe(letters);
});

test('a list that stands behind the moved item is found again', () => {
  const root: JsonValue = { all: [{ name: 'x' }, { name: 'y' }, { name: 'h', children: [] }] };
  apply(root, moveInto(['/all/0', '/all/1'], { list: '/all/2/children', index: 0 }, 'move'));
  expect(names(root, '/all')).toBe('h');
  expect(names(root, '/all/0/children')).toBe('xy');
});

test('a part does not move into itself, and staying is no move', () => {
  expect(moveInto(['/nested/0'], { list: '/nested/0/children', index: 0 }, 'move')).toBeNull();
  expect(moveInto(['/list/1'], { list: '/list', index: 1 }, 'move')).toBeNull();
  expect(moveInto(['/list/1'], { list: '/list', index: 2 }, 'move')).toBeNull();
  expect(moveInto(['/list/1', '/list/2'], { list: '/list', index: 2 }, 'move')).toBeNull();
});

test('moving keeps every part, and puts the moved ones side by side at the gap', () => {
  const item = fc.constantFrom(
    '/list/0',
    '/list/1',
    '/list/2',
    '/list/3',
    '/form/children/0',
    '/form/children/1',
    '/nested/1',
  );
  const gap = fc.constantFrom('/list', '/form/children', '/nested', '/nested/0/children');
  fc.assert(
    fc.property(fc.uniqueArray(item, { minLength: 1 }), gap, fc.nat(4), (items, list, wanted) => {
      const root = sample();
      const index = Math.min(wanted, array(root, list).length);
      const moved = outermost(items).map((pointer) => String(valueAt(root, `${pointer}/name`)));
      const before = JSON.stringify(root)
        .match(/"name":"\w"/g)
        ?.sort();
      const target = array(root, list);
      apply(root, moveInto(items, { list, index }, 'move'));
      expect(
        JSON.stringify(root)
          .match(/"name":"\w"/g)
          ?.sort(),
      ).toEqual(before);
      expect(target.map((part) => valueAt(part, '/name')).join('')).toContain(moved.join(''));
    }),
  );
});

test('only the outermost move, and indexes sort as numbers', () => {
  expect(outermost(['/a/10', '/a/2/children/0', '/a/2', '/a/2'])).toEqual(['/a/2', '/a/10']);
  expect(['/a/10', '/a/9/b/1', '/a/9'].sort(byPlace)).toEqual(['/a/9', '/a/9/b/1', '/a/10']);
  expect(segments('/a/10')).toEqual(['a', '10']);
});
