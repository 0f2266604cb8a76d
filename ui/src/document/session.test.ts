import { beforeEach, expect, test, vi } from 'vitest';
import type { Answer, Edit, Patch, Screen, Snapshot } from '@/host';
import { flowOf } from './flow';
import { type Session, sessionOf } from './session';

const core = vi.hoisted(() => ({
  flowEdit: vi.fn(),
  flowOpen: vi.fn(),
  flowSource: vi.fn(),
  flowUndo: vi.fn(),
}));
vi.mock('@/host', () => ({ host: core }));

function screen(id: string, index: number): Screen {
  const json = { id, layout: { children: [{ type: 'TextBody' }, { type: 'Footer' }] } };
  const position = { x: 0, y: 0 };
  return { key: id, index, id, title: id, entry: index === 0, terminal: false, position, json };
}

function snapshot(revision: number, ids: string[]): Snapshot {
  return {
    revision,
    name: 'Visit',
    readable: true,
    version: '7.2',
    dataApiVersion: null,
    screens: ids.map(screen),
    edges: [],
    diagnostics: [],
    notes: {},
    history: { undo: [], redo: [] },
  };
}

function patch(revision: number, ids: string[], focus: string | null = null): Patch {
  return { ...snapshot(revision, ids), order: ids, text: [], focus };
}

const ok = <T>(data: T): Promise<Answer<T>> => Promise.resolve({ ok: true, data });
const stale = (): Promise<Answer<never>> =>
  Promise.resolve({ ok: false, error: { code: 'stale', sentence: 'Changed meanwhile.', meta: null } });

const label: Edit = { type: 'SetProperty', at: '/screens/1/layout/children/1', key: 'label', value: 'Book' };
const removeFirst: Edit = { type: 'RemoveItems', items: ['/screens/0/layout/children/0'] };

let session: Session;

beforeEach(() => {
  for (const command of Object.values(core)) command.mockReset();
  session = sessionOf('flow', flowOf(snapshot(1, ['A', 'B'])));
});

test('edits go one by one, each against the revision the one before made', async () => {
  core.flowEdit.mockImplementation((_flow, revision: number) => ok(patch(revision + 1, ['A', 'B'])));
  await Promise.all([session.dispatch(label), session.dispatch(label), session.dispatch(label)]);
  expect(core.flowEdit.mock.calls.map((call) => call[1])).toEqual([1, 2, 3]);
  expect(session.store.getState().flow.revision).toBe(4);
});

test('an edit whose pointers may have moved meanwhile is not sent as if they had not', async () => {
  core.flowEdit.mockImplementation((_flow, revision: number) =>
    revision === 1 && core.flowEdit.mock.calls.length === 1 ? ok(patch(2, ['A', 'B'])) : stale(),
  );
  core.flowOpen.mockImplementation(() => ok(snapshot(2, ['A', 'B'])));
  const [, second] = await Promise.all([session.dispatch(removeFirst), session.dispatch(label)]);
  expect(core.flowEdit.mock.calls[1]?.[1]).toBe(1);
  expect(second.ok).toBe(false);
});

test('an edit that names screens is tried again after somebody else changed the Flow', async () => {
  core.flowEdit.mockImplementationOnce(stale).mockImplementationOnce(() => ok(patch(6, ['A', 'B'])));
  core.flowOpen.mockImplementation(() => ok(snapshot(5, ['A', 'B'])));
  const answer = await session.dispatch({ type: 'RenameFlow', name: 'Book' });
  expect(answer.ok).toBe(true);
  expect(core.flowEdit.mock.calls.map((call) => call[1])).toEqual([1, 5]);
});

test('an edit made when its turn comes sees the Flow as it is then', async () => {
  core.flowEdit.mockImplementation((_flow, revision: number) => ok(patch(revision + 1, ['A', 'B', 'C'])));
  const seen: number[] = [];
  await Promise.all([
    session.dispatch(removeFirst),
    session.dispatch((flow) => {
      seen.push(flow.order.length);
      return label;
    }),
  ]);
  expect(seen).toEqual([3]);
});

test('the selected part follows its screen when another one goes away', async () => {
  session.select({ screens: ['B'], part: '/screens/1/layout/children/1' });
  core.flowEdit.mockImplementation(() => ok(patch(2, ['B'])));
  await session.dispatch({ type: 'DeleteScreens', screens: ['A'] });
  expect(session.store.getState().selection).toEqual({
    screens: ['B'],
    part: '/screens/0/layout/children/1',
  });
});

test('the eye goes to what the change put there', async () => {
  core.flowEdit.mockImplementation(() => ok(patch(2, ['A', 'B'], '/screens/0/layout/children/1/label')));
  await session.dispatch(label);
  const { selection, reveal } = session.store.getState();
  expect(selection).toEqual({ screens: ['A'], part: '/screens/0/layout/children/1' });
  expect(reveal?.pointer).toBe('/screens/0/layout/children/1/label');
});

test('whoever has gone somewhere else meanwhile stays there', async () => {
  core.flowEdit.mockImplementation(() => ok(patch(2, ['A', 'B'], '/screens/1/layout/children/1')));
  const changed = session.dispatch(label);
  session.select({ screens: ['A'], part: null });
  await changed;
  expect(session.store.getState().selection).toMatchObject({ screens: ['A'], part: null });
});

test('a full disk is said until trying again works', async () => {
  const full = { code: 'disk_full', sentence: 'The disk is full.', meta: null };
  core.flowEdit
    .mockImplementationOnce(() => Promise.resolve({ ok: false, error: full }))
    .mockImplementationOnce(() => ok(patch(2, ['A', 'B'])));
  await session.dispatch(label);
  expect(session.store.getState().saved.state).toBe('failed');
  await session.retry();
  expect(session.store.getState().saved.state).toBe('saved');
});
