import { expect, test } from 'vitest';
import { type Flow, flowOf } from '@/document';
import type { Edge, Fork, Screen, ScreenView, Value } from '@/host';
import {
  gapAtEnd,
  gapInside,
  isChosen,
  moveBy,
  moveTo,
  neighbourOf,
  rowsOf,
  shownParts,
  wayTo,
} from './placement';

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

function view(items: string[], footer: string | null, forks: Fork[] = []): ScreenView {
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
    forks,
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

/** An If at a place that shows so many items from one on. */
function fork(pointer: string, shown: string | null, start: number, count: number): Fork {
  return {
    pointer,
    branches: [`${pointer}/then`, `${pointer}/else`],
    shown: shown === null ? null : `${pointer}/${shown}`,
    start,
    count,
  };
}

const branched = view(
  [`${LIST}/0`, `${LIST}/1/then/0`, `${LIST}/1/then/1/else/0`, `${LIST}/2`],
  `${LIST}/4`,
  [fork(`${LIST}/1`, 'then', 1, 2), fork(`${LIST}/1/then/1`, 'else', 2, 1), fork(`${LIST}/3`, 'else', 4, 0)],
);

test('the strip of an If stands above what it shows, the outer one first, also when it shows nothing', () => {
  expect(shownParts(branched)).toEqual([
    `${LIST}/0`,
    `${LIST}/1`,
    `${LIST}/1/then/0`,
    `${LIST}/1/then/1`,
    `${LIST}/1/then/1/else/0`,
    `${LIST}/2`,
    `${LIST}/3`,
    `${LIST}/4`,
  ]);
  const inside = rowsOf(branched).map((row) => row.kind === 'item' && row.inBranch);
  expect(inside).toEqual([false, false, true, false, true, false, false]);
});

test('a selected If is its strip alone; a selected part is not the strip around it', () => {
  const chosen = (selected: string | null) =>
    shownParts(branched).filter((part) => isChosen(branched, part, selected));
  expect(chosen(`${LIST}/1`)).toEqual([`${LIST}/1`]);
  expect(chosen(`${LIST}/1/then/1/else/0`)).toEqual([`${LIST}/1/then/1/else/0`]);
  expect(chosen(`${LIST}/2/label`)).toEqual([`${LIST}/2`]);
  expect(chosen(LIST)).toEqual(
    shownParts(branched).filter((part) => !branched.forks.some((f) => f.pointer === part)),
  );
  expect(chosen(null)).toEqual([]);
});

test('a part moves past an If as a whole', () => {
  expect(moveBy(shownParts(branched), `${LIST}/0`, 1)).toEqual({
    type: 'MoveItem',
    from: `${LIST}/0`,
    to: LIST,
    index: 1,
  });
});

test('what is dropped below a strip goes to the top of its branch, when that is written', () => {
  const json: Value = { layout: { children: [{ type: 'TextBody' }, { type: 'If', then: [] }] } };
  const one = flow([screen('A', 0, json)]);
  expect(gapInside(one, fork(`${LIST}/1`, 'then', 0, 0))).toEqual({ list: `${LIST}/1/then`, index: 0 });
  expect(gapInside(one, fork(`${LIST}/1`, 'else', 0, 0))).toBeUndefined();
  expect(gapInside(one, fork(`${LIST}/1`, null, 0, 0))).toBeUndefined();
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
  expect(gapAtEnd(one, branched)).toEqual({ list: LIST, index: 4 });
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
