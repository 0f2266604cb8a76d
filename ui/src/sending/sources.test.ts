import { expect, test } from 'vitest';
import { type Flow, flowOf } from '@/document';
import type { Screen, Value } from '@/host';
import { fitting, inputsOf, isBound, sourcesFor } from './sources';
import { usesOf } from './usage';

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

function flow(screens: Screen[]): Flow {
  return flowOf({
    revision: 1,
    name: 'Sample',
    readable: true,
    version: '7.3',
    dataApiVersion: null,
    screens,
    edges: [],
    diagnostics: [],
    notes: {},
    history: { undo: [], redo: [] },
  });
}

const asks = screen('ASKS', 0, {
  layout: {
    type: 'SingleColumnLayout',
    children: [
      {
        type: 'Form',
        name: 'form',
        children: [
          { type: 'TextInput', name: 'who', label: 'Your name' },
          { type: 'TextInput', name: 'age', label: 'Age', 'input-type': 'number' },
          {
            type: 'If',
            condition: '${form.agree}',
            then: [
              {
                type: 'CheckboxGroup',
                name: 'wish',
                label: 'Wishes',
                'data-source': [{ id: 'a', title: 'A' }],
              },
            ],
            else: [
              { type: 'CalendarPicker', name: 'stay', mode: 'range', label: { 'start-date': 'Arrive' } },
            ],
          },
          {
            type: 'Switch',
            value: '${data.kind}',
            cases: { x: [{ type: 'OptIn', name: 'agree', label: 'I agree' }] },
          },
        ],
      },
    ],
  },
  data: {
    kind: { type: 'string', __example__: 'x' },
    times: {
      type: 'array',
      items: { type: 'object', properties: { id: { type: 'string' }, title: { type: 'string' } } },
      __example__: [],
    },
  },
});
const tells = screen('TELLS', 1, {
  layout: {
    type: 'SingleColumnLayout',
    children: [
      { type: 'TextBody', text: '${screen.ASKS.form.who}' },
      { type: 'TextBody', text: "`'For ' ${screen.ASKS.form.who} ${screen.ASKS.form.whole}`" },
      { type: 'TextBody', text: '${form.who}' },
    ],
  },
});
const sample = flow([asks, tells]);

test('inputs in forms, branches and cases are found, in file order', () => {
  expect(inputsOf(asks).map(({ name, label }) => [name, label])).toEqual([
    ['who', 'Your name'],
    ['age', 'Age'],
    ['wish', 'Wishes'],
    ['stay', 'Arrive'],
    ['agree', 'I agree'],
  ]);
});

test('sources are written as Meta wants them, the own screen first', () => {
  const texts = sourcesFor(sample, tells).map((source) => source.text);
  expect(texts).toContain('${screen.ASKS.form.who}');
  expect(texts).toContain('${screen.ASKS.data.kind}');
  expect(sourcesFor(sample, asks)[0]?.text).toBe('${form.who}');
});

test.each([
  [['string'], ['${form.who}', '${data.kind}']],
  [['number'], ['${form.age}']],
  [['array<string>'], ['${form.wish}']],
  [['boolean'], ['${form.agree}']],
  [['array<{id,title}>'], ['${data.times}']],
  [['object'], ['${form.stay}']],
])('a property for %j takes %j', (accepted, texts) => {
  expect(fitting(sourcesFor(sample, asks), accepted).map((source) => source.text)).toEqual(texts);
});

test('an answer is used where its very name is taken, on its own or another screen', () => {
  expect(usesOf(sample, asks, 'who').map((use) => use.pointer)).toEqual([
    '/screens/1/layout/children/0/text',
    '/screens/1/layout/children/1/text',
  ]);
  expect(usesOf(sample, asks, 'agree').map((use) => use.pointer)).toEqual([
    '/screens/0/layout/children/0/children/2/condition',
  ]);
});

test.each([
  ['${form.a}', true],
  ['`1 + 1`', true],
  ['Hello ${form.a}', false],
  ['', false],
  [true, false],
])('%j is bound: %s', (value, bound) => {
  expect(isBound(value)).toBe(bound);
});
