import { expect, test } from 'vitest';
import type { Starter } from '@/host';
import { StarterSearch } from './search';

function starter(id: string, title: string, keywords: string[]): Starter {
  return {
    id,
    trade: 'salon',
    stage: 'decision',
    title,
    summary: '',
    screens: 1,
    questions: 1,
    languages: ['en'],
    chat: { hello: null, message: '', button: '', done: '', doneDetail: null },
    keywords,
  };
}

const search = new StarterSearch(
  [
    starter('booking', 'Book a visit', ['appointment']),
    starter('survey', 'How was it?', ['feedback', 'tomorrow']),
  ],
  (trade) => trade,
  (stage) => stage,
);

const ids = (typed: string) => search.find(typed).starters.map(({ id }) => id);

test('the start of a word finds it', () => {
  expect(ids('appoint')).toEqual(['booking']);
});

test('a slip finds the word that was meant, and says so', () => {
  expect(search.find('tomorow')).toMatchObject({ starters: [{ id: 'survey' }], meant: 'tomorrow' });
});

test('an exact word needs no second guess', () => {
  expect(search.find('feedback').meant).toBeNull();
});

test('one known word among unknown ones is enough', () => {
  expect(ids('collect feedback zzzzzz')).toEqual(['survey']);
});

test('nothing is found for a word that is nowhere', () => {
  expect(search.find('xylophone')).toEqual({ starters: [], meant: null });
});
