import { expect, test } from 'vitest';
import type { JsonValue, Screen } from '@/host';
import { findPart, partTree, rowsOf } from './tree';

function screen(...children: JsonValue[]): Screen {
  return {
    key: 'A',
    index: 3,
    id: 'A',
    title: 'A',
    entry: true,
    terminal: false,
    position: { x: 0, y: 0 },
    json: { layout: { type: 'SingleColumnLayout', children } },
  };
}

const at = '/screens/3/layout/children';
const flow = screen(
  { type: 'TextHeading', text: 'Hello' },
  {
    type: 'Form',
    name: 'form',
    children: [
      { type: 'TextInput', name: 'who', label: 'Your name' },
      JSON.parse(
        '{"type":"If","condition":"${form.who} == \'x\'","then":[{"type":"Footer","label":"Go"}]}',
      ) as JsonValue,
    ],
  },
  { type: 'Sparkle' },
  7,
);

test('a row a part, with branches between, and a Form that only indents', () => {
  const rows = rowsOf(partTree(flow), new Set());
  expect(rows.map((row) => [row.depth, row.kind === 'part' ? row.part.type : row.list.words?.kind])).toEqual([
    [0, 'TextHeading'],
    [0, 'Form'],
    [1, 'TextInput'],
    [1, 'If'],
    [2, 'answer'],
    [3, 'Footer'],
    [2, 'others'],
    [0, 'Sparkle'],
    [0, ''],
  ]);
});

test('what is folded hides what it holds', () => {
  expect(rowsOf(partTree(flow), new Set([`${at}/1`])).map((row) => row.depth)).toEqual([0, 0, 0, 0]);
  expect(rowsOf(partTree(flow), new Set([`${at}/1/children/1/then`]))).toHaveLength(8);
});

test('a part is called by the words people read on it', () => {
  const root = partTree(flow);
  expect(findPart(root, `${at}/1/children/0`)?.part.label).toBe('Your name');
  expect(findPart(root, `${at}/0`)?.part.label).toBe('Hello');
  expect(findPart(root, `${at}/9`)).toBeNull();
});

test('an If without the other branch still has a place for it', () => {
  const found = findPart(partTree(flow), `${at}/1/children/1`);
  expect(found?.part.lists.map((list) => [list.pointer, list.exists])).toEqual([
    [`${at}/1/children/1/then`, true],
    [`${at}/1/children/1/else`, false],
  ]);
});

test('a screen without a layout is an empty tree', () => {
  expect(rowsOf(partTree({ ...screen(), json: null }), new Set())).toEqual([]);
});
