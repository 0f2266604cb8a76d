import { useStoreApi, type Viewport } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Box, viewOf } from '@/graph-view';
import { HEAD, LANE, LANES } from './geometry';
import type { Graph } from './graph';
import { guessedHeight } from './guess';
import { layout } from './layout';
import { regionAround } from './near';

/** From here on only what can be seen is drawn. */
const ONLY_VISIBLE_FROM = 120;

/** Too many cards to draw them all. */
export function isLarge(graph: Graph): boolean {
  return graph.cards.length >= ONLY_VISIBLE_FROM;
}

/**
 * Where each card stands from the top, and how high it is. In a large journey the places rest on a guess of the heights:
 * only what is seen is ever measured, and a card that comes into view must not move those below it.
 */
export function usePlaces(graph: Graph) {
  const large = isLarge(graph);
  const guessed = useMemo(
    () => new Map(graph.cards.map(({ step }) => [step.key, guessedHeight(step)])),
    [graph],
  );
  const known = useRef(new Map<string, number>());
  const [turn, setTurn] = useState(0);
  const measure = useCallback(
    (heights: ReadonlyMap<string, number>) => {
      let differs = false;
      for (const [key, height] of heights) {
        differs ||= Math.abs((known.current.get(key) ?? 0) - height) > 1;
        known.current.set(key, height);
      }
      if (differs && !large) setTurn((before) => before + 1);
    },
    [large],
  );
  const heightOf = useCallback((key: string) => known.current.get(key) ?? guessed.get(key) ?? 100, [guessed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights were measured anew.
  const places = useMemo(
    () => layout(graph, large ? (key) => guessed.get(key) ?? 100 : (key) => heightOf(key)),
    [graph, large, guessed, heightOf, turn],
  );
  return { places, heightOf, measure };
}

export interface Opening {
  readonly view: Viewport;
  readonly box: Box;
}

/** The first view: all five lanes where they fit, from the top; null until the size of the window is known. */
export function useOpening(root: RefObject<HTMLDivElement | null>, rtl: boolean): Opening | null {
  const [opening, setOpening] = useState<Opening | null>(null);
  useLayoutEffect(() => {
    const size = root.current?.getBoundingClientRect();
    if (opening !== null || size === undefined || size.width === 0) return;
    const { width, height } = size;
    const zoom = Math.min(1, Math.max(0.3, width / (LANE * LANES)));
    const spare = width - LANE * LANES * zoom;
    // Where not all fit, the first lane is seen.
    const x = spare >= 0 ? spare / 2 : rtl ? spare : 0;
    setOpening({
      view: { x, y: HEAD, zoom },
      box: viewOf({ transform: [x, HEAD, zoom], width, height }),
    });
  }, [opening, root, rtl]);
  return opening;
}

/** What of a large journey is drawn; null: all of it. */
export function useRegion(isLarge: boolean, opening: Opening | null): Box | null {
  const api = useStoreApi();
  const [region, setRegion] = useState<Box | null>(null);
  useEffect(() => {
    if (!isLarge) return;
    return api.subscribe((state, before) => {
      if (
        state.transform !== before.transform ||
        state.width !== before.width ||
        state.height !== before.height
      )
        setRegion((known) => regionAround(known, viewOf(state)));
    });
  }, [api, isLarge]);
  const first = useMemo(() => (opening === null ? null : regionAround(null, opening.box)), [opening]);
  return isLarge ? (region ?? first) : null;
}
