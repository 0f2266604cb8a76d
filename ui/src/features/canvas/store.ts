import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { JourneySession } from '@/document';
import type { Point } from '@/graph-view';
import type { Stage } from '@/host';
import type { WindowPoint } from '@/kit';
import type { CanvasActs } from './acts';
import type { Prices } from './prices';

/** A way out that something is to be put to. */
export interface Out {
  readonly from: string;
  readonly output: string;
}

/** The question which kind of step comes, or which step a way leads to. */
export interface Chooser {
  readonly at: WindowPoint;
  /** The way it comes after; none: it stands alone. */
  readonly out: Out | null;
  /** Where it stands. */
  readonly place: Point | null;
  readonly stage: Stage | null;
  /** New steps only, steps there are only, or both. */
  readonly offers: 'new' | 'known' | 'both';
}

export interface CanvasState {
  readonly chooser: Chooser | null;
  readonly menu: { readonly at: WindowPoint; readonly place: Point | null } | null;
  /** Id of the line that has the keys. */
  readonly link: string | null;
  /** Key of the card whose findings are open. */
  readonly problem: string | null;
  readonly finding: boolean;
  /** Note of the group that is given a name. */
  readonly naming: string | null;
}

export type CanvasStore = StoreApi<CanvasState>;

export function createCanvasStore(): CanvasStore {
  return createStore<CanvasState>(() => ({
    chooser: null,
    menu: null,
    link: null,
    problem: null,
    finding: false,
    naming: null,
  }));
}

/** The line gives the keys to cards that are selected, by whatever they are. Returns how to stop. */
export function yieldKeys(store: CanvasStore, session: Pick<JourneySession, 'store'>): () => void {
  return session.store.subscribe(({ selection }, before) => {
    if (selection !== before.selection && selection.length > 0) store.setState({ link: null });
  });
}

export interface Shared {
  readonly store: CanvasStore;
  readonly acts: CanvasActs;
  readonly rtl: boolean;
  /** What messages cost; without any it is not told here. */
  readonly prices: Prices;
  /** Cards cannot be changed here. */
  readonly isPicture: boolean;
  /** Somebody wants to work on the selected step. */
  onOpen(): void;
}

const Context = createContext<Shared | null>(null);
export const CanvasProvider = Context.Provider;

export function useCanvas(): Shared {
  const shared = use(Context);
  if (shared === null) throw new Error('a part of the canvas is drawn outside of it');
  return shared;
}

export function useCanvasState<T>(select: (state: CanvasState) => T): T {
  return useStore(useCanvas().store, select);
}
