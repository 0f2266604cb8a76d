import { expect, test } from 'vitest';
import { type Flow, flowOf } from '@/document';
import type { Edge, Edit, Screen, Value } from '@/host';
import { checklist, fillOpen, type Sending, sendNoMore, sendOn } from './checklist';

const ACTION = '/screens/1/layout/children/4/on-click-action';
const text = { type: 'string' };

function screen(id: string, index: number, json: { [key: string]: Value }): Screen {
  return {
    key: id,
    index,
    id,
    title: `Title ${id}`,
    entry: index === 0,
    terminal: false,
    position: { x: 0, y: 0 },
    json: { id, ...json },
  };
}

function layout(...children: Value[]): { [key: string]: Value } {
  return { layout: { type: 'SingleColumnLayout', children } };
}

function footer(to: string, payload: Value | undefined): Value {
  const action: Value = { name: 'navigate', next: { type: 'screen', name: to } };
  return {
    type: 'Footer',
    label: 'Go on',
    'on-click-action': payload === undefined ? action : { ...action, payload },
  };
}

function edge(from: string, to: string): Edge {
  return { from, to, kind: 'navigate', via: ACTION, label: '', broken: false };
}

/** A leads to B, B to C; nothing leads from D. */
function flow(payload: Value | undefined, target: { [key: string]: Value } = {}): Flow {
  const first = screen('A', 0, layout({ type: 'TextInput', name: 'who', label: 'Your name' }));
  const second = screen('B', 1, {
    data: { price: { type: 'number', __example__: 12 } },
    ...layout(
      {
        type: 'RadioButtonsGroup',
        name: 'size',
        label: 'Which size?',
        'data-source': [{ id: 's', title: 'Small' }],
      },
      { type: 'OptIn', name: 'agree', label: 'I agree' },
      { type: 'PhotoPicker', name: 'photos', label: 'Photos' },
      { type: 'TextBody', text: 'Hello' },
      footer('C', payload),
    ),
  });
  const third = screen('C', 2, target);
  const apart = screen('D', 3, layout({ type: 'TextInput', name: 'apart', label: 'Apart' }));
  return flowOf({
    revision: 1,
    name: 'Sample',
    readable: true,
    version: '7.3',
    dataApiVersion: null,
    screens: [first, second, third, apart],
    edges: [edge('A', 'B'), edge('B', 'C')],
    diagnostics: [],
    notes: {},
    history: { undo: [], redo: [] },
  });
}

function sending(of: Flow, target: string | null = 'C'): Sending {
  const home = of.screens.B;
  if (home === undefined) throw new Error('no screen');
  return { flow: of, screen: home, action: ACTION, target };
}

function source(at: Sending, label: string) {
  const rows = checklist(at).groups.flatMap((group) => group.rows);
  const found = rows.find((row) => row.source.label === label);
  if (found === undefined) throw new Error(`no ${label}`);
  return found.source;
}

function edits(edit: Edit): Edit[] {
  return edit.type === 'Batch' ? edit.edits : [edit];
}

test('what this screen and those before it ask and know is offered, a group a screen', () => {
  const { groups } = checklist(sending(flow({ other: '${form.size}' })));
  expect(
    groups.map(({ screen: of, rows }) => [of?.id, rows.map((row) => [row.source.label, row.keys])]),
  ).toEqual([
    [
      undefined,
      [
        ['Which size?', ['other']],
        ['I agree', []],
        ['price', []],
      ],
    ],
    ['A', [['Your name', []]]],
  ]);
});

test('files reach a system, not a screen', () => {
  const labels = checklist(sending(flow({}), null)).groups.flatMap((group) =>
    group.rows.map((row) => row.source.label),
  );
  expect(labels).toContain('Photos');
});

