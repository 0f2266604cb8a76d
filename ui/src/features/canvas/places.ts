import { useStoreApi, type Viewport } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { type Box, viewOf } from '@/graph-view';
import type { JourneyStep } from '@/host';
import { STAGES } from '@/journey-words';
import { usePanel } from '@/kit';
import { HEAD, LANE, LANES } from './geometry';
import type { Graph } from './graph';
import { guessedHeight } from './guess';
import { type Ghost, ghostPlaces, layout } from './layout';
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

/** A step of what is live that is gone, and the key of what led to it. */
export interface GoneStep {
  readonly step: JourneyStep;
  readonly from: string | null;
}

/** Cards of steps that are gone, and where each stands from the top. */
export function useGhosts(
  ghosts: readonly GoneStep[],
  graph: Graph,
  places: ReadonlyMap<string, number>,
  heightOf: (key: string) => number,
): { gone: readonly Ghost[]; spots: ReadonlyMap<string, number> } {
  const gone = useMemo<Ghost[]>(
    () =>
      ghosts.map(({ step, from }) => ({
        from,
        // What they led to says nothing any more.
        step: { ...step, ways: [] },
        lane: Math.max(0, step.stage === null ? 0 : STAGES.indexOf(step.stage)),
      })),
    [ghosts],
  );
  const spots = useMemo(() => ghostPlaces(gone, graph, places, heightOf), [gone, graph, places, heightOf]);
  return { gone, spots };
}

/** Where the last card of each lane ends. */
export function bottomsOf(
  { cards }: Graph,
  places: ReadonlyMap<string, number>,
  heightOf: (key: string) => number,
  gone: readonly Ghost[],
  spots: ReadonlyMap<string, number>,
): number[] {
  const found = Array.from({ length: LANES }, () => 0);
  const reach = (lane: number, to: number) => {
    found[lane] = Math.max(found[lane] ?? 0, to);
  };
  for (const { step, lane } of cards) reach(lane, (places.get(step.key) ?? 0) + heightOf(step.key));
  for (const { step, lane } of gone) reach(lane, (spots.get(step.key) ?? 0) + guessedHeight(step));
  return found;
}

export interface Opening {
  readonly view: Viewport;
  readonly box: Box;
}

/** Cards are drawn in px: larger text is a larger view of them. */
function textSize(): number {
  const written = getComputedStyle(document.documentElement).getPropertyValue('--text-size');
  return Number.parseFloat(written) || 1;
}

/**
 * The first view, from the top: all five lanes where they fit, larger for who reads larger text; null until the size of the
 * window is known.
 */
export function useOpening(root: RefObject<HTMLDivElement | null>, rtl: boolean): Opening | null {
  const [opening, setOpening] = useState<Opening | null>(null);
  useLayoutEffect(() => {
    const at = root.current;
    if (opening !== null || at === null) return;
    const open = () => {
      const { width, height } = at.getBoundingClientRect();
      // Behind a tab it has no size yet.
      if (width === 0) return;
      const zoom = Math.min(1, Math.max(0.3, width / (LANE * LANES))) * Math.min(2, textSize());
      const spare = width - LANE * LANES * zoom;
      // Where not all fit, the first lane is seen.
      const x = spare >= 0 ? spare / 2 : rtl ? spare : 0;
      setOpening({
        view: { x, y: HEAD, zoom },
        box: viewOf({ transform: [x, HEAD, zoom], width, height }),
      });
    };
    open();
    const watch = new ResizeObserver(open);
    watch.observe(at);
    return () => watch.disconnect();
  }, [opening, root, rtl]);
  return opening;
}

/** A window has to be so wide, in px at 100 %, for the overview not to be in the way. */
const OVERVIEW_FROM = 1100;

/** Whether the overview shows: as it was left, at first where there is room for it. */
export function useOverview(): boolean {
  const initial = window.innerWidth / textSize() < OVERVIEW_FROM ? 0 : 1;
  return usePanel('canvas.overview', initial)[0] === 1;
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
