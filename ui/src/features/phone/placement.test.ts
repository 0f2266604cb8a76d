import { expect, test } from 'vitest';
import { type Flow, flowOf } from '@/document';
import type { Edge, Screen, ScreenView, Value } from '@/host';
import { gapAtEnd, moveBy, moveTo, neighbourOf, shownParts, wayTo } from './placement';

function screen(id: string, index: number, json: Value = {}): Screen {
  return {
    key: id,
    index,
    id,
    title: id,
    entry: index === 0,
    terminal: false,
    position: { x: 0, y: 0 },
    json,
  };
}

function way(from: string, to: string): Edge {
  return { from, to, kind: 'navigate', via: '', label: '', broken: false };
}

function flow(screens: Screen[], edges: Edge[] = []): Flow {
  return flowOf({
    revision: 1,
    name: 'Sample',
    readable: true,
    version: '7.3',
    dataApiVersion: null,
    screens,
    edges,
    diagnostics: [],
    notes: {},
    history: { undo: [], redo: [] },
  });
}

function view(items: string[], footer: string | null): ScreenView {
  return {
    key: 'A',
    id: 'A',
    title: 'A',
    back: false,
    progress: null,
    items: items.map((pointer) => ({
      pointer,
      gap: 'normal',
      divider: false,
      kind: { type: 'Sealed', component: '' },
    })),
    footer:
      footer === null
        ? null
        : {
            pointer: footer,
            label: '',
            leftCaption: null,
            centerCaption: null,
            rightCaption: null,
            enabled: true,
          },
    loading: false,
    notice: null,
    rtl: false,
    terminal: false,
  };
}

const LIST = '/screens/0/layout/children';

test('the button is the last part, wherever it stands in the file', () => {
  expect(shownParts(view([`${LIST}/1`, `${LIST}/2`], `${LIST}/0`))).toEqual([
    `${LIST}/1`,
    `${LIST}/2`,
    `${LIST}/0`,
  ]);
});

test.each([
  ['down', `${LIST}/0`, 1, { from: `${LIST}/0`, to: LIST, index: 2 }],
  ['up', `${LIST}/3`, -1, { from: `${LIST}/3`, to: LIST, index: 2 }],
] as const)(
  'a part moves %s past its neighbour on the phone, and what does not show is jumped over',
  (_, part, step, want) => {
    // The part at 1 is hidden.
    const parts = [`${LIST}/0`, `${LIST}/2`, `${LIST}/3`];
    expect(moveBy(parts, part, step)).toEqual({ type: 'MoveItem', ...want });
  },
);

test('a part stays in its own list', () => {
  const parts = [`${LIST}/0/then/0`, `${LIST}/1`];
  expect(moveBy(parts, `${LIST}/0/then/0`, 1)).toBeUndefined();
  expect(moveBy(parts, `${LIST}/1`, -1)).toBeUndefined();
  expect(moveBy(parts, '/elsewhere/0', 1)).toBeUndefined();
});

test.each([
  [0, 0],
  [0, 1],
])('dropping a part into the gap at its own place changes nothing', (from, index) => {
  expect(moveTo([`${LIST}/${from}`], { list: LIST, index })).toBeUndefined();
});

test('a part cannot go into itself', () => {
  expect(moveTo([`${LIST}/0`], { list: `${LIST}/0/children`, index: 0 })).toBeUndefined();
});

test('below everything is behind the last part, and before the button of an empty screen', () => {
  const json = { layout: { type: 'SingleColumnLayout', children: [{ type: 'Footer' }] } };
  const one = flow([screen('A', 0, json)]);
  expect(gapAtEnd(one, view([`${LIST}/0/children/4`], null))).toEqual({
    list: `${LIST}/0/children`,
    index: 5,
  });
  expect(gapAtEnd(one, view([], `${LIST}/0`))).toEqual({ list: LIST, index: 0 });
});

test('after a delete the one behind is next, else the one before', () => {
  const parts = ['a', 'b', 'c'];
  expect(neighbourOf(parts, 'b')).toBe('c');
  expect(neighbourOf(parts, 'c')).toBe('b');
  expect(neighbourOf(['a'], 'a')).toBeUndefined();
});

test('the way to a screen is the shortest one from a start, also round a circle', () => {
  const screens = ['A', 'B', 'C', 'D', 'E'].map((id, index) => screen(id, index));
  const edges = [way('A', 'B'), way('B', 'C'), way('C', 'D'), way('D', 'B'), way('A', 'C')];
  const sample = flow(screens, edges);
  expect(wayTo(sample, 'D')).toEqual(['A', 'C']);
  expect(wayTo(sample, 'A')).toEqual([]);
  expect(wayTo(sample, 'E')).toEqual([]);
});
