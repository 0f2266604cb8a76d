import { expect, test } from 'vitest';
import { isTyping, matchesKeys } from './keys';

const press = (key: string, held: Partial<KeyboardEventInit> = {}) =>
  new KeyboardEvent('keydown', { key, ...held });

test.each([
  ['Mod+Z', press('z', { ctrlKey: true }), true],
  ['Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false],
  ['Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), true],
  ['?', press('?', { shiftKey: true }), true],
  ['F6', press('F6'), true],
  ['F6', press('F6', { shiftKey: true }), false],
  ['Mod+K', press('k', { ctrlKey: true, altKey: true }), false],
  ['Mod+,', press(',', { ctrlKey: true }), true],
])('%s', (keys, event, expected) => {
  expect(matchesKeys(event, keys)).toBe(expected);
});

test('letters are text in a field and shortcuts elsewhere', () => {
  const field = document.createElement('input');
  const box = document.createElement('input');
  box.type = 'checkbox';
  expect([isTyping(field), isTyping(box), isTyping(document.body)]).toEqual([true, false, false]);
});
