import { expect, test } from 'vitest';
import { parts, pieceNames, withNames, withPieces } from './pieces';

const DAY = '${screen.TIME.form.day}';
const OTHER_DAY = '${data.day}';

test('bindings get short names that differ', () => {
  const names = pieceNames([DAY, OTHER_DAY, 'picture:1', '(${data.n} * 2)']);
  expect([...names.values()]).toEqual(['{day}', '{day 2}', '{picture}', '{value}']);
});

test('what is typed with names is kept with pieces, whatever the order', () => {
  const names = pieceNames([DAY, OTHER_DAY]);
  const kept = withPieces('{day 2} antes de {day}; {other}', names);
  expect(kept).toBe(`${OTHER_DAY} antes de ${DAY}; {other}`);
  expect(withNames(kept, names)).toBe('{day 2} antes de {day}; {other}');
});

test('a text comes apart into words and pieces', () => {
  expect(parts(`On ${DAY}.`, pieceNames([DAY]))).toEqual([
    { words: 'On ', isPiece: false },
    { words: '{day}', isPiece: true },
    { words: '.', isPiece: false },
  ]);
});
