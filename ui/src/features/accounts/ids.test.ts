import { expect, test } from 'vitest';
import { cleanId, cleanToken, isId } from './ids';

test('an id copied with spaces or dashes is still an id', () => {
  expect(isId(cleanId(' 1023-4567 8901 '))).toBe(true);
});

test.each(['', '12', 'abc12345', '+351215550142', '1'.repeat(21)])('%j is no id', (text) => {
  expect(isId(cleanId(text))).toBe(false);
});

test('a token broken over lines is put together', () => {
  expect(cleanToken('EAAB\n xyz ')).toBe('EAABxyz');
});
