import { expect, test } from 'vitest';
import { problemsOf } from '@/document';
import { finding } from '@/document/finding.sample';
import type { Severity } from '@/host';
import { rowsOf, stepFrom } from './order';

const NONE: ReadonlySet<string> = new Set();

const all = problemsOf([
  finding('short-first', '/a', 'advice'),
  finding('no-button', '/b', 'blocked'),
  finding('long-label', '/c', 'risky'),
  finding('no-button', '/b', 'blocked'),
]);

test('the worst stand first, the same finding twice keeps two rows', () => {
  const rows = rowsOf(all, new Set(), NONE);
  expect(rows.map((row) => row.problem.severity)).toEqual(['blocked', 'blocked', 'risky', 'advice']);
  expect(new Set(rows.map((row) => row.id)).size).toBe(4);
});

test('what is filtered out has no row', () => {
  expect(rowsOf(all, new Set<Severity>(['blocked', 'advice']), NONE).map((row) => row.problem.rule)).toEqual([
    'long-label',
  ]);
});

test('next and previous go round, and start at an end when the current one is gone', () => {
  const rows = rowsOf(all, new Set(), NONE);
  const ids = rows.map((row) => row.id);
  expect(stepFrom(rows, ids[3] ?? null, 1)?.id).toBe(ids[0]);
  expect(stepFrom(rows, ids[0] ?? null, -1)?.id).toBe(ids[3]);
  expect(stepFrom(rows, 'gone', 1)?.id).toBe(ids[0]);
  expect(stepFrom(rows, null, -1)?.id).toBe(ids[3]);
  expect(stepFrom([], null, 1)).toBeUndefined();
});

test('what follows from a problem is folded under it until it is opened', () => {
  const problems = problemsOf([
    finding('wrong-type', '/screens/0/layout/children/0/text', 'blocked'),
    finding('echo', '/screens/0/layout/children/0/text', 'blocked'),
    finding('echo', '/screens/0/layout/children/0/text/0', 'blocked'),
  ]);
  const [closed, ...more] = rowsOf(problems, new Set(), NONE);
  expect(closed).toMatchObject({ problem: { rule: 'wrong-type' }, echoes: 2, isEcho: false });
  expect(more).toEqual([]);
  const opened = rowsOf(problems, new Set(), new Set([closed?.id ?? '']));
  expect(opened.map((row) => row.isEcho)).toEqual([false, true, true]);
  expect(new Set(opened.map((row) => row.id)).size).toBe(3);
});
