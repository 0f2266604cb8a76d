import { beforeEach, expect, test, vi } from 'vitest';
import type { Answer, History } from '@/host';
import { liveWords } from '@/kit';
import { undoCommands } from './undo';

const entry = (name: string) => ({ name, at: '0' });

beforeEach(() => {
  vi.useFakeTimers();
});

test('what was taken back is said, also when the window was not drawn since', async () => {
  const left = ['Fold the group', 'Name the group', 'Group two steps'];
  const gone: string[] = [];
  const undo = (): Promise<Answer<{ history: History }>> => {
    gone.unshift(left.shift() ?? '');
    const history = { undo: left.map(entry), redo: gone.map(entry) };
    return Promise.resolve({ ok: true, data: { history } });
  };
  const drawn = { undo: 'Fold the group', redo: undefined };
  const [command] = undoCommands({ undo, redo: undo }, drawn);
  for (const said of ['Fold the group', 'Name the group', 'Group two steps']) {
    command?.run();
    await vi.advanceTimersByTimeAsync(2000);
    expect(liveWords.getState().polite).toContain(said);
  }
});
