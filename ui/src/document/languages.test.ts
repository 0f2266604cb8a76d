import { expect, test } from 'vitest';
import { languagesOf, notesOf, ownLanguage, wordsNote, wordsOf } from './languages';

const NOTES = {
  '/language': 'en',
  '/languages/pt-BR': {},
  '/languages/es': {},
  [wordsNote('es', 'Yes/No ~')]: 'Sí/No',
  [wordsNote('est', 'Yes')]: 'Jah',
  '/answers/LAST': {},
};

test('languages and words are read from the notes', () => {
  expect(languagesOf(NOTES)).toEqual(['es', 'pt-BR']);
  expect(ownLanguage(NOTES)).toBe('en');
  expect(ownLanguage({})).toBeNull();
  expect(wordsOf(NOTES).get('es')).toEqual(new Map([['Yes/No ~', 'Sí/No']]));
});

test('the notes of one language are no other language’s', () => {
  expect(notesOf(NOTES, 'es')).toEqual(['/languages/es', '/words/es/Yes~1No ~0']);
});
