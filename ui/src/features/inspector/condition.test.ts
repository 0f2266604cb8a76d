import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Clause,
  type Condition,
  needsExpression,
  readCondition,
  type Term,
  writeCondition,
} from './condition';

const yes: Clause = { source: '${data.vip}', operator: '==', value: true };
const colour: Clause = { source: '${form.service}', operator: '==', value: 'colour' };
const many: Clause = { source: '${screen.A.form.n}', operator: '>=', value: 2 };

function all(...terms: Term[]): Condition {
  return { joined: '&&', not: false, terms };
}

function one(...terms: Term[]): Condition {
  return { joined: '||', not: false, terms };
}

test.each<[string, Condition]>([
  ['${data.vip}', all(yes)],
  ['!${data.vip}', all({ ...yes, value: false })],
  ["`${form.service} == 'colour'`", all(colour)],
  ["(${form.service} == 'colour')", all(colour)],
  ['${data.vip} == false', all({ ...yes, value: false })],
  ["`(${form.service} == 'colour') && (${screen.A.form.n} >= 2)`", all(colour, many)],
  ["${data.vip} || (${form.service} == 'colour')", one(yes, colour)],
  ["${form.a} == 'x && y'", all({ source: '${form.a}', operator: '==', value: 'x && y' })],
  [
    '`${form.a} != ${data.vip}`',
    all({ source: '${form.a}', operator: '!=', value: { source: '${data.vip}' } }),
  ],
  ['`${form.n} > -2.5`', all({ source: '${form.n}', operator: '>', value: -2.5 })],
  ["`${data.vip} && (${form.service} == 'colour' || ${screen.A.form.n} >= 2)`", all(yes, one(colour, many))],
  ["`${data.vip} || ${form.service} == 'colour' && ${screen.A.form.n} >= 2`", one(yes, all(colour, many))],
  ["`!(${form.service} == 'colour')`", { ...all(colour), not: true }],
  ["`${data.vip} && !(${form.service} == 'colour')`", all(yes, { ...all(colour), not: true })],
])('%s is read', (text, condition) => {
  expect(readCondition(text)).toEqual(condition);
});

test.each([
  '',
  'true',
  "'a' == 'b'",
  '`${form.n} + 1 == 2`',
  "`!${form.a} == 'x'`",
  '`(${form.a} == 1`',
  '`${form.a} ==`',
  '`${form.a} ${form.b}`',
])('%j stays text', (text) => {
  expect(readCondition(text)).toBeNull();
});

test('what is written is read again as it was', () => {
  const source = fc.constantFrom('${form.a}', '${data.b_2}', '${screen.OTHER_ONE.form.c-d}');
  const compared = fc.record({
    source,
    operator: fc.constantFrom('==' as const, '!=' as const),
    value: fc.oneof(
      fc.string().map((text) => text.replaceAll('`', '’')),
      fc.record({ source }),
    ),
  });
  const counted = fc.record({
    source,
    operator: fc.constantFrom('>' as const, '<=' as const, '==' as const),
    value: fc.integer({ min: -999, max: 999 }),
  });
  const decided = fc.record({ source, operator: fc.constant('==' as const), value: fc.boolean() });
  const clause = fc.oneof(compared, counted, decided);
  const { group } = fc.letrec<{ group: Condition; term: Term }>((tie) => ({
    term: fc.oneof({ maxDepth: 3 }, clause, tie('group')),
    group: fc.record({
      joined: fc.constantFrom('&&' as const, '||' as const),
      not: fc.boolean(),
      terms: fc.array(tie('term'), { minLength: 2, maxLength: 3 }),
    }),
  }));
  fc.assert(
    fc.property(group, (condition) => {
      expect(readCondition(writeCondition(condition, true))).toEqual(condition);
    }),
  );
});

test('an If keeps its own way of writing for what every version takes', () => {
  expect(needsExpression(all(colour))).toBe(false);
  expect(needsExpression(all(colour, yes))).toBe(true);
  expect(needsExpression(all({ ...many, value: 2.5 }))).toBe(true);
  expect(writeCondition(all({ ...colour, value: "it's" }), false)).toBe("${form.service} == 'it’s'");
});

test('one yes/no value stays a plain binding, which every version takes', () => {
  expect(writeCondition(all(yes), true)).toBe('${data.vip}');
  expect(writeCondition(all(colour), true)).toBe("`${form.service} == 'colour'`");
});
