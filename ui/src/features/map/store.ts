/** What the map has in hand right now. Nothing of it is kept. */

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Detail, Point } from '@/graph-view';
import type { Pointer } from '@/host';
import type { WindowPoint } from '@/kit';
import type { MapActs } from './acts';
import type { Link } from './graph';
import type { Guide } from './place';

/** A line that is being pulled out of a card. */
export interface Pull {
  /** Key of the card it leaves. */
  from: string;
  /** The link whose end is being moved; none pulls a new one. */
  link: Link | null;
  /** Where its loose end is, on the map. */
  to: Point;
  /** Card under the loose end, and whether the line may reach it. */
  over: { key: string; refusal: Refusal | null } | null;
}

/** Why a line cannot reach a card. */
export type Refusal = 'notItself' | 'notBack' | 'already';

/** A question that opens at a point. */
export type Chooser =
  /** Where a line should lead; at a point of the map when it was dropped there. */
  | { kind: 'where'; from: string; link: Link | null; at: WindowPoint; place: Point | null }
  /** Who should go there, when the button already leads somewhere. */
  | { kind: 'who'; from: string; to: Target; at: WindowPoint };

/** Where a line leads. */
export type Target = { kind: 'card'; key: string } | { kind: 'new'; title: string; place: Point | null };

/** What a new connection could send on, asked beside it. */
export interface Offer {
  /** The action that leads along it. */
  action: Pointer;
  /** Key of the card it leaves. */
  from: string;
  /** Key of the card it reaches. */
  to: string;
}

/** A menu that opens at a point. */
export type MapMenu =
  | { kind: 'cards'; at: WindowPoint }
  | { kind: 'link'; link: Link; at: WindowPoint }
  | { kind: 'ground'; at: WindowPoint; place: Point };

export interface MapState {
  detail: Detail;
  /** Id of the selected link. */
  link: string | null;
  /** Id of the link under the pointer. */
  hovered: string | null;
  /** Key of the card whose title is being typed. */
  renaming: string | null;
  pull: Pull | null;
  chooser: Chooser | null;
  offer: Offer | null;
  menu: MapMenu | null;
  finding: boolean;
  guides: readonly Guide[];
  /** Where the originals stay while copies are being dragged away. */
  ghosts: readonly Point[];
}

export type MapStore = StoreApi<MapState>;

export function createMapStore(): MapStore {
  return createStore<MapState>(() => ({
    detail: 'all',
    link: null,
    hovered: null,
    renaming: null,
    pull: null,
    chooser: null,
    offer: null,
    menu: null,
    finding: false,
    guides: [],
    ghosts: [],
  }));
}

/** What the parts of the map share. */
export interface MapShared {
  store: MapStore;
  acts: MapActs;
  rtl: boolean;
  /** Holds the ends of all lines, above the cards; null until it is drawn. */
  endsLayer: SVGSVGElement | null;
}

const Shared = createContext<MapShared | null>(null);
export const MapProvider = Shared.Provider;

export function useMap(): MapShared {
  const shared = useContext(Shared);
  if (shared === null) throw new Error('useMap outside of the map');
  return shared;
}

/** A part of the state; draws again only when that part changes. */
export function useMapState<T>(select: (state: MapState) => T): T {
  return useStore(useMap().store, select);
}
