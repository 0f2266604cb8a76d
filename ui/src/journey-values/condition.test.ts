import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '@/host';
import {
  asRows,
  CHECKS,
  COMPARISONS,
  type Condition,
  checkOf,
  checksFor,
  DATA_TYPES,
  fromRows,
  type Leaf,
  readCondition,
  WEEKDAYS,
  withCheck,
  writeCondition,
} from './condition';
import type { Members } from './json';

/** Anything a file may hold, much of it nearly a condition. */
const anything = fc.letrec<{ json: Value }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Value[]>('window_open', 'ad_window_open', 'consent', 'moon_full', null, 3, true, ''),
    fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Value>,
    fc.record({ not: tie('json') }),
    fc.record({ all: fc.array(tie('json'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('json'), { maxLength: 3 }) }),
    fc.record({ any: tie('json') }),
    fc.record({ all: fc.array(tie('json'), { maxLength: 2 }), any: fc.array(tie('json'), { maxLength: 2 }) }),
    fc.record({ tag: tie('json') }),
    fc.record({ stage: fc.constantFrom('decision', 'later') }),
    fc.record({ allowed: fc.constantFrom('marketing', 'service') }),
    fc.record({ between: fc.array(fc.constantFrom<Value[]>('09:00', '18:00', 9), { maxLength: 3 }) }),
    fc.record({ on: fc.array(fc.constantFrom<Value[]>(...WEEKDAYS, 'someday'), { maxLength: 3 }) }),
    fc
      .record(
        {
          name: fc.constantFrom<Value[]>('size', 4),
          is: fc.constantFrom<Value[]>('L', 3, null),
          above: fc.constant<Value>(3),
          known: fc.constantFrom<Value[]>(true, 'perhaps'),
          rounding: fc.constant<Value>('up'),
        },
        { requiredKeys: ['name'] },
      )
      .map((field) => ({ field }) as Value),
  ) as fc.Arbitrary<Value>,
})).json;

const leaf: fc.Arbitrary<Leaf> = fc.record({
  kind: fc.constant('leaf' as const),
  not: fc.boolean(),
  test: fc.oneof(
    fc.constantFrom(
      { type: 'window' as const },
      { type: 'ad' as const },
      { type: 'consent' as const },
      { type: 'tag' as const, tag: 'vip' },
      { type: 'stage' as const, stage: 'advocacy' as const },
      { type: 'allowed' as const, category: 'utility' as const },
      { type: 'between' as const, from: '22:00', to: '06:00' },
      { type: 'on' as const, days: ['monday' as const, 'sunday' as const] },
    ),
    fc.record({
      type: fc.constant('field' as const),
      name: fc.constantFrom('size', 'visits'),
      comparison: fc.constantFrom(...COMPARISONS.filter((one) => one !== 'known')),
      value: fc.constantFrom<Value[]>('L', 3, true, '2026-01-09'),
      rest: fc.constantFrom<Members[]>({}, { rounding: 'up' }),
    }),
    fc.record({
      type: fc.constant('field' as const),
      name: fc.constant('size'),
      comparison: fc.constant('known' as const),
      value: fc.boolean(),
      rest: fc.constant({}),
    }),
  ),
});
const condition: fc.Arbitrary<Condition> = fc.letrec<{ one: Condition }>((tie) => ({
  one: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({
      kind: fc.constant('group' as const),
      join: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
      rows: fc.array(tie('one'), { maxLength: 4 }),
    }),
  ) as fc.Arbitrary<Condition>,
})).one;

describe('conditions', () => {
  test('whatever stands in a file is written back as it was', () => {
    fc.assert(
      fc.property(anything, (json) => {
        expect(writeCondition(readCondition(json))).toEqual(json);
      }),
      { numRuns: 2000 },
    );
  });

  test('whatever the form makes is read back as it was', () => {
    fc.assert(
      fc.property(condition, (made) => {
        expect(readCondition(writeCondition(made))).toEqual(made);
      }),
      { numRuns: 1000 },
    );
  });

  test('every comparison can be chosen and is then the one that is shown', () => {
    fc.assert(
      fc.property(leaf, fc.constantFrom(...CHECKS), (row, check) => {
        const chosen = withCheck(row, check, 'fresh');
        if (row.test.type === 'field') expect(checkOf(chosen)).toBe(check);
        else expect(chosen).toBe(row);
      }),
    );
  });

  test('a comparison that a type does not offer is still shown where it stands', () => {
    for (const type of DATA_TYPES)
      for (const check of CHECKS) expect(checksFor(type, check)).toContain(check);
  });

  test('rows and one alone are the same condition', () => {
    fc.assert(
      fc.property(condition, (made) => {
        const back = fromRows(asRows(made));
        const rows = asRows(made).rows;
        if (made.kind !== 'group') expect(back).toEqual(made);
        else if (rows.length === 1 && made.join !== 'none') expect(back).toEqual(rows[0]);
        else expect(back).toEqual(made);
      }),
    );
  });

  test('members that are newer than this program stay', () => {
    const json: Value = { not: { field: { name: 'size', is: 'L', rounding: 'up' } } };
    const read = readCondition(json) as Leaf;
    expect(writeCondition(withCheck(read, 'is_not', ''))).toEqual({
      field: { name: 'size', is_not: 'L', rounding: 'up' },
    });
    expect(readCondition({ moon: 'full' })).toEqual({ kind: 'kept', json: { moon: 'full' } });
    expect(readCondition({ consent: true })).toEqual({ kind: 'kept', json: { consent: true } });
  });
});
