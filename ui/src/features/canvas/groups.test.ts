import { describe, expect, test } from 'vitest';
import type { Edit, JourneySnapshot, JourneyStep, Value } from '@/host';
import { graphOf } from './graph';
import { changeGroup, dropGroup, folded, groupsOf, heightsAt, makeGroup, realOut } from './groups';

const step = (key: string, to: Record<string, string> = {}, y: number | null = null): JourneyStep =>
  ({
    key,
    index: 0,
    id: key,
    title: key,
    kind: 'send',
    role: 'say',
    sealed: false,
    stage: 'decision',
    off: false,
    position: y === null ? null : { x: 0, y },
    ways: Object.entries(to).map(([output, target]) => ({
      output,
      words: null,
      role: 'next',
      to: target,
      lost: null,
    })),
    messages: [],
    timeout: null,
    json: {},
  }) as unknown as JourneyStep;

const STEPS = [
  step('a', { next: 'b' }),
  step('b', { next: 'c' }, 300),
  step('c', { next: 'd', other: 'b' }, 200),
  step('d'),
];
const journey = (notes: Record<string, Value>) => ({ notes, steps: STEPS }) as unknown as JourneySnapshot;

/** The notes after a change. */
function notesAfter(notes: Record<string, Value>, edit: Edit): Record<string, Value> {
  const next = { ...notes };
  for (const one of edit.type === 'Batch' ? edit.edits : [edit]) {
    if (one.type !== 'SetNote') throw new Error('only notes change');
    if (one.value === null) delete next[one.at];
    else next[one.at] = one.value;
  }
  return next;
}

describe('groups', () => {
  test('a step is in one group at most; one whose steps are gone is none', () => {
    const groups = groupsOf(
      {
        '/groups/2': { name: 'Two', steps: ['b', 'c'] },
        '/groups/1': { name: 'One', tint: 'sea', steps: ['a', 'b', 'gone'] },
        '/groups/3': { name: 'Three', steps: ['gone'] },
        '/groups/4': 'what is this',
        '/tests/1': {},
      },
      STEPS,
    );
    expect(groups.map(({ name, tint, members }) => [name, tint, members])).toEqual([
      ['One', 'sea', ['a', 'b']],
      ['Two', 'sand', ['c']],
    ]);
  });

  test('a new one takes its steps out of the one before, which goes when it is empty', () => {
    const before = {
      '/groups/1': { name: 'One', steps: ['a', 'b'], newer: 1 },
      '/groups/2': { steps: ['c'] },
    };
    const made = makeGroup(journey(before), ['b', 'c'], 'New');
    if (made === null) throw new Error('there are steps');
    expect(made.at).toBe('/groups/3');
    expect(notesAfter(before, made.edit)).toEqual({
      '/groups/1': { name: 'One', steps: ['a'], newer: 1 },
      '/groups/3': { name: 'New', tint: 'moss', steps: ['b', 'c'] },
    });
    expect(makeGroup(journey({}), ['nobody'], 'New')).toBeNull();
  });

  test('a change keeps what is not known here; taking the frame away keeps the cards', () => {
    const notes = { '/groups/1': { name: 'One', steps: ['a'], newer: 1 } };
    const [group] = groupsOf(notes, STEPS);
    if (group === undefined) throw new Error('there is one');
    expect(notesAfter(notes, changeGroup(journey(notes), group, { folded: true }))).toEqual({
      '/groups/1': { name: 'One', steps: ['a'], newer: 1, folded: true },
    });
    expect(notesAfter(notes, dropGroup(group))).toEqual({});
  });

  test('folded it is one card: ways lead to it and from it, those inside are hidden', () => {
    const groups = groupsOf({ '/groups/1': { name: 'One', folded: true, steps: ['b', 'c'] } }, STEPS);
    const shown = folded(STEPS, groups);
    expect(shown.map(({ key }) => key)).toEqual(['a', '/groups/1', 'd']);
    expect(shown[1]).toMatchObject({ title: 'One', kind: 'group', position: { y: 200 } });
    const links = graphOf(shown).links.map(({ from, output, to }) => [from, output, to]);
    expect(links).toEqual([
      ['a', 'next', '/groups/1'],
      ['/groups/1', 'c>next', 'd'],
    ]);
    expect(realOut({ from: '/groups/1', output: 'c>next' })).toEqual({ from: 'c', output: 'next' });
    expect(folded(STEPS, [])).toBe(STEPS);
  });

  test('moved folded, its steps keep their places to each other, and it stays where it was put', () => {
    expect([...heightsAt(STEPS.slice(0, 3), 500)]).toEqual([
      ['b', 600],
      ['c', 500],
    ]);
    expect([...heightsAt([step('a'), step('d')], 500)]).toEqual([['a', 500]]);
    expect(heightsAt([], 500).size).toBe(0);
  });

  test('a folded group is led to where one of its steps can be', () => {
    const start = { ...step('start'), role: 'trigger' } as JourneyStep;
    const note = { ...step('note'), role: 'note' } as JourneyStep;
    const roleOf = (steps: JourneyStep[]) => {
      const ids = steps.map(({ id }) => id);
      const groups = groupsOf({ '/groups/1': { name: 'One', folded: true, steps: ids } }, steps);
      return folded(steps, groups)[0]?.role;
    };
    expect(roleOf([start, note])).toBe('trigger');
    expect(roleOf([start, step('a')])).toBe('choose');
  });

  test('of two folded groups one leads to the other', () => {
    const notes = {
      '/groups/1': { name: 'One', folded: true, steps: ['a', 'b'] },
      '/groups/2': { name: 'Two', folded: true, steps: ['c', 'd'] },
    };
    const links = graphOf(folded(STEPS, groupsOf(notes, STEPS))).links;
    expect(links.map(({ from, to }) => [from, to])).toEqual([
      ['/groups/1', '/groups/2'],
      ['/groups/2', '/groups/1'],
    ]);
  });
});
