import { expect, test } from 'vitest';
import { flowOf } from '@/document';
import type { Screen } from '@/host';
import { setAction } from './payload';

const screen: Screen = {
  key: 'ASK',
  index: 0,
  id: 'ASK',
  title: 'Ask',
  entry: true,
  terminal: false,
  position: { x: 0, y: 0 },
  json: {},
};

test.each([
  [null, ['SetProperty', 'SetEndpoint']],
  ['3.0', ['SetProperty']],
])('asking the system, with data_api_version %s, makes %j in one step', (dataApiVersion, made) => {
  const flow = flowOf({
    revision: 1,
    name: 'Sizes',
    readable: true,
    version: '7.3',
    dataApiVersion,
    screens: [screen],
    edges: [],
    diagnostics: [],
    notes: {},
    history: { undo: [], redo: [] },
  });
  const before = { name: 'complete', payload: { size: '${form.size}' } };
  const edit = setAction(flow, screen, '/x', 'on-click-action', 'data_exchange', before, true);
  const edits = edit?.type === 'Batch' ? edit.edits : [edit];
  expect(edits.map((one) => one?.type)).toEqual(made);
  expect(edits[0]).toMatchObject({ value: { name: 'data_exchange', payload: { size: '${form.size}' } } });
});
