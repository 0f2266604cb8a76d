import { describe, expect, test } from 'vitest';
import type { BubbleButton, TestDifference, Value } from '@/host';
import { differenceWords, keptCase, lineWords } from './cases';
import {
  addDays,
  DAY,
  firstDay,
  fromWall,
  HOUR,
  midnights,
  minutesOf,
  quietSpans,
  startOfDay,
} from './moments';
import { freeTest } from './Tests';
import { actOf, formAnswer, sampleAnswer } from './talk';
import { apart, keyed, place, shown } from './timeline';
import { answerTo } from './useForm';

const LISBON = 'Europe/Lisbon';
const MONDAY = Date.UTC(2026, 10, 23, 9, 12);

describe('moments', () => {
  test('midnight is where the person lives', () => {
    expect(startOfDay(MONDAY, 'Asia/Tokyo')).toBe(Date.UTC(2026, 10, 22, 15));
    expect(fromWall(Date.UTC(2026, 10, 23, 10), 'America/New_York')).toBe(Date.UTC(2026, 10, 23, 15));
  });

  test('a day with 25 hours is one day', () => {
    const day = startOfDay(Date.UTC(2026, 9, 25, 12), LISBON);
    expect(addDays(day, 1, LISBON) - day).toBe(25 * HOUR);
    expect(midnights(day, day + 3 * DAY, LISBON)).toHaveLength(3);
  });

  test('quiet hours over night are cut off at the ends of what shows', () => {
    const from = Date.UTC(2026, 10, 23);
    const settings = { quiet_hours: { from: '20:00', to: '09:00' } };
    expect(quietSpans(settings, from, from + DAY, 'UTC')).toEqual([
      { from, to: from + 9 * HOUR },
      { from: from + 20 * HOUR, to: from + DAY },
    ]);
    expect(quietSpans({ quiet_hours: { from: '12:00', to: '14:00' } }, from, from + DAY, 'UTC')).toEqual([
      { from: from + 12 * HOUR, to: from + 14 * HOUR },
    ]);
    expect(quietSpans({ quiet_hours: { from: 'late' } }, from, from + DAY, 'UTC')).toEqual([]);
    expect(quietSpans(null, from, from + DAY, 'UTC')).toEqual([]);
  });

  test.each([
    ['21:30', 1290],
    ['24:00', 1440],
    ['25:00', null],
    [9, null],
  ])('%s', (text, minutes) => expect(minutesOf(text)).toBe(minutes));
});

describe('the timeline', () => {
  test('stays with the first days, then follows the hand', () => {
    const first = startOfDay(MONDAY, LISBON);
    expect(shown(MONDAY, MONDAY + DAY, LISBON).from).toBe(first);
    const later = shown(MONDAY, MONDAY + 40 * DAY, LISBON);
    expect(later.from).toBeGreaterThan(first);
    expect(MONDAY + 40 * DAY).toBeGreaterThan(later.from);
    expect(MONDAY + 40 * DAY).toBeLessThan(later.to);
  });

  test('marks that lie over each other are one', () => {
    const marks = apart([{ at: 0 }, { at: 1 }, { at: 50 }], 0, 100, 0.05);
    expect(marks.map(({ at, count }) => [at, count])).toEqual([
      [0, 2],
      [50, 1],
    ]);
    expect(place(150, 0, 100)).toBe(1);
  });

  test('keys move the hand, mirrored where one reads from the right', () => {
    expect(keyed('ArrowRight', false, 0, false)).toBe(60_000);
    expect(keyed('ArrowRight', false, 0, true)).toBe(-60_000);
    expect(keyed('ArrowLeft', true, 0, false)).toBe(-HOUR);
    expect(keyed('PageUp', false, 0, false)).toBe(DAY);
    expect(keyed('a', false, 0, false)).toBeNull();
  });
});

