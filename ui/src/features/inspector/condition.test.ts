import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Clause, type Condition, readCondition, writeCondition } from './condition';

const yes: Clause = { source: '${data.vip}', operator: '==', value: true };
const colour: Clause = { source: '${form.service}', operator: '==', value: 'colour' };
const many: Clause = { source: '${screen.A.form.n}', operator: '>=', value: 2 };

test.each<[string, Condition]>([
  ['${data.vip}', { joined: '&&', clauses: [yes] }],
  ['!${data.vip}', { joined: '&&', clauses: [{ ...yes, value: false }] }],
  ["`${form.service} == 'colour'`", { joined: '&&', clauses: [colour] }],
  ["(${form.service} == 'colour')", { joined: '&&', clauses: [colour] }],
  ['${data.vip} == false', { joined: '&&', clauses: [{ ...yes, value: false }] }],
  ["`(${form.service} == 'colour') && (${screen.A.form.n} >= 2)`", { joined: '&&', clauses: [colour, many] }],
  ["${data.vip} || (${form.service} == 'colour')", { joined: '||', clauses: [yes, colour] }],
  [
    "${form.a} == 'x && y'",
    { joined: '&&', clauses: [{ source: '${form.a}', operator: '==', value: 'x && y' }] },
  ],
])('%s is read', (text, condition) => {
  expect(readCondition(text)).toEqual(condition);
});

test.each([
  '',
  'true',
  "'a' == 'b'",
  '${form.n} + 1 == 2',
  '${data.a} && (${data.b} || ${data.c})',
  '${data.a} && ${data.b} || ${data.c}',
  "!(${form.a} == 'x')",
])('%j stays text', (text) => {
  expect(readCondition(text)).toBeNull();
});

test('what is written is read again as it was', () => {
  const source = fc.constantFrom('${form.a}', '${data.b_2}', '${screen.OTHER_ONE.form.c-d}');
  const compared = fc.record({
    source,
    operator: fc.constantFrom('==' as const, '!=' as const),
    value: fc.string().map((text) => text.replaceAll("'", '’')),
  });
  const counted = fc.record({
    source,
    operator: fc.constantFrom('>' as const, '<=' as const, '==' as const),
    value: fc.integer({ min: -999, max: 999 }),
  });
  const decided = fc.record({ source, operator: fc.constant('==' as const), value: fc.boolean() });
  const clauses = fc.array(fc.oneof(compared, counted, decided), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      clauses,
      fc.constantFrom('&&' as const, '||' as const),
      fc.boolean(),
      (list, joined, backticks) => {
        const condition = { joined: list.length === 1 ? ('&&' as const) : joined, clauses: list };
        expect(readCondition(writeCondition(condition, backticks))).toEqual(condition);
      },
    ),
  );
});

test('one yes/no value stays a plain binding, which every version takes', () => {
  expect(writeCondition({ joined: '&&', clauses: [yes] }, true)).toBe('${data.vip}');
  expect(writeCondition({ joined: '&&', clauses: [colour] }, true)).toBe("`${form.service} == 'colour'`");
});
