import { expect, test } from 'vitest';
import type { Diagnostic, Severity } from '@/host';
import { buildGraph, EMPTY, storyOrder } from './graph';
import { edge, graph, screen, withParts } from './sample';

function finding(severity: Severity, on: string | null): Diagnostic {
  const span = { start: 0, end: 0 };
  const lines = { line_start: 1, column_start: 1, line_end: 1, column_end: 1 };
  const place = { pointer: '', path: '', span, lines, screen: on };
  return {
    rule: 'r',
    meta_code: null,
    severity,
    place,
    more_places: [],
    headline: severity,
    why: '',
    message: '',
    fixes: [],
  };
}

test('a card carries the worst mark of its screen, and advice is no mark', () => {
  const screens = [screen(0, 'A'), screen(1, 'B'), screen(2, 'C')];
  const found = [
    finding('risky', 'A'),
    finding('blocked', 'A'),
    finding('advice', 'B'),
    finding('blocked', null),
  ];
  const { cards } = buildGraph(EMPTY, screens, [], found);
  expect(cards.map((card) => card.severity)).toEqual(['blocked', null, null]);
  expect(cards[0]?.headline).toBe('blocked');
});

test('questions are the parts that give an answer, in every branch, without the Form', () => {
  const json = withParts({
    type: 'Form',
    name: 'form',
    children: [
      { type: 'TextInput', name: 'a' },
      { type: 'If', condition: '${data.x}', then: [{ type: 'DatePicker', name: 'b' }], else: [] },
      { type: 'Footer', label: 'Go' },
    ],
  });
  expect(buildGraph(EMPTY, [screen(0, 'A', { json })], [], []).cards[0]?.questions).toBe(2);
});

test('the only way out has no words, several have', () => {
  const screens = [screen(0, 'A'), screen(1, 'B'), screen(2, 'C')];
  expect(buildGraph(EMPTY, screens, [edge('A', 'B')], []).links[0]?.words).toEqual([]);
  const both = buildGraph(
    EMPTY,
    screens,
    [edge('A', 'B', { label: 'Next' }), edge('A', 'C', { label: 'Skip' })],
    [],
  );
  expect(both.links.map((link) => link.words)).toEqual([
    [{ kind: 'press', label: 'Next' }],
    [{ kind: 'press', label: 'Skip' }],
  ]);
});

test('ways between the same screens are one line, and a route that repeats a button adds nothing', () => {
  const edges = [
    edge('A', 'B', { via: '/a' }),
    edge('A', 'B', { via: '/b' }),
    edge('A', 'B', { via: '/routing_model/A/0', kind: 'route' }),
  ];
  const { links } = buildGraph(EMPTY, [screen(0, 'A'), screen(1, 'B')], edges, []);
  expect(links.map((link) => link.ways)).toEqual([['/a', '/b']]);
});

test('a way to a screen that is not there keeps its name', () => {
  const { links } = buildGraph(EMPTY, [screen(0, 'A')], [edge('A', 'GONE', { broken: true })], []);
  expect(links).toMatchObject([{ from: 'A', to: null, toId: 'GONE', broken: true }]);
});

test('what did not change keeps its identity', () => {
  const screens = [screen(0, 'A'), screen(1, 'B')];
  const before = buildGraph(EMPTY, screens, [edge('A', 'B')], []);
  const moved = { ...screens[1], position: { x: 1, y: 1 } } as (typeof screens)[number];
  const after = buildGraph(before, [screens[0] as (typeof screens)[number], moved], [edge('A', 'B')], []);
  expect(after.cards[0]).toBe(before.cards[0]);
  expect(after.cards[1]).not.toBe(before.cards[1]);
  expect(after.links[0]).toBe(before.links[0]);
});

test('the story goes along the links from the start, then through the rest', () => {
  expect(storyOrder(graph(['A', 'B', 'C', 'D', 'X'], ['A>C', 'C>B', 'A>D']))).toEqual([
    'A',
    'C',
    'D',
    'B',
    'X',
  ]);
});

test('a circle is told once', () => {
  expect(storyOrder(graph(['A', 'B'], ['A>B', 'B>A', 'A>A']))).toEqual(['A', 'B']);
});
