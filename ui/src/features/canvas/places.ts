import { useStoreApi, type Viewport } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
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
 * Where each card stands from the top, and how high it is at most. Nothing is measured: the places are the same at every
 * zoom and for every part of the journey that was seen so far.
 */
export function usePlaces(graph: Graph) {
  const heights = useMemo(
    () => new Map(graph.cards.map(({ step }) => [step.key, guessedHeight(step)])),
    [graph],
  );
  const heightOf = useCallback((key: string) => heights.get(key) ?? 0, [heights]);
  const places = useMemo(() => layout(graph, heightOf), [graph, heightOf]);
  return { places, heightOf };
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
export function useRegion(large: boolean, opening: Opening | null): Box | null {
  const api = useStoreApi();
  const [region, setRegion] = useState<Box | null>(null);
  useEffect(() => {
    if (!large) return;
    return api.subscribe((state, before) => {
      if (
        state.transform !== before.transform ||
        state.width !== before.width ||
        state.height !== before.height
      )
        setRegion((known) => regionAround(known, viewOf(state)));
    });
  }, [api, large]);
  const first = useMemo(() => (opening === null ? null : regionAround(null, opening.box)), [opening]);
  return large ? (region ?? first) : null;
}