describe('the phone', () => {
  const button = (role: BubbleButton['role'], label: string | null): BubbleButton => ({
    at: '/a',
    role,
    label,
    target: null,
    sign: 'none',
    otherwise: null,
  });
  const choice = { type: 'Choice' as const, choices: [['book', 'Book a time']] as [string, string][] };

  test('a tapped button answers by its id', () => {
    expect(actOf(choice, { button: button('reply', 'Book a time') })).toEqual({
      type: 'Tap',
      id: 'book',
      words: 'Book a time',
    });
    expect(actOf(choice, { row: { at: '/r', title: 'Book a time' } })).toMatchObject({ id: 'book' });
    expect(actOf({ type: 'Text' }, { button: button('reply', 'Yes') })).toMatchObject({ id: 'Yes' });
  });

  test('other buttons open what they open, or nothing', () => {
    expect(actOf({ type: 'Flow', flow: 'f', gives: [] }, { button: button('flow', 'Open') })).toBe('flow');
    expect(actOf(choice, { button: button('flow', 'Open') })).toBeNull();
    expect(actOf(choice, { button: button('url', 'Site') })).toBeNull();
    expect(actOf({ type: 'Location' }, { button: button('send_location', null) })).toBe('place');
  });

  test('a sample answer has what is kept of it', () => {
    const data = { service: { type: 'text', sample: 'Cut' }, day: { type: 'date' } };
    expect(sampleAnswer(['service', 'day'], data)).toEqual({ service: 'Cut', day: 'day' });
    expect(formAnswer('{"service":"Cut","flow_token":"x"}')).toEqual({ service: 'Cut' });
  });

  test('a system answers with the sample a phone takes, else with what would fit', () => {
    const question = { type: 'init' as const };
    const asked = {
      question,
      asks: true,
      next: [],
      suggested: { screen: 'A', data: { free: true } },
      samples: [{ at: '/answers/init/1', answer: { screen: 'B' }, faults: [] }],
    };
    expect(answerTo([asked], question)).toEqual({ type: 'endpoint_answer', screen: 'B', data: {} });
    expect(answerTo([{ ...asked, samples: [] }], question)).toMatchObject({ screen: 'A' });
    expect(answerTo([], question)).toBeNull();
  });
});

describe('tests', () => {
  const title = (id: string) => (id === 'welcome' ? 'Welcome' : id);
  const difference = (wanted: string | null, came: string | null): TestDifference => ({
    who: 0,
    check: null,
    wanted,
    came,
    sentence: 'S',
  });

  test.each([
    ['sent welcome: Hello', '“Welcome” is sent: “Hello”'],
    [
      'sent welcome as template order_here (utility): 1=Ana',
      '“Welcome” is sent as the template “order_here”',
    ],
    ['known size = "L"', '“size” is “L”'],
    ['consent = "given"', '“consent” is “given”'],
    ['reached booked', 'the goal “booked” is reached'],
    ['something new', 'something new'],
  ])('%s', (line, words) => expect(lineWords(line, title)).toBe(words));

  test('a difference is one sentence', () => {
    expect(differenceWords(difference('reached a', 'reached b'), title)).toBe(
      'It was: the goal “a” is reached. Now it is: the goal “b” is reached.',
    );
    expect(differenceWords(difference('called', null), title)).toBe('No longer there: they call.');
    expect(differenceWords(difference(null, 'called'), title)).toBe('New: they call.');
    expect(differenceWords(difference(null, null), title)).toBe('S');
  });

  test('a note that is no test is none; a renamed one keeps the rest', () => {
    expect(keptCase('nothing')).toBeNull();
    expect(keptCase({ name: 'A' })).toBeNull();
    const kept = keptCase({ name: 'A', script: {}, until: 5, expect: ['called'] });
    expect(kept?.with({ name: 'B' }).note).toEqual({ name: 'B', script: {}, until: 5, expect: ['called'] });
  });

  test('a test has its people and what its owner says of them; what is not known stays', () => {
    const note = {
      name: 'A',
      script: { person: { fields: { first_name: 'Ana' } } },
      until: 5,
      checks: [{ tag: 'vip' }, { moon: 'full' }] as Value[],
      others: [{ name: 'Ben', script: { events: [] } }],
      newer: 1,
    };
    const kept = keptCase(note);
    expect(kept?.people.map(({ name }) => name)).toEqual(['Ana', 'Ben']);
    expect(kept?.exact).toBe(false);
    expect(kept?.checks.map(({ what }) => what.type)).toEqual(['tag', 'kept']);
    expect(kept?.with({ name: 'B' }).note).toEqual({ ...note, name: 'B' });
    const { checks: _, ...without } = note;
    expect(kept?.with({ checks: [] }).note).toEqual(without);
  });

  test('a new test takes a name that is free', () => {
    expect(freeTest([])).toBe('/tests/1');
    expect(freeTest(['/tests/2', '/tests/x', '/answers/9'])).toBe('/tests/3');
  });
});

describe('the first day of a run', () => {
  const today = Date.parse('2026-11-29');
  const step = (json: Value) => ({ json });

  test('is today, unless all samples speak of days gone by', () => {
    expect(firstDay([step({ text: 'Hello' })], today)).toBe(today);
    expect(firstDay([step({ day: '2026-01-09' }), step({ day: '2027-03-01' })], today)).toBe(today);
    expect(firstDay([step({ day: '2026-01-09' }), step({ day: '2026-02-01' })], today)).toBe(
      Date.parse('2026-01-05'),
    );
  });
});
