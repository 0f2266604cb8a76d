import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { JourneySession, JourneyState } from '@/document';
import { createCanvasStore, yieldKeys } from './store';

test('a line has the keys until cards are selected', () => {
  const session = createStore(() => ({ selection: ['a'] }) as unknown as JourneyState);
  const store = createCanvasStore();
  const stop = yieldKeys(store, { store: session } as Pick<JourneySession, 'store'>);
  const select = (...selection: string[]) => session.setState({ selection });
  const link = () => store.getState().link;

  store.setState({ link: 'a>next' });
  session.setState({ refused: null });
  select();
  expect(link()).toBe('a>next');
  select('b');
  expect(link()).toBeNull();

  stop();
  store.setState({ link: 'a>next' });
  select('a');
  expect(link()).toBe('a>next');
});
