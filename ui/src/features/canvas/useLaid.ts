import { useCallback, useMemo } from 'react';
import { useJourney } from '@/document';
import type { Box } from '@/graph-view';
import type { JourneyStep } from '@/host';
import { STAGES } from '@/journey-words';
import { CARD, LANES, laneX } from './geometry';
import { type Graph, graphOf } from './graph';
import { folded, type Group, groupsOf } from './groups';
import { guessedHeight } from './guess';
import { type Ghost, ghostPlaces, layout } from './layout';

/** A step of what is live that is gone, and the key of what led to it. */
export interface GoneStep {
  readonly step: JourneyStep;
  readonly from: string | null;
}

/**
 * What is drawn of the open journey and where it stands, in px at 100 %. Nothing is measured: it stands in the same place at
 * every zoom and for every part of the journey that was seen so far.
 */
export interface Laid {
  readonly rtl: boolean;
  readonly groups: readonly Group[];
  /** The steps as they are drawn: a folded group is one. */
  readonly graph: Graph;
  /** Where each card stands from the top. */
  readonly places: ReadonlyMap<string, number>;
  /** How high a card is at most. */
  heightOf(key: string): number;
  boxOf(key: string): Box | undefined;
  /** Cards of steps that are gone. */
  readonly gone: readonly Ghost[];
  /** Where each of them stands from the top. */
  readonly spots: ReadonlyMap<string, number>;
}

/** A picture shows all steps, also those of folded groups. */
export function useLaid(isPicture: boolean, ghosts: readonly GoneStep[], rtl: boolean): Laid {
  const notes = useJourney((state) => state.journey.notes);
  const steps = useJourney((state) => state.journey.steps);
  const groups = useMemo(() => groupsOf(notes, steps), [notes, steps]);
  const graph = useMemo(() => graphOf(isPicture ? steps : folded(steps, groups)), [steps, groups, isPicture]);
  const heights = useMemo(
    () => new Map(graph.cards.map(({ step }) => [step.key, guessedHeight(step)])),
    [graph],
  );
  const heightOf = useCallback((key: string) => heights.get(key) ?? 0, [heights]);
  const places = useMemo(() => layout(graph, heightOf), [graph, heightOf]);
  const boxOf = useCallback(
    (key: string): Box | undefined => {
      const [card, y] = [graph.cardOf.get(key), places.get(key)];
      if (card === undefined || y === undefined) return undefined;
      return { x: laneX(card.lane, rtl), y, width: CARD, height: heightOf(key) };
    },
    [graph, places, heightOf, rtl],
  );
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
  return useMemo(
    () => ({ rtl, groups, graph, places, heightOf, boxOf, gone, spots }),
    [rtl, groups, graph, places, heightOf, boxOf, gone, spots],
  );
}

/** From here on only what can be seen is drawn. */
const ONLY_VISIBLE_FROM = 120;

/** Too many cards to draw them all. */
export function isLarge({ graph }: Laid): boolean {
  return graph.cards.length >= ONLY_VISIBLE_FROM;
}

/** Where the last card of each lane ends. */
export function bottomsOf({ graph, places, heightOf, gone, spots }: Laid): number[] {
  const found = Array.from({ length: LANES }, () => 0);
  const reach = (lane: number, to: number) => {
    found[lane] = Math.max(found[lane] ?? 0, to);
  };
  for (const { step, lane } of graph.cards) reach(lane, (places.get(step.key) ?? 0) + heightOf(step.key));
  for (const { step, lane } of gone) reach(lane, (spots.get(step.key) ?? 0) + guessedHeight(step));
  return found;
}
