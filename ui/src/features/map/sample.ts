/** Small Flows for tests. */

import type { Edge, JsonValue, Screen } from '@/host';
import type { Graph } from './graph';

export function screen(index: number, id: string, more: Partial<Screen> = {}): Screen {
  return {
    key: id,
    index,
    id,
    title: id,
    entry: index === 0,
    terminal: false,
    position: { x: index * 220, y: 0 },
    json: { id, title: more.title ?? id, layout: { type: 'SingleColumnLayout', children: [] } },
    ...more,
  };
}

export function edge(from: string, to: string, more: Partial<Edge> = {}): Edge {
  return {
    from,
    to,
    kind: 'navigate',
    via: '/screens/0/layout/children/0',
    label: 'Continue',
    broken: false,
    ...more,
  };
}

export function withParts(...children: JsonValue[]): JsonValue {
  return { layout: { type: 'SingleColumnLayout', children } };
}

/** Cards by name in file order, and links written `a>b`. */
export function graph(
  cards: string[],
  links: string[],
  places: Record<string, [number, number]> = {},
): Graph {
  return {
    cards: cards.map((key, index) => ({
      key,
      id: key,
      number: index + 1,
      title: key,
      entry: index === 0,
      terminal: false,
      at: { x: places[key]?.[0] ?? index * 220, y: places[key]?.[1] ?? 0 },
      severity: null,
      headline: null,
      questions: 0,
    })),
    links: links.map((link) => {
      const [from = '', to = ''] = link.split('>');
      return { id: link, from, to, toId: to, ways: [], words: [], broken: false };
    }),
  };
}
