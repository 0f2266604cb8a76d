import { parseDate } from '@internationalized/date';
import { expect, test } from 'vitest';
import { dayOf, dayWords, unavailableDays } from './calendar-day';

test.each(['', 'tomorrow', '1732406400000', '2026-02-30', '26-11-2026'])('%j is no day', (text) => {
  expect(dayOf(text)).toBeNull();
  expect(dayWords(text, 'en', true)).toBe(text);
});

test('a day is written as people write it where they live', () => {
  expect(dayWords('2026-11-26', 'en-US', true)).toBe('Thu, Nov 26, 2026');
  expect(dayWords('2026-11-26', 'pt', false)).toMatch(/26 .*nov.* 2026/);
});

test('listed days and other days of the week cannot be chosen', () => {
  const blocked = unavailableDays(['2026-11-26'], ['Thu', 'Fri']);
  expect(blocked(parseDate('2026-11-26'))).toBe(true);
  expect(blocked(parseDate('2026-11-27'))).toBe(false);
  expect(blocked(parseDate('2026-11-28'))).toBe(true);
  expect(unavailableDays([], null)(parseDate('2026-11-28'))).toBe(false);
  expect(unavailableDays([], [])(parseDate('2026-11-28'))).toBe(true);
});
