import { expect, test } from 'vitest';
import type { JourneyStarter } from '@/host';
import { journeysFor } from './JourneyShelf';

const starter = (id: string, title: string, trades: string[]) =>
  ({ id, title, about: 'Books and reminds.', trades, steps: 3, stages: [], chat: null }) as JourneyStarter;
const ALL = [
  starter('salon', 'Salon: to the next visit', ['salon']),
  starter('shop', 'Online shop', ['shop']),
];
const ids = (typed: string, trade: string | null) =>
  journeysFor(ALL, { typed, trade }, (name) => `trade of ${name}`).map(({ id }) => id);

test('journeys are found by any of their words and by their trade', () => {
  expect(ids('', null)).toEqual(['salon', 'shop']);
  expect(ids('REMINDS visit', null)).toEqual(['salon']);
  expect(ids('trade of shop', null)).toEqual(['shop']);
  expect(ids('', 'shop')).toEqual(['shop']);
  expect(ids('visit', 'shop')).toEqual([]);
});
