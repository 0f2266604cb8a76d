import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { mirrored, type Point } from './geometry';
import type { Graph } from './graph';
import { landing, motionMs } from './motion';

/** Milliseconds in which cards glide to new places. */
const GLIDE_MS = 260;
/** More cards than this jump: each frame of a glide draws all of them. */
const MOST_GLIDING = 150;

export interface Places {
  /** Where the cards are drawn right now. */
  now: ReadonlyMap<string, Point>;
  /** Where they are when the hand lets go and nothing glides. */
  settled: ReadonlyMap<string, Point>;
  /** Puts cards where the hand has them. */
  hold(places: ReadonlyMap<string, Point>): void;
  /** Lets go: the cards stay until the document says where they are. */
  letGo(): void;
  /** The cards go back to where the document says. */
  release(): void;
}

/**
 * Places of the cards: the document's, mirrored for right-to-left readers, with those under the hand and those on
 * their way on top. Cards that the document moved (tidy, undo) glide, all at once.
 */
export function usePlaces(graph: Graph, rtl: boolean): Places {
  const settled = useMemo(
    () => new Map(graph.cards.map((card) => [card.key, mirrored(card.at, rtl)])),
    [graph, rtl],
  );
  const [over, setOver] = useState<ReadonlyMap<string, Point>>(new Map());
  const shown = useRef<ReadonlyMap<string, Point>>(settled);
  const gliding = useRef(0);
  const held = useRef(false);

  const now = useMemo(
    () => (over.size === 0 ? settled : new Map([...settled, ...present(over, settled)])),
    [settled, over],
  );

  const before = useRef(settled);
  useLayoutEffect(() => {
    const last = before.current;
    before.current = settled;
    if (last === settled || held.current) return;
    const starts = new Map<string, Point>();
    for (const [key, to] of settled) {
      const from = shown.current.get(key);
      if (from !== undefined && (from.x !== to.x || from.y !== to.y)) starts.set(key, from);
    }
    cancelAnimationFrame(gliding.current);
    const duration = motionMs(GLIDE_MS);
    if (starts.size === 0 || starts.size > MOST_GLIDING || duration === 0) {
      setOver((places) => (places.size === 0 ? places : new Map()));
      return;
    }
    setOver(starts);
    const begin = performance.now();
    const step = (time: number) => {
      const done = Math.min(1, (time - begin) / duration);
      if (done >= 1) {
        setOver(new Map());
        return;
      }
      const part = landing(Math.max(0, done));
      const places = new Map<string, Point>();
      for (const [key, from] of starts) {
        const to = settled.get(key);
        if (to === undefined) continue;
        places.set(key, { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
      }
      setOver(places);
      gliding.current = requestAnimationFrame(step);
    };
    gliding.current = requestAnimationFrame(step);
  }, [settled]);

  useLayoutEffect(() => {
    shown.current = now;
  }, [now]);
  useLayoutEffect(() => () => cancelAnimationFrame(gliding.current), []);

  const hold = useCallback((places: ReadonlyMap<string, Point>) => {
    cancelAnimationFrame(gliding.current);
    held.current = true;
    setOver((already) => new Map([...already, ...places]));
  }, []);
  const letGo = useCallback(() => {
    held.current = false;
  }, []);
  const release = useCallback(() => {
    held.current = false;
    setOver(new Map());
  }, []);

  return { now, settled, hold, letGo, release };
}

function* present(
  over: ReadonlyMap<string, Point>,
  settled: ReadonlyMap<string, Point>,
): Generator<[string, Point]> {
  for (const entry of over) if (settled.has(entry[0])) yield entry;
}
