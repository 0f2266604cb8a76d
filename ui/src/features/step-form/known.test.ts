import { expect, test } from 'vitest';
import type { JourneyStep, StepWay, Value } from '@/host';
import { knownAt, stepsBefore } from './known';

const step = (id: string, kind: string, json: Value, to: Record<string, string> = {}): JourneyStep =>
  ({
    key: id,
    id,
    kind,
    json,
    ways: Object.entries(to).map(([output, key]) => ({ output, to: key }) as StepWay),
  }) as unknown as JourneyStep;

const ASK = {
  expects: 'choice',
  save: 'size',
  message: {
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text: 'Which?' },
      action: {
        buttons: [
          { type: 'reply', reply: { id: 's', title: 'Small' } },
          { type: 'reply', reply: { id: 'l', title: 'Large' } },
        ],
      },
    },
  },
};
const STEPS = [
  step('start', 'event', { gives: { order: 'text', amount: 'number' } }, { next: 'ask' }),
  step('ask', 'ask', ASK, { 'answer:s': 'branch', no_answer: 'ask' }),
  step('branch', 'branch', {}, { else: 'look' }),
  step('look', 'http', { gives: { eta: 'date' } }, { next: 'branch2' }),
  step('branch2', 'branch', {}),
  step('aside', 'set', { field: 'colour', value: 'red' }),
];
const DATA = {
  visits: { type: 'number', known: true },
  colour: { type: 'text' },
  size: { type: 'text' },
  odd: { type: 'hologram' },
};

test('what leads to a step is all before it, through loops too', () => {
  expect([...stepsBefore(STEPS, STEPS[2] as JourneyStep)].sort()).toEqual(['ask', 'start']);
  expect(stepsBefore(STEPS, STEPS[0] as JourneyStep).size).toBe(0);
});

test('a step counts on what came before it; types come from data or from who gives it', () => {
  const at = (index: number) =>
    new Map(knownAt(STEPS, DATA, STEPS[index] as JourneyStep).map((value) => [value.name, value]));
  const first = at(2);
  expect(first.get('amount')).toMatchObject({ type: 'number', by: [STEPS[0]] });
  expect(first.get('size')).toMatchObject({ type: 'text', by: [STEPS[1]], choices: ['Small', 'Large'] });
  expect(first.get('eta')).toMatchObject({ type: 'date', by: [] });
  expect(first.get('colour')?.by).toEqual([]);
  expect(first.get('visits')).toMatchObject({ type: 'number', by: 'everybody' });
  expect(first.get('first_name')?.by).toBe('everybody');
  expect(first.get('odd')?.type).toBe('text');
  expect(at(4).get('eta')?.by).toEqual([STEPS[3]]);
});

test('what a step can count on stands first', () => {
  const names = knownAt(STEPS, DATA, STEPS[2] as JourneyStep).map(({ name }) => name);
  expect(names.slice(0, 3).sort()).toEqual(['amount', 'order', 'size']);
  expect(names.slice(-3).sort()).toEqual(['colour', 'eta', 'odd']);
});
