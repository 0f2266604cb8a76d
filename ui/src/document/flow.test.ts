import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Patch, Screen, Snapshot } from '@/host';
import { applyPatch, flowOf, jsonAt } from './flow';

function screen(id: string, index: number, label = 'Go on'): Screen {
  return {
    key: id,
    index,
    id,
    title: id,
    entry: index === 0,
    terminal: false,
    position: { x: 0, y: 0 },
    json: { id, layout: { children: [{ type: 'Footer', label }] } },
  };
}

const snapshot: Snapshot = {
  revision: 1,
  name: 'Visit',
  readable: true,
  version: '7.2',
  dataApiVersion: null,
  screens: [screen('A', 0), screen('B', 1)],
  edges: [],
  diagnostics: [],
  notes: {},
  history: { undo: [], redo: [] },
};

function patch(change: Partial<Patch>): Patch {
  return {
    revision: 2,
    name: null,
    readable: true,
    version: '7.2',
    dataApiVersion: null,
    order: null,
    screens: [],
    edges: null,
    diagnostics: null,
    text: [],
    notes: {},
    history: { undo: [], redo: [] },
    focus: null,
    ...change,
  };
}

test('what a patch does not name keeps its identity', () => {
  const before = flowOf(snapshot);
  const after = applyPatch(before, patch({ screens: [screen('B', 1, 'Book')] }));
  expect(after.screens.A).toBe(before.screens.A);
  expect(after.edges).toBe(before.edges);
  expect(jsonAt(after, '/screens/1/layout/children/0/label')).toBe('Book');
});

test('a new order drops what is gone and renumbers the rest', () => {
  const after = applyPatch(flowOf(snapshot), patch({ order: ['B'] }));
  expect(Object.keys(after.screens)).toEqual(['B']);
  expect(after.screens.B?.index).toBe(0);
});

test('the text follows its changes in the order they come', () => {
  const flow = flowOf(snapshot, 'one two');
  const after = applyPatch(
    flow,
    patch({
      text: [
        { start: 4, end: 7, text: '2' },
        { start: 0, end: 3, text: '1' },
      ],
    }),
  );
  expect(after.text).toBe('1 2');
});

test('a text nobody asked for stays unknown', () => {
  expect(applyPatch(flowOf(snapshot), patch({ text: [{ start: 0, end: 0, text: 'x' }] })).text).toBeNull();
});

test('any order of any screens is taken over exactly', () => {
  const ids = ['A', 'B', 'C', 'D'];
  fc.assert(
    fc.property(fc.shuffledSubarray(ids), (order) => {
      const screens = order.map((id, index) => screen(id, index));
      const after = applyPatch(flowOf(snapshot), patch({ order, screens }));
      expect(after.order).toEqual(order);
      expect(order.map((id) => after.screens[id]?.index)).toEqual(order.map((_, index) => index));
    }),
  );
});

test('a note comes, changes and goes by its name', () => {
  const one = applyPatch(flowOf(snapshot), patch({ notes: { '/a': 1, '/b': 'x' } }));
  expect(one.notes).toEqual({ '/a': 1, '/b': 'x' });
  const two = applyPatch(one, patch({ notes: { '/a': 2, '/b': null } }));
  expect(two.notes).toEqual({ '/a': 2 });
  expect(applyPatch(two, patch({})).notes).toBe(two.notes);
});
