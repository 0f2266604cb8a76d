import { useLayoutEffect, useMemo, useState } from 'react';
import type { Point } from '@/graph-view';
import { mirrored } from './geometry';
import type { Graph } from './graph';
import { landing, motionMs } from './motion';

/** Milliseconds in which cards glide to new places. */
const GLIDE_MS = 260;
/** More cards than this jump: each frame of a glide draws all of them. */
const MOST_GLIDING = 150;

/** Top left corners of cards by key. */
export type Spots = ReadonlyMap<string, Point>;

export interface Places {
  /** Where the cards are when the hand lets go and nothing glides. */
  settled(): Spots;
  /** Where the cards are drawn right now. */
  now(): Spots;
  /** Puts cards where the hand has them. */
  hold(places: Spots): void;
  /** Lets go: the cards stay until the document says where they are. */
  letGo(): void;
  /** The cards go back to where the document says. */
  release(): void;
}

/**
 * Places of the cards: the document's, mirrored for right-to-left readers, with those under the hand and those on
 * their way on top. Cards that the document moved (tidy, undo) glide, all at once. A card in motion is no new state of
 * the page, which would draw everything around it with each step: `moved` hears of it.
 */
export function usePlaces(graph: Graph, rtl: boolean, moved: () => void): { places: Places; settled: Spots } {
  const [places] = useState(() => placesOf(moved));
  const settled = useMemo(() => {
    const last = places.settled();
    const next = new Map(graph.cards.map((card) => [card.key, mirrored(card.at, rtl)]));
    return sameSpots(last, next) ? last : next;
  }, [places, graph, rtl]);
  // The nodes are worked out while this is drawn, and want the newest.
  places.settle(settled);
  // biome-ignore lint/correctness/useExhaustiveDependencies: cards that have new places set off
  useLayoutEffect(() => places.glide(), [places, settled]);
  useLayoutEffect(() => places.stop, [places]);
  return { places, settled };
}

interface Motion extends Places {
  /** Takes over where the document has the cards. */
  settle(next: Spots): void;
  /** Sets the cards off from where they were before the document moved them. */
  glide(): void;
  stop(): void;
}

/** One set of places, and the only hands on it. */
export function placesOf(moved: () => void): Motion {
  let settled: Spots = new Map();
  /** Where the document had them when they last set off. */
  let before: Spots = settled;
  /** Under the hand or on their way. */
  let over: Spots = new Map();
  let merged: Spots | null = null;
  let frame = 0;
  let held = false;

  const put = (next: Spots) => {
    if (next.size === 0 && over.size === 0) return;
    over = next;
    merged = null;
    moved();
  };
  const stop = () => cancelAnimationFrame(frame);

  return {
    settled: () => settled,
    now: () => {
      if (over.size === 0) return settled;
      merged ??= new Map([...settled, ...[...over].filter(([key]) => settled.has(key))]);
      return merged;
    },
    settle: (next) => {
      settled = next;
      merged = null;
    },
    glide: () => {
      const last = before;
      before = settled;
      if (last === settled || held) return;
      const starts = new Map<string, Point>();
      for (const [key, to] of settled) {
        const from = over.get(key) ?? last.get(key);
        if (from !== undefined && (from.x !== to.x || from.y !== to.y)) starts.set(key, from);
      }
      stop();
      const duration = motionMs(GLIDE_MS);
      if (starts.size === 0 || starts.size > MOST_GLIDING || duration === 0) {
        put(new Map());
        return;
      }
      put(starts);
      const begin = performance.now();
      const step = (time: number) => {
        const done = Math.min(1, (time - begin) / duration);
        if (done >= 1) {
          put(new Map());
          return;
        }
        const part = landing(Math.max(0, done));
        const places = new Map<string, Point>();
        for (const [key, from] of starts) {
          const to = settled.get(key);
          if (to === undefined) continue;
          places.set(key, { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
        }
        put(places);
        frame = requestAnimationFrame(step);
      };
      frame = requestAnimationFrame(step);
    },
    stop,
    hold: (places) => {
      stop();
      held = true;
      put(new Map([...over, ...places]));
    },
    letGo: () => {
      held = false;
    },
    release: () => {
      held = false;
      put(new Map());
    },
  };
}

function sameSpots(a: Spots, b: Spots): boolean {
  if (a.size !== b.size) return false;
  for (const [key, at] of b) {
    const known = a.get(key);
    if (known === undefined || known.x !== at.x || known.y !== at.y) return false;
  }
  return true;
}
