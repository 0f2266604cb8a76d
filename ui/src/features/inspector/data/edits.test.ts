import { expect, test } from 'vitest';
import { type Flow, flowOf } from '@/document';
import type { Screen, Value } from '@/host';
import type { Schema } from '@/sending';
import { changeData, giveData, removeData, renameInData } from './edits';

const text = { type: 'string' };
const visit: Schema = { type: 'object', properties: { day: text }, __example__: { day: 'Monday' } };

function screen(id: string, index: number, json: { [key: string]: Value }): Screen {
  return {
    key: id,
    index,
    id,
    title: id,
    entry: index === 0,
    terminal: false,
    position: { x: 0, y: 0 },
    json: { id, ...json },
  };
}

const leads = (payload: Value): Value => ({
  type: 'Footer',
  label: 'Go on',
  'on-click-action': { name: 'navigate', next: { type: 'screen', name: 'B' }, payload },
});
const first = screen('A', 0, {
  layout: { type: 'SingleColumnLayout', children: [leads({ visit: {}, note: 'x' })] },
});
const second = screen('B', 1, {
  data: { visit, note: { type: 'string', __example__: 'x' } },
  layout: {
    type: 'SingleColumnLayout',
    children: [
      { type: 'TextBody', text: "`'On ' ${data.visit.day} ${data.visit.days} ${form.day}`" },
      { type: 'TextBody', text: '${screen.A.data.visit.day}' },
    ],
  },
});
const third = screen('C', 2, {
  layout: {
    type: 'SingleColumnLayout',
    children: [{ type: 'TextBody', text: '${screen.B.data.visit.day}' }],
  },
});
const flow: Flow = flowOf({
  revision: 1,
  name: 'Sample',
  readable: true,
  version: '7.3',
  dataApiVersion: null,
  screens: [first, second, third],
  edges: [],
  diagnostics: [],
  notes: {},
  history: { undo: [], redo: [] },
});

test('a renamed member is followed by what reads it, and by nothing else', () => {
  const edit = renameInData(flow, second, 'visit', visit, [], 'day', 'date');
  expect(edit).toMatchObject({
    type: 'Batch',
    edits: [
      { type: 'RenameProperty', at: '/screens/1/data/visit/properties', key: 'day', to: 'date' },
      { type: 'RenameProperty', at: '/screens/1/data/visit/__example__', key: 'day', to: 'date' },
      {
        type: 'ReplaceValue',
        at: '/screens/1/layout/children/0/text',
        value: "`'On ' ${data.visit.date} ${data.visit.days} ${form.day}`",
      },
      { type: 'ReplaceValue', at: '/screens/2/layout/children/0/text', value: '${screen.B.data.visit.date}' },
    ],
  });
});

test('a removed value is no longer sent either', () => {
  expect(removeData(flow, second, 'visit')).toMatchObject({
    edits: [
      { type: 'RemoveProperty', at: '/screens/1/data', key: 'visit' },
      { type: 'RemoveProperty', at: '/screens/0/layout/children/0/on-click-action/payload', key: 'visit' },
    ],
  });
});

test('a value more leaves those that are there', () => {
  expect(
    giveData(second, { note: { type: 'string', __example__: 'y' }, n: { type: 'number' } }),
  ).toMatchObject({
    edits: [
      { type: 'ReplaceValue', at: '/screens/1/data/note/__example__', value: 'y' },
      { type: 'SetProperty', at: '/screens/1/data', key: 'n', value: { type: 'number' } },
    ],
  });
});

test('the first value makes the model', () => {
  expect(giveData(first, { note: text })).toMatchObject({
    edits: [{ type: 'SetProperty', at: '/screens/0', key: 'data', value: { note: text } }],
  });
});

test('what is the same is no edit', () => {
  expect(changeData(second, 'visit', visit, { ...visit })).toBeUndefined();
});
