import { describe, expect, test } from 'vitest';
import { type Flow, flowOf } from '@/document';
import type { Asked, Edit, Question, Value } from '@/host';
import {
  addSamples,
  answerByItself,
  changeSample,
  dataFor,
  kindOf,
  labelOf,
  opensBySystem,
  sampleAt,
  sentRows,
} from './samples';

const ASK: Question = { type: 'exchange', screen: 'ASK' };
const AT = '/answers/exchange/ASK';

function flow(notes: { [at: string]: Value }, dataApiVersion: string | null = '3.0'): Flow {
  const screen = (id: string, index: number, data: Value) => ({
    key: id,
    index,
    id,
    title: id,
    entry: index === 0,
    terminal: false,
    position: { x: 0, y: 0 },
    json: { id, data },
  });
  return flowOf({
    revision: 1,
    name: 'Sizes',
    readable: true,
    version: '7.3',
    dataApiVersion,
    screens: [
      screen('ASK', 0, { note: { type: 'string', __example__: 'Hi' } }),
      screen('PICK', 1, {
        size: { type: 'string', __example__: 's' },
        count: { type: 'number', __example__: 2 },
      }),
    ],
    edges: [],
    diagnostics: [],
    notes,
    history: { undo: [], redo: [] },
  });
}

/** The notes after an edit made of notes. */
function notesAfter(before: Flow, edit: Edit | undefined): { [at: string]: Value } {
  const notes = { ...before.notes };
  const make = (one: Edit): void => {
    if (one.type === 'Batch') one.edits.forEach(make);
    if (one.type === 'SetNote' && one.value !== null) notes[one.at] = one.value;
    if (one.type === 'SetNote' && one.value === null) delete notes[one.at];
  };
  if (edit !== undefined) make(edit);
  return notes;
}

function asked(of: Flow): Asked {
  const samples = Object.keys(of.notes).flatMap((at) => {
    const answer = sampleAt(of, at);
    return answer === undefined ? [] : [{ at, answer, faults: [] }];
  });
  return { question: ASK, asks: true, next: ['PICK'], suggested: {}, samples };
}

describe('samples', () => {
  test('new ones come behind all that are there, also those that cannot be read', () => {
    const before = flow({ [`${AT}/2`]: { name: 'a' }, [`${AT}/9`]: 'unreadable', '/answers/init/40': {} });
    const notes = notesAfter(
      before,
      addSamples(before, ASK, [{ name: 'good', screen: 'PICK', byItself: true }, { name: 'error' }]),
    );
    expect(notes[`${AT}/10`]).toEqual({ name: 'good', screen: 'PICK', data: {} });
    expect(notes[`${AT}/11`]).toEqual({ name: 'error', data: {} });
    expect(notes[`${AT}/9`]).toBe('unreadable');
  });

  test('a change keeps what else stands in the note, and changes nothing where nothing differs', () => {
    const before = flow({ [`${AT}/1`]: { name: 'a', screen: 'PICK', data: {}, colour: 'red' } });
    expect(notesAfter(before, changeSample(before, `${AT}/1`, { screen: null }))[`${AT}/1`]).toEqual({
      name: 'a',
      data: {},
      colour: 'red',
    });
    expect(changeSample(before, `${AT}/7`, { name: 'b' })).toBeUndefined();
    const same = flow(notesAfter(before, changeSample(before, `${AT}/1`, { name: 'b' })));
    expect(changeSample(same, `${AT}/1`, { name: 'b' })).toBeUndefined();
  });

  test('at most one answers by itself', () => {
    const before = flow({ [`${AT}/1`]: { name: 'a', byItself: true }, [`${AT}/2`]: { name: 'b' } });
    const second = flow(notesAfter(before, answerByItself(before, asked(before), `${AT}/2`)));
    expect([sampleAt(second, `${AT}/1`)?.byItself, sampleAt(second, `${AT}/2`)?.byItself]).toEqual([
      false,
      true,
    ]);
    const none = flow(notesAfter(second, answerByItself(second, asked(second), null)));
    expect(sampleAt(none, `${AT}/2`)?.byItself).toBe(false);
  });

  test('led elsewhere, an answer keeps what fits there and takes the rest from the examples', () => {
    const before = { data: { size: 'm', colour: 'red', error_message: 'No' } };
    expect(dataFor(flow({}), ASK, before, 'PICK')).toEqual({ size: 'm', count: 2 });
    expect(dataFor(flow({}), ASK, before, null)).toEqual({ error_message: 'No' });
    expect(dataFor(flow({}), ASK, before, 'SUCCESS')).toEqual({ extension_message_response: { params: {} } });
  });

  test('the system opens only a form that has one', () => {
    const notes = { '/answers/opened': 'system' };
    expect(opensBySystem(flow(notes))).toBe(true);
    expect(opensBySystem(flow(notes, null))).toBe(false);
    expect(opensBySystem(flow({}))).toBe(false);
  });
});

test.each<[Value, Value, string]>([
  [{ type: 'string' }, 'a', 'text'],
  [{ type: 'string' }, 7, 'raw'],
  [{ type: 'integer' }, 7, 'number'],
  [{ type: 'boolean' }, false, 'truth'],
  [{ type: 'array', items: { type: 'string' } }, ['a'], 'texts'],
  [
    { type: 'array', items: { type: 'object', properties: { title: {} } } },
    [{ id: '1', title: 'a' }],
    'options',
  ],
  [{ type: 'array', items: { type: 'object', properties: { title: {} } } }, [{ id: 1, title: 'a' }], 'raw'],
  [{ type: 'array', items: { type: 'object', properties: { day: {} } } }, [], 'raw'],
  [{ type: 'object' }, {}, 'raw'],
])('%j holding %j is edited as %s', (schema, value, kind) => {
  expect(kindOf(schema, value)).toBe(kind);
});

test('what is sent reads as rows, by the labels people know', () => {
  expect(sentRows('{"action":"data_exchange","data":{"size":"m"}}')).toEqual([{ name: 'size', value: 'm' }]);
  expect(sentRows('no JSON')).toEqual([]);
  const layout = { children: [{ type: 'Form', children: [{ name: 'size', label: 'Your size' }] }] };
  expect(labelOf(layout, 'size')).toBe('Your size');
  expect(labelOf(layout, 'colour')).toBeUndefined();
});
