/** Pictures of the screens for their cards, fetched from the core when a screen changed. */

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Session, useSession } from '@/document';
import { host, type Screen, type ScreenView } from '@/host';

/** Several changes in a row are fetched together. */
const REST_MS = 120;
/** So many screens are asked for at once; the page stays quick while the rest comes. */
const AT_ONCE = 40;

interface Pictures {
  /** Views by key of the screen. */
  views: ReadonlyMap<string, ScreenView>;
}

const pictures = createStore<Pictures>(() => ({ views: new Map() }));

/** The picture of a screen; undefined until it came. */
export function useMiniature(key: string): ScreenView | undefined {
  return useStore(pictures, (state) => state.views.get(key));
}

/** Keeps the pictures of the open Flow up to date while the map is there. */
export function useMiniatures(): void {
  const session = useSession();
  useEffect(() => follow(session), [session]);
}

function follow(session: Session): () => void {
  /** The version of each screen that its picture shows. */
  const drawn = new Map<string, Screen>();
  let stopped = false;
  let timer = 0;
  let busy = false;
  let edges = session.store.getState().flow.edges;

  const fetchChanged = async () => {
    if (busy || stopped) return;
    const { order, screens } = session.store.getState().flow;
    const changed = order
      .filter((key) => screens[key] !== undefined && drawn.get(key) !== screens[key])
      .slice(0, AT_ONCE);
    if (changed.length === 0) return;
    busy = true;
    const versions = changed.map((key) => [key, screens[key]] as const);
    const answer = await host.previewScreens(session.id, changed);
    busy = false;
    if (stopped) return;
    for (const [key, version] of versions) if (version !== undefined) drawn.set(key, version);
    if (answer.ok) {
      const views = new Map(pictures.getState().views);
      for (const view of answer.data) views.set(view.key, view);
      pictures.setState({ views });
    }
    void fetchChanged();
  };

  const stopListening = session.store.subscribe(({ flow }) => {
    // The bar of progress depends on the ways between the screens.
    if (flow.edges !== edges) {
      edges = flow.edges;
      drawn.clear();
    }
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void fetchChanged(), REST_MS);
  });
  void fetchChanged();
  return () => {
    stopped = true;
    window.clearTimeout(timer);
    stopListening();
    pictures.setState({ views: new Map() });
  };
}
