import type { OnNodeDrag, ReactFlowInstance } from '@xyflow/react';
import { type RefObject, useEffect, useMemo } from 'react';
import { drafts } from '@/document';
import type { Point } from '@/graph-view';
import type { MapActs } from './acts';
import type { MapNode } from './nodes';
import { guides, makeRoom } from './place';
import type { MapStore } from './store';
import type { Places } from './usePlaces';

/** A card this near to standing level with another one snaps to it, in px of the window. */
const SNAP = 5;
/** Steps by keys become one edit after this rest. */
const NUDGE_REST_MS = 500;

export interface CardDrag {
  start: OnNodeDrag<MapNode>;
  /** Where the editor would put the cards under the hand. */
  moved(places: ReadonlyMap<string, Point>): void;
  stop: OnNodeDrag<MapNode>;
  /** Moves the selected cards by keys. */
  nudge(dx: number, dy: number): void;
}

/** Moving cards by hand and by keys: one edit at the end. With Alt the copies move and the originals stay. */
export function useCardDrag({
  acts,
  store,
  flow,
  places,
  root,
}: {
  acts: MapActs;
  store: MapStore;
  flow: Pick<ReactFlowInstance, 'getZoom'>;
  places: Places;
  root: RefObject<HTMLElement | null>;
}): CardDrag {
  const drag = useMemo(() => {
    let hand = new Map<string, Point>();
    let origin = new Map<string, Point>();
    let copying = false;
    let timer = 0;

    const settle = async (edit: Promise<void>) => {
      places.letGo();
      await edit;
      // Refused, or nothing to do: the document decides.
      if (hand.size === 0) places.release();
    };

    const commit = () => {
      window.clearTimeout(timer);
      timer = 0;
      drafts.remove(commit);
      if (hand.size === 0) return;
      const to = new Map([
        ...hand,
        ...makeRoom(new Map([...places.settled(), ...hand]), new Set(hand.keys())),
      ]);
      hand = new Map();
      void settle(acts.move(to));
    };

    const drag: CardDrag & { commit(): void } = {
      commit,
      start: (event, _node, nodes) => {
        commit();
        origin = new Map(nodes.map((node) => [node.id, node.position]));
        copying = 'altKey' in event && event.altKey;
        if (copying) store.setState({ ghosts: [...origin.values()] });
        root.current?.setAttribute('data-dragging-cards', '');
      },
      moved: (wanted) => {
        const settled = places.settled();
        const [only] = wanted;
        if (wanted.size === 1 && only !== undefined) {
          const others = [...settled].filter(([key]) => key !== only[0]).map(([, at]) => at);
          const { at, lines } = guides(only[1], others, SNAP / flow.getZoom());
          hand.set(only[0], at);
          store.setState((state) =>
            lines.length === 0 && state.guides.length === 0 ? state : { guides: lines },
          );
        } else {
          for (const [key, at] of wanted) hand.set(key, at);
        }
        places.hold(hand);
      },
      stop: () => {
        root.current?.removeAttribute('data-dragging-cards');
        store.setState({ guides: [], ghosts: [] });
        const [first] = origin;
        const to = first === undefined ? undefined : hand.get(first[0]);
        if (copying && first !== undefined && to !== undefined) {
          const offset = { x: to.x - first[1].x, y: to.y - first[1].y };
          hand = new Map();
          places.release();
          acts.duplicate(offset);
        } else commit();
      },
      nudge: (dx, dy) => {
        const now = places.now();
        for (const key of acts.selectedKeys()) {
          const at = hand.get(key) ?? now.get(key);
          if (at !== undefined) hand.set(key, { x: at.x + dx, y: at.y + dy });
        }
        places.hold(hand);
        drafts.add(commit);
        window.clearTimeout(timer);
        timer = window.setTimeout(commit, NUDGE_REST_MS);
      },
    };
    return drag;
  }, [acts, store, flow, places, root]);
  // Steps that have not become an edit yet are not lost when the map goes.
  useEffect(() => () => drag.commit(), [drag]);
  return drag;
}
