import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { flushDrafts } from '@/document';
import type { Imported, Value } from '@/host';
import { leaveView } from '@/kit';

/** Where the user is. */
export type Route =
  | { view: 'gallery' }
  | { view: 'flows' }
  | { view: 'editor'; flow: string; tryIt?: boolean; at?: string | undefined }
  | {
      view: 'publish';
      /** Ids of Flows, templates and journeys. */
      documents: readonly string[];
      /** Where it was opened. */
      back: Route;
    }
  | { view: 'messages' }
  | { view: 'journeys' }
  | {
      view: 'journey';
      journey: string;
      /** A place in its text to show at first. */
      at?: string | undefined;
      /** It was just made of a starter. */
      isFresh?: boolean;
    }
  | { view: 'board' }
  | { view: 'starters' }
  | { view: 'message'; message: string }
  | {
      view: 'simulate';
      journey: string;
      start?: string | undefined;
      /** A run to begin with. */
      replay?: { readonly script: Value; readonly until: number } | undefined;
      /** The tests are shown at first. */
      tests?: boolean;
    }
  | { view: 'settings' };

/** Where a document that was taken in is worked on. */
export function toDocument({ kind, id }: Imported): Route {
  if (kind === 'flow') return { view: 'editor', flow: id };
  return kind === 'journey' ? { view: 'journey', journey: id } : { view: 'message', message: id };
}

const store = createStore<{ route: Route; back: readonly Route[] }>(() => ({
  route: { view: 'gallery' },
  back: [],
}));

/** What is being typed is kept, and what was said of this view goes. */
function leave(): void {
  flushDrafts();
  leaveView();
}

export function go(route: Route): void {
  leave();
  store.setState((state) => ({ route, back: [...state.back, state.route].slice(-20) }));
}

/** To where the user came from. */
export function goBack(): void {
  leave();
  store.setState((state) => ({
    route: state.back.at(-1) ?? { view: 'gallery' },
    back: state.back.slice(0, -1),
  }));
}

export function useRoute(): Route {
  return useStore(store, (state) => state.route);
}
