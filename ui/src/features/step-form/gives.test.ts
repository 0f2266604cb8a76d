import { expect, test } from 'vitest';
import type { Edit, JourneyStep, Value } from '@/host';
import {
  addGiven,
  columnsOf,
  givesOf,
  removeGiven,
  renameGiven,
  retypeGiven,
  setName,
  setSample,
  typedName,
  valueName,
} from './gives';

const STEP = {
  index: 3,
  kind: 'http',
  json: {
    gives: { state: 'text', eta: 'date', shape: 'hologram' },
    samples: [
      { name: 'On its way', result: { state: 'moving', eta: '2026-01-09', extra: 4 }, colour: 'red' },
      { name: 'Down' },
      'what is this',
    ],
  },
} as unknown as JourneyStep;
const DATA: Value = { state: { type: 'text', sample: 'moving', missing: 'unknown', newer: true } };

const member = (edits: readonly Edit[], key: string): unknown =>
  edits.flatMap((edit) => (edit.type === 'SetProperty' && edit.key === key ? [edit.value] : []))[0];

test('a value is renamed where it is given, in the answers, and is known; all else stays', () => {
  const edits = renameGiven(STEP, DATA, 0, 'parcel state') ?? [];
  expect(member(edits, 'gives')).toEqual({ parcel_state: 'text', eta: 'date', shape: 'hologram' });
  expect(member(edits, 'samples')).toEqual([
    { name: 'On its way', result: { parcel_state: 'moving', eta: '2026-01-09', extra: 4 }, colour: 'red' },
    { name: 'Down' },
    'what is this',
  ]);
  expect(member(edits, 'parcel_state')).toEqual(DATA.state);
  expect(Object.keys(member(edits, 'gives') as object)[0]).toBe('parcel_state');
  expect(renameGiven(STEP, DATA, 0, 'eta')).toBeNull();
  expect(renameGiven(STEP, DATA, 0, '  ')).toBeNull();
  expect(renameGiven(STEP, DATA, 0, 'state')).toEqual([]);
});

test('a type is changed where it is given and where it is known', () => {
  const edits = retypeGiven(STEP, DATA, 0, 'number');
  expect(member(edits, 'gives')).toMatchObject({ state: 'number' });
  expect(member(edits, 'state')).toEqual({
    type: 'number',
    sample: 'moving',
    missing: 'unknown',
    newer: true,
  });
});

test('a new value has a name that is free and is known', () => {
  const edits = addGiven(STEP, DATA, 'state');
  expect(member(edits, 'gives')).toMatchObject({ state_2: 'text' });
  expect(member(edits, 'state_2')).toEqual({ type: 'text' });
  const [, first] = addGiven(STEP, null, 'order');
  expect(first).toEqual({ type: 'SetProperty', at: '', key: 'data', value: { order: { type: 'text' } } });
});

test('a value that is taken away goes out of the answers too; the last one takes the member along', () => {
  const edits = removeGiven(STEP, 1);
  expect(member(edits, 'gives')).toEqual({ state: 'text', shape: 'hologram' });
  expect((member(edits, 'samples') as Value[])[0]).toMatchObject({ result: { state: 'moving', extra: 4 } });
  const one = { index: 0, json: { gives: { a: 'text' } } } as unknown as JourneyStep;
  expect(removeGiven(one, 0)).toEqual([{ type: 'RemoveProperty', at: '/nodes/0', key: 'gives' }]);
});

test('a sample is kept with what the journey knows', () => {
  const [state] = givesOf(STEP);
  if (state === undefined) throw new Error('there is one');
  expect(setSample(DATA, state, 'here')).toMatchObject({
    key: 'state',
    value: { type: 'text', sample: 'here', missing: 'unknown', newer: true },
  });
  expect(setSample(DATA, state, undefined)).toEqual({
    type: 'RemoveProperty',
    at: '/data/state',
    key: 'sample',
  });
});

test('an answer is asked for what is kept of it, and shows what else is in it', () => {
  const samples = (STEP.json as { samples: Value[] }).samples;
  expect(columnsOf(STEP, samples[0] ?? null).map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'state: text',
    'eta: date',
    'shape: hologram',
    'extra: number',
  ]);
  expect(columnsOf({ ...STEP, kind: 'ai' }, null)[0]?.name).toBe('ai_answer');
});

test('names are what the format takes', () => {
  expect(valueName(' order number! ')).toBe('order_number_');
});

test('a name that is typed is one that is known by its words, or is made valid', () => {
  const known = ['was_right', 'größe'];
  expect(typedName(' was right ', known)).toBe('was_right');
  expect(typedName('größe', known)).toBe('größe');
  expect(typedName('Pet name', known)).toBe('Pet_name');
  expect(typedName(' ', known)).toBe('');
  expect(typedName('اسم', known)).toBeNull();
});

test('a value that is named is declared with it, where it is new', () => {
  const ask = { index: 1, kind: 'ask', key: 'ask', ways: [], json: { save: 'was_right' } };
  const event = { index: 0, kind: 'event', key: 'event', ways: [], json: { gives: { amount: 'number' } } };
  const steps = [event, ask] as unknown as JourneyStep[];
  const step = steps[1] as JourneyStep;
  const named = (name: string) => setName(step, 'save', name, { steps, data: DATA });
  const save = (value: string) => ({ type: 'SetProperty', at: '/nodes/1', key: 'save', value });
  expect(named('pet_name')).toEqual({
    type: 'Batch',
    name: null,
    edits: [save('pet_name'), { type: 'SetProperty', at: '/data', key: 'pet_name', value: { type: 'text' } }],
  });
  expect(named('state')).toEqual(save('state'));
  expect(named('was_right')).toBeUndefined();
  expect(named('amount')).toMatchObject({ edits: [save('amount'), { value: { type: 'number' } }] });
  const many = { ...step, json: { expects: { text: { be: 'number' } } } } as unknown as JourneyStep;
  const guests = setName(many, 'save', 'guests', { steps, data: DATA });
  expect(guests).toMatchObject({ edits: [save('guests'), { value: { type: 'number' } }] });
});
