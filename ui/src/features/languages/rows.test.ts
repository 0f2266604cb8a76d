import { expect, test } from 'vitest';
import { wordsOf } from '@/document';
import type { Text } from '@/host';
import { firstRows, groupsOf, isMissing, missing, nextMissing } from './rows';

function text(original: string, screen: string, hasLetters = true): Text {
  const place = { at: '', screen, part: null, component: null, property: 'title', role: 'title' as const };
  return { original, places: [place], limit: null, pieces: [], hasLetters };
}

const TEXTS = [text('Hello', 'A'), text('€9', 'A', false), text('Yes/No', 'B'), text('Bye', 'C')];
const WORDS = wordsOf({
  '/languages/es': {},
  '/words/es/Hello': 'Hola',
  '/words/es/Yes~1No': 'Sí/No',
  '/words/es/Bye': '  ',
  '/words/de/Bye': 'Tschüss',
});
const ALL = { search: '', only: null };

test('what has letters and no words is missing', () => {
  expect(TEXTS.map((text) => isMissing(text, 'es', WORDS))).toEqual([false, false, false, true]);
  expect(missing(TEXTS, ['es', 'de'], WORDS)).toEqual(['Hello', 'Yes/No', 'Bye']);
});

test('rows stand by screens, and can be searched in every language', () => {
  const shown = (search: string) =>
    groupsOf(TEXTS, WORDS, { ...ALL, search }).map((group) => [
      group.screen,
      group.rows.map((row) => row.index),
    ]);
  expect(shown('')).toEqual([
    ['A', [0, 1]],
    ['B', [2]],
    ['C', [3]],
  ]);
  expect(shown('TSCH')).toEqual([['C', [3]]]);
  expect(shown('nothing like it')).toEqual([]);
  expect(groupsOf(TEXTS, WORDS, { search: '', only: new Set(['Bye']) })).toHaveLength(1);
});

test('the first rows, and how many are left', () => {
  const groups = groupsOf(TEXTS, WORDS, ALL);
  const rows = (count: number) => {
    const shown = firstRows(groups, count);
    return [shown.groups.flatMap((group) => group.rows).length, shown.more];
  };
  expect([0, 1, 2, 3, 4, 9].map(rows)).toEqual([
    [0, 4],
    [1, 3],
    [2, 2],
    [3, 1],
    [4, 0],
    [4, 0],
  ]);
});

test('the next missing text is found round the end', () => {
  const rows = groupsOf(TEXTS, WORDS, ALL).flatMap((group) => group.rows);
  expect(nextMissing(rows, 'de', WORDS, 0)?.index).toBe(2);
  expect(nextMissing(rows, 'de', WORDS, 2)?.index).toBe(0);
  expect(nextMissing(rows, 'es', WORDS, 3)?.index).toBe(3);
  const whole = wordsOf({ '/words/es/Bye': 'Adiós', '/words/es/Hello': 'a', '/words/es/Yes~1No': 'b' });
  expect(nextMissing(rows, 'es', whole, 0)).toBeUndefined();
});
