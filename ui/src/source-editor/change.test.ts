import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, changeBetween, changeOfFile, withPlainLines } from './change';

function apply(text: string, change: Change | null): string {
  return change === null ? text : text.slice(0, change.start) + change.text + text.slice(change.end);
}

const line = fc.stringMatching(/^[ab😀é"{}]*$/u);
const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));

test('a change leads from one text to the other and never cuts a character', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = changeBetween(before, after);
      expect(apply(before, change)).toBe(after);
      // Half a character would become a replacement sign on its way through UTF-8.
      expect(new TextDecoder().decode(new TextEncoder().encode(change?.text ?? ''))).toBe(change?.text ?? '');
    }),
  );
});

test('the same text is no change', () => {
  expect(changeBetween('abc', 'abc')).toBeNull();
});

test('a change is as small as one stretch can be', () => {
  expect(changeBetween('{"a": 1, "b": 2}', '{"a": 1, "b": 3}')).toEqual({ start: 14, end: 15, text: '3' });
  expect(changeBetween('aa', 'aaa')).toEqual({ start: 2, end: 2, text: 'a' });
});

test('in a file with Windows line ends the change lands at its place and keeps them', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const raw = before.replaceAll('\n', '\r\n');
      const result = apply(raw, changeOfFile(raw, after));
      expect(withPlainLines(result)).toBe(after);
      if (raw.includes('\r\n')) expect(result).toBe(after.replaceAll('\n', '\r\n'));
    }),
  );
});
