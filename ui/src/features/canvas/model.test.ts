import { describe, expect, it } from 'vitest';
import type { JourneyStep, Stage } from '@/host';
import { laneAt, laneX } from './geometry';
import { graphOf, onWay } from './graph';
import { ghostPlaces, layout } from './layout';

function step(
  key: string,
  kind: string,
  stage: Stage | null,
  to: Record<string, string> = {},
  y: number | null = null,
): JourneyStep {
  const outputs = Object.keys(to).length === 0 ? ['next'] : Object.keys(to);
  return {
    key,
    index: 0,
    id: key,
    title: key,
    kind,
    role: kind === 'keyword' ? 'trigger' : kind.startsWith('wait') ? 'wait' : 'say',
    sealed: false,
    stage,
    off: false,
    position: y === null ? null : { x: 0, y },
    ways: outputs.map((output) => ({
      output,
      words: null,
      role: output === 'next' ? 'next' : 'choice',
      to: to[output] ?? null,
      lost: null,
    })),
    messages: [],
    timeout: null,
    json: {},
  };
}

describe('the graph of a journey', () => {
  it('draws a wait with one way in as a pill on the line', () => {
    const graph = graphOf([
      step('hi', 'keyword', 'awareness', { next: 'day' }),
      step('day', 'wait', 'awareness', { next: 'nine' }),
      step('nine', 'wait_until', 'awareness', { next: 'ask' }),
      step('ask', 'send', 'decision'),
    ]);
    expect(graph.cards.map(({ step: { key }, lane }) => [key, lane])).toEqual([
      ['hi', 0],
      ['ask', 2],
    ]);
    expect(graph.links.map(({ id, to, waits }) => [id, to, waits.map(({ key }) => key)])).toEqual([
      ['hi>next', 'ask', ['day', 'nine']],
    ]);
  });

  it('follows a way past its waits to a card or an end', () => {
    const graph = graphOf([
      step('hi', 'keyword', 'awareness', { next: 'day' }),
      step('day', 'wait', 'awareness', { next: 'nine' }),
      step('nine', 'wait_until', 'awareness', { next: 'end' }),
      step('end', 'end', 'awareness'),
    ]);
    expect([...graph.pills]).toEqual(['day', 'nine']);
    const { to, waits } = onWay(graph, 'day');
    expect([to, ...waits.map(({ key }) => key)]).toEqual(['end', 'day', 'nine']);
    expect(onWay(graph, null)).toEqual({ to: null, waits: [] });
  });

  it('keeps a wait as a card where several ways meet, where it leads nowhere, and in a ring of waits', () => {
    const graph = graphOf([
      step('a', 'send', 'awareness', { x: 'both', y: 'both', z: 'open' }),
      step('both', 'wait', 'awareness', { next: 'b' }),
      step('open', 'wait', 'awareness'),
      step('b', 'send', 'awareness'),
      step('round', 'wait', 'awareness', { next: 'about' }),
      step('about', 'wait', 'awareness', { next: 'round' }),
    ]);
    expect(graph.cards.map(({ step: { key } }) => key)).toEqual(['a', 'both', 'open', 'b', 'round', 'about']);
  });

  it('puts a step without a stage into the lane of what leads to it', () => {
    const graph = graphOf([
      step('a', 'keyword', 'retention', { next: 'b' }),
      step('b', 'send', null),
      step('lost', 'send', null),
    ]);
    expect(graph.cards.map(({ lane }) => lane)).toEqual([3, 3, 0]);
  });
});

describe('the layout of a journey', () => {
  it('sets a step below the one before it in its lane, and beside it in another', () => {
    const graph = graphOf([
      step('a', 'keyword', 'awareness', { next: 'b' }),
      step('b', 'send', 'awareness', { x: 'c', y: 'd' }),
      step('c', 'send', 'decision'),
      step('d', 'send', 'decision'),
    ]);
    const places = layout(graph, () => 100);
    expect([...places]).toEqual([
      ['a', 40],
      ['b', 176],
      ['c', 176],
      ['d', 312],
    ]);
  });

  it('leaves what was put somewhere and goes round it', () => {
    const graph = graphOf([
      step('a', 'keyword', 'awareness', { next: 'b' }, 500),
      step('b', 'send', 'awareness', {}, null),
      step('c', 'send', 'awareness', {}, 636),
    ]);
    const places = layout(graph, () => 100);
    expect(places.get('a')).toBe(500);
    expect(places.get('c')).toBe(636);
    expect(places.get('b')).toBe(772);
  });

  it('mirrors lanes from right to left', () => {
    for (const rtl of [false, true])
      for (const lane of [0, 1, 2, 3, 4]) expect(laneAt(laneX(lane, rtl) + 60, rtl)).toBe(lane);
    expect(laneX(0, true)).toBe(laneX(4, false));
  });
});

describe('steps that are gone', () => {
  it('stand where they stood unless another card is there now, and move no card', () => {
    const graph = graphOf([
      step('hi', 'keyword', 'awareness', { next: 'ask' }),
      step('ask', 'send', 'awareness', {}, 300),
    ]);
    const places = layout(graph, () => 100);
    const before = new Map(places);
    const gone = (key: string, y: number | null, from: string | null = null) => ({
      step: step(key, 'send', 'awareness', {}, y),
      lane: 0,
      from,
    });
    const spots = ghostPlaces(
      [gone('free', 900), gone('taken', 310), gone('nowhere', null), gone('after', null, 'free')],
      graph,
      places,
      () => 100,
    );
    expect(places).toEqual(before);
    expect(spots.get('free')).toBe(900);
    expect(spots.get('after')).toBe(1036);
    expect(spots.get('taken')).toBe(436);
    const all = [...places.values(), ...spots.values()].sort((a, b) => a - b);
    for (const [index, y] of all.entries()) {
      const next = all[index + 1];
      if (next !== undefined) expect(next - y).toBeGreaterThanOrEqual(62);
    }
  });
});
