import { useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { shallow } from 'zustand/shallow';
import type { Graph } from './graph';
import { type MapNode, nodesOf } from './nodes';
import type { Places, Spots } from './usePlaces';

/**
 * The cards as the node editor takes them. One that is dragged or glides is moved in the editor's own store by
 * `redraw`: as a new property of the editor, each step would draw all of the map.
 */
export function useNodes(
  graph: Graph,
  places: Places,
  settled: Spots,
  selected: ReadonlySet<string>,
  labels: ReadonlyMap<string, string>,
  rtl: boolean,
  redraw: RefObject<() => void>,
): MapNode[] {
  const api = useStoreApi<MapNode>();
  const drawn = useRef<MapNode[]>([]);
  const work = () => nodesOf(drawn.current, graph, places.now(), selected, labels, rtl);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `settled` stands for where the cards are
  const nodes = useMemo(work, [graph, settled, places, selected, labels, rtl]);
  redraw.current = () => {
    drawn.current = work();
    api.getState().setNodes(drawn.current);
  };
  // The editor has taken over the nodes by now; some may have set off meanwhile.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `work` is this drawing's own
  useEffect(() => {
    drawn.current = nodes;
    if (!shallow(work(), nodes)) redraw.current();
  }, [nodes, redraw]);
  return nodes;
}
