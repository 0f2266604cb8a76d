import { expect, test } from 'vitest';
import type { JourneySnapshot, JourneyStep } from '@/host';
import { type Line, linesOf } from './lines';

function step(key: string, kind: string, to: Record<string, string | null> = {}): JourneyStep {
  return {
    key,
    index: 0,
    id: key,
    title: key,
    kind,
    role: kind === 'keyword' ? 'trigger' : 'say',
    sealed: false,
    stage: 'awareness',
    off: false,
    position: null,
    ways: Object.entries(to).map(([output, target]) => ({
      output,
      words: output,
      role: 'choice',
      to: target,
      lost: null,
    })),
    messages: [],
    timeout: null,
    json: {},
  };
}

const ids = (lines: readonly Line[]): unknown[] =>
  lines.map(({ id, lines: below }) => (below.length === 0 ? id : [id, ids(below)]));

function rows(steps: JourneyStep[]): Line[] {
  return linesOf({ steps, diagnostics: [] } as unknown as JourneySnapshot)[0]?.lines ?? [];
}

test('waits stand below their way, each a row of its step', () => {
  const lines = rows([
    step('hi', 'keyword', { next: 'day' }),
    step('day', 'wait', { next: 'nine' }),
    step('nine', 'wait_until', { next: 'ask' }),
    step('ask', 'send', { yes: null }),
  ]);
  expect(ids(lines)).toEqual([['step hi', [['hi next > ask', ['step day', 'step nine']]]], 'step ask']);
});

test('an end stands below the first way that comes to it, also past a wait; no row twice', () => {
  const lines = rows([
    step('ask', 'send', { yes: 'day', no: 'end', maybe: 'end' }),
    step('day', 'wait', { next: 'end' }),
    step('end', 'end'),
    step('alone', 'end'),
  ]);
  expect(ids(lines)).toEqual([
    ['step ask', [['ask yes > end', ['step day', 'step end']], 'ask no > end', 'ask maybe > end']],
    'step alone',
  ]);
});

test('a wait that several ways come to is a step of its lane', () => {
  const lines = rows([
    step('ask', 'send', { yes: 'day', no: 'day' }),
    step('day', 'wait', { next: 'thanks' }),
    step('thanks', 'send'),
  ]);
  expect(ids(lines)).toEqual([
    ['step ask', ['ask yes > day', 'ask no > day']],
    ['step day', ['day next > thanks']],
    'step thanks',
  ]);
});