test('a ticked answer is sent, and the next screen learns its type with an example', () => {
  const at = sending(flow(undefined));
  expect(edits(sendOn(at, source(at, 'Which size?')))).toEqual([
    { type: 'SetProperty', at: '/screens/2', key: 'data', value: { size: { ...text, __example__: 's' } } },
    { type: 'SetProperty', at: ACTION, key: 'payload', value: { size: '${form.size}' } },
  ]);
  expect(edits(sendOn(at, source(at, 'I agree')))[0]).toMatchObject({
    value: { agree: { type: 'boolean', __example__: true } },
  });
  // A value is given on as it was declared.
  expect(edits(sendOn(at, source(at, 'price')))[0]).toMatchObject({
    value: { price: { type: 'number', __example__: 12 } },
  });
  expect(edits(sendOn(at, source(at, 'Your name')))[1]).toMatchObject({
    value: { who: '${screen.A.form.who}' },
  });
});

test('what the next screen waits for is filled, not doubled; what it has of another type is left alone', () => {
  const size = { ...text, __example__: 's' };
  const waits = sending(flow({ size: '' }, { data: { size } }));
  expect(edits(sendOn(waits, source(waits, 'Which size?')))).toEqual([
    { type: 'SetProperty', at: `${ACTION}/payload`, key: 'size', value: '${form.size}' },
  ]);
  const number = sending(flow({ size: 2 }, { data: { size: { type: 'number', __example__: 2 } } }));
  expect(edits(sendOn(number, source(number, 'Which size?')))).toEqual([
    { type: 'SetProperty', at: '/screens/2/data', key: 'size_2', value: { ...text, __example__: 's' } },
    { type: 'SetProperty', at: `${ACTION}/payload`, key: 'size_2', value: '${form.size}' },
  ]);
});

test('an answer that is no longer sent is forgotten by the next screen', () => {
  const at = sending(
    flow({ chosen: '${form.size}', price: '${data.price}' }, { data: { chosen: text, price: text } }),
  );
  expect(edits(sendNoMore(at, source(at, 'Which size?')))).toEqual([
    { type: 'RemoveProperty', at: '/screens/2/data', key: 'chosen' },
    { type: 'RemoveProperty', at: `${ACTION}/payload`, key: 'chosen' },
  ]);
});

test('the model goes with its last value', () => {
  const at = sending(flow({ size: '${form.size}' }, { data: { size: text } }));
  expect(edits(sendNoMore(at, source(at, 'Which size?')))[0]).toEqual({
    type: 'RemoveProperty',
    at: '/screens/2',
    key: 'data',
  });
});

test('what the next screen reads, or something else sends it, stays in its model', () => {
  const data = { data: { size: text, price: text } };
  const read = sending(
    flow({ size: '${form.size}' }, { ...data, ...layout({ type: 'TextBody', text: '${data.size}' }) }),
  );
  expect(edits(sendNoMore(read, source(read, 'Which size?')))).toHaveLength(1);
  const changed: Value = {
    type: 'OptIn',
    name: 'x',
    label: 'X',
    'on-select-action': { name: 'update_data', payload: { size: 'l' } },
  };
  const sent = sending(flow({ size: '${form.size}' }, { ...data, ...layout(changed) }));
  expect(edits(sendNoMore(sent, source(sent, 'Which size?')))).toHaveLength(1);
});

test('what is waited for and not sent is open, with what would fit', () => {
  const at = sending(
    flow(
      { empty: '', given: 'x', nothing: [] },
      {
        data: {
          empty: text,
          given: text,
          missing: { type: 'boolean' },
          nothing: { type: 'array', items: text },
        },
      },
    ),
  );
  const { open } = checklist(at);
  expect(open.map((row) => [row.key, row.sources.map((fit) => fit.label)])).toEqual([
    ['empty', ['Which size?', 'Your name']],
    ['missing', ['I agree']],
    ['nothing', []],
  ]);
  expect(edits(fillOpen(at, 'missing', source(at, 'I agree')))).toEqual([
    { type: 'SetProperty', at: `${ACTION}/payload`, key: 'missing', value: '${form.agree}' },
  ]);
});
