import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsDiff } from './words-diff';

const side = (before: string, after: string, without: 'added' | 'removed') =>
  wordsDiff(before, after)
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

test('only the words that differ are marked', () => {
  expect(wordsDiff('Your visit is on tomorrow', 'Your visit is tomorrow')).toEqual([
    { kind: 'same', text: 'Your visit is ' },
    { kind: 'removed', text: 'on ' },
    { kind: 'same', text: 'tomorrow' },
  ]);
});

test('words that differ one after the other are one change', () => {
  expect(wordsDiff('It leaves our shop today.', 'It has left today.')).toEqual([
    { kind: 'same', text: 'It ' },
    { kind: 'removed', text: 'leaves our shop' },
    { kind: 'added', text: 'has left' },
    { kind: 'same', text: ' today.' },
  ]);
});

test('a detail and the sign behind a word stay what they are', () => {
  expect(wordsDiff('Hello {{name}}. Bye, {{name}}', 'Hello {{name}}, bye, {{name}}')).toEqual([
    { kind: 'same', text: 'Hello {{name}}' },
    { kind: 'removed', text: '. Bye' },
    { kind: 'added', text: ', bye' },
    { kind: 'same', text: ', {{name}}' },
  ]);
});

test('the pieces put together again are both texts', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', ' ', 'word', '\n', '.', ',', '{{x}}', '{{', '}'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(side(before, after, 'added')).toBe(before);
      expect(side(before, after, 'removed')).toBe(after);
    }),
  );
});

test('the same text has no difference', () => {
  expect(wordsDiff('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
});
