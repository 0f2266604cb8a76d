import { expect, test } from 'vitest';
import { branchWords } from '@/flow-words';
import type { JsonValue } from '@/host';
import { branchFooter, cardAt, refusal, waysOut } from './connect';
import type { Link } from './graph';
import { graph, screen, withParts } from './sample';

test('the nearest card under a point takes the line, also a little beside it', () => {
  const places = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 100, y: 0 }],
  ]);
  expect(cardAt(places, { x: 110, y: 50 })).toBe('a');
  expect(cardAt(places, { x: 130, y: 50 })).toBe('b');
  expect(cardAt(places, { x: -10, y: 50 })).toBe('a');
  expect(cardAt(places, { x: -30, y: 50 })).toBeNull();
});

test.each([
  ['a', 'a', 'notItself'],
  ['a', 'b', 'already'],
  ['b', 'a', 'notBack'],
  ['a', 'c', null],
])('from %s to %s: %s', (from, to, reason) => {
  expect(refusal(graph(['a', 'b', 'c'], ['a>b']), from, to)).toBe(reason);
});

const navigate = (to: string): JsonValue => ({
  name: 'navigate',
  next: { type: 'screen', name: to },
  payload: {},
});
const footer = (to: string): JsonValue => ({
  type: 'Footer',
  label: 'Continue',
  'on-click-action': navigate(to),
});
const question: JsonValue = {
  type: 'RadioButtonsGroup',
  name: 'service',
  label: 'Service',
  'data-source': [
    { id: 'cut', title: 'Cut' },
    { id: "o'clock", title: 'By the clock' },
  ],
};
const link = (to: string, ...ways: string[]): Link => ({
  id: to,
  from: 'A',
  to,
  toId: to,
  ways,
  words: [],
  broken: false,
});
const at = '/screens/0/layout/children';

test('a button that leads nowhere yet is taken without a question', () => {
  const json = withParts(question, { type: 'Footer', label: 'Continue' });
  expect(waysOut(screen(0, 'A', { json }), [], () => null)).toEqual([]);
});

test('a button that leads somewhere can lead elsewhere, or only for one answer', () => {
  const json = withParts(question, footer('B'));
  const ways = waysOut(screen(0, 'A', { json }), [link('B', `${at}/1`)], () => null);
  expect(ways).toEqual([
    { kind: 'press', via: `${at}/1`, words: null, old: 'B' },
    {
      kind: 'answer',
      footer: `${at}/1`,
      field: 'service',
      question: 'Service',
      option: 'cut',
      answer: 'Cut',
    },
  ]);
});

test('buttons in branches are not branched again', () => {
  const branches = {
    type: 'If',
    condition: "${form.service} == 'cut'",
    then: [footer('B')],
    else: [footer('C')],
  };
  const json = withParts(question, branches);
  const links = [link('B', `${at}/1/then/0`), link('C', `${at}/1/else/0`)];
  const ways = waysOut(screen(0, 'A', { json }), links, (via) => branchWords(json, via));
  expect(ways.map((way) => way.kind === 'press' && way.words?.kind)).toEqual(['answer', 'others']);
});

test('branching keeps the button for everybody else', () => {
  const json = withParts(question, footer('B'));
  const [, way] = waysOut(screen(0, 'A', { json }), [link('B', `${at}/1`)], () => null);
  if (way?.kind !== 'answer') throw new Error('no answer to branch on');
  const branch = branchFooter(screen(0, 'A', { json }), way);
  expect(branch?.via).toBe(`${at}/1/then/0`);
  expect(branch?.edit).toEqual({
    type: 'ReplaceValue',
    at: `${at}/1`,
    value: { type: 'If', condition: "${form.service} == 'cut'", then: [footer('B')], else: [footer('B')] },
  });
});
