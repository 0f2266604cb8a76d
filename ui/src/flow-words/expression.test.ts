import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainWords, readWords, slips, writeWords } from './expression';

test.each([
  ['Hello', 'Hello'],
  ['${form.name}', '${form.name}'],
  ['Hi ${form.name}!', "`'Hi ' ${form.name} '!'`"],
  ['${data.a}${screen.VISIT.form.b}', '`${data.a} ${screen.VISIT.form.b}`'],
  ["It's ${data.a}", '`"It\'s " ${data.a}`'],
  ['${nothing} at ${data.a}', "`'${nothing} at ' ${data.a}`"],
])('%s is written', (words, value) => {
  expect(writeWords(words)).toBe(value);
  expect(readWords(value)).toBe(words);
});

test.each(['`${data.n} + 1`', "`${data.a} == 'x'`", '`3`', "`'Hi`"])('%s is more than words', (value) => {
  expect(readWords(value)).toBeNull();
});

test('words are read again as they were', () => {
  const source = fc.constantFrom('${form.a}', '${data.b_2}', '${screen.OTHER_ONE.form.c-d}');
  const text = fc.string({ unit: fc.constantFrom('a', ' ', "'", '"', '\\', '\n', 'é', '😀', '$', '{', '}') });
  fc.assert(
    fc.property(fc.array(fc.oneof(source, text)), (pieces) => {
      const words = pieces.join('');
      fc.pre(!/^`.+`$/s.test(words));
      expect(readWords(writeWords(words))).toBe(words);
    }),
  );
});

test.each([
  ['`${form.a} == 1`', []],
  ['${form.a.start-date}', []],
  ['`${form.b} == 1`', [['unknownSource', 1, 10]]],
  ["`${form.a} == 'x`", [['openText', 14, 16]]],
  ['`(${form.a} == 1`', [['openBracket', 1, 2]]],
  ['${form.a})', [['openBracket', 9, 10]]],
  [
    '`${form.a} ? 1 : 2`',
    [
      ['strange', 11, 12],
      ['strange', 15, 16],
    ],
  ],
])('slips of %s', (text, expected) => {
  const found = slips(text, new Set(['${form.a}'])).map(({ kind, from, to }) => [kind, from, to]);
  expect(found).toEqual(expected);
});

test.each([
  ['Hello', 'Hello'],
  ["`'Hi ' ${screen.VISIT.form.name} '!'`", 'Hi {name}!'],
  ['`${data.n} * 2`', '{n} * 2'],
])('%s reads as words', (value, words) => {
  expect(plainWords(value)).toBe(words);
});
