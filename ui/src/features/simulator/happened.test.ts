import { expect, test } from 'vitest';
import type { JourneySnapshot, JourneyStep, RunEntry, RunView, RunWhat } from '@/host';
import { checks, comings, happenings } from './happened';
import { DAY } from './moments';
import { talkOf } from './talk';

const MONDAY = Date.UTC(2026, 10, 23, 9, 12);

const step = (key: string, title: string, kind = 'send'): JourneyStep =>
  ({ key, id: key, title, kind, role: 'say', ways: [], messages: [] }) as unknown as JourneyStep;

const journey = {
  steps: [step('mirror', 'Code on the mirror', 'link'), step('welcome', 'Welcome'), step('won', 'Booked')],
} as unknown as JourneySnapshot;

function view(what: [RunWhat, string | null, number?][]): RunView {
  const entries: RunEntry[] = what.map(([one, key, at]) => ({ at: at ?? MONDAY, step: key, what: one }));
  return {
    zone: 'UTC',
    entries,
    phone: [],
    person: { name: 'Ana', consent: 'unknown' },
  } as unknown as RunView;
}

const said = (all: ReturnType<typeof happenings>) => all.map(({ words, second }) => [words, second]);

test('what happened is told in sentences, with what follows', () => {
  const run = view([
    [{ type: 'Wrote', words: 'Hi', form: false }, null],
    [{ type: 'Began' }, 'mirror'],
    [{ type: 'Sent', template: null, category: null, bubble: 1 }, 'welcome'],
    [{ type: 'Waits', until: null }, 'welcome'],
    [{ type: 'Noted', name: 'service', value: 'Cut' }, 'welcome'],
    [{ type: 'Wrote', words: 'Cut', form: true }, null, MONDAY + 60_000],
    [{ type: 'Noted', name: 'consent', value: 'given' }, 'welcome'],
    [{ type: 'Sent', template: 'order_here', category: 'UTILITY', bubble: 2 }, 'welcome'],
    [{ type: 'Refused', why: 'window' }, 'welcome'],
    [{ type: 'Reached', goal: 'booked' }, 'won'],
    [{ type: 'Ended', why: 'goal' }, 'won'],
  ]);
  expect(said(happenings(run, journey))).toEqual([
    ['Ana sends “Hi”', 'window opens, 24 h'],
    ['Ana comes in by “Code on the mirror”', ''],
    ['“Welcome” sent', 'free reply 1'],
    ['Ana sends the form', 'window to Tue 09:13'],
    ['Ana agrees to offers', 'consent kept'],
    ['“Welcome” sent', 'utility'],
    ['“Welcome” was not let out', 'the 24 hours are over'],
    ['Goal “Booked” reached', ''],
  ]);
});

test('a window that was closed opens again', () => {
  const run = view([
    [{ type: 'Wrote', words: 'Hi', form: false }, null],
    [{ type: 'Wrote', words: 'Still there?', form: false }, null, MONDAY + 2 * DAY],
  ]);
  expect(happenings(run, journey).map(({ second }) => second)).toEqual([
    'window opens, 24 h',
    'window opens, 24 h',
  ]);
});

test('only what comes after now is to come', () => {
  const run = view([
    [{ type: 'Began' }, 'mirror'],
    [{ type: 'Reached', goal: 'booked' }, 'won', MONDAY + DAY],
  ]);
  expect(comings(run, MONDAY, journey)).toHaveLength(1);
});

test('a test says what it will hold on to', () => {
  const sent: RunWhat = { type: 'Sent', template: null, category: null, bubble: 0 };
  const run = view([
    [sent, 'welcome'],
    [sent, 'welcome'],
    [{ type: 'Reached', goal: 'booked' }, 'won'],
  ]);
  expect(checks(run, journey).map(({ words }) => words)).toEqual([
    '“Booked” is reached',
    '“Welcome” is sent 2 times',
    'No message is refused',
  ]);
});

test('the talk has its days, reads what was answered, and knows what waits', () => {
  const bubble = { step: null, chat: null, words: null, form: false, answers: null, status: null };
  const run = view([]);
  run.phone = [
    { ...bubble, at: MONDAY, words: 'Hi' },
    { ...bubble, at: MONDAY, step: 'welcome', answers: { type: 'Text' } },
    { ...bubble, at: MONDAY + DAY, words: 'Cut', form: true },
  ];
  const items = talkOf(run, journey, 'en');
  expect(items.map(({ type }) => type)).toEqual(['note', 'out', 'in', 'note', 'out']);
  expect(items[1]).toMatchObject({ words: 'Hi', read: true });
  expect(items[2]).toMatchObject({ name: 'Welcome', waits: true, pick: 'Show “Welcome” on the path' });
  expect(items[4]).toMatchObject({ form: true, read: false });
});
