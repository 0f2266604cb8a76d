import type { NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useJourney } from '@/document';
import type { Box, Point } from '@/graph-view';
import type { Graph } from './graph';
import type { Group } from './groups';
import type { Ghost } from './layout';
import { near } from './near';
import {
  cardsBelow,
  edgesOf,
  ghostsOf,
  type Light,
  type LinkEdge,
  type Mark,
  nodesOf,
  type StepNode,
  usedPorts,
  worstFindings,
} from './nodes';
import { isLarge } from './places';
import type { CanvasStore } from './store';

interface Given {
  readonly store: CanvasStore;
  readonly groups: readonly Group[];
  readonly graph: Graph;
  readonly places: ReadonlyMap<string, number>;
  heightOf(key: string): number;
  boxOf(key: string): Box | undefined;
  /** What of a large journey is drawn; null: all of it. */
  readonly region: Box | null;
  readonly gone: readonly Ghost[];
  /** Where those that are gone stand. */
  readonly spots: ReadonlyMap<string, number>;
  /** Where cards under the hand are. */
  readonly held: ReadonlyMap<string, Point> | null;
  readonly lights: ReadonlyMap<string, Light>;
  readonly ways: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly rtl: boolean;
}

/** The cards and lines as the editor takes them; `measured` takes back the sizes it has found. */
export function useDrawn({
  store,
  groups,
  graph,
  places,
  heightOf,
  boxOf,
  region,
  gone,
  spots,
  held,
  lights,
  ways,
  marks,
  rtl,
}: Given): {
  nodes: StepNode[];
  edges: LinkEdge[];
  measured(changes: readonly NodeChange<StepNode>[]): void;
} {
  const journey = useJourney((state) => state.journey);
  const selection = useJourney((state) => state.selection);
  const findings = useMemo(() => worstFindings(journey, groups), [journey, groups]);
  const selected = useMemo(() => new Set(selection), [selection]);
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => store.subscribe((state) => setLink(state.link)), [store]);
  const shown = useMemo(
    () => (region === null ? graph : near(graph, boxOf, region, selected)),
    [graph, boxOf, region, selected],
  );
  const edgesBefore = useRef<ReadonlyMap<string, LinkEdge>>(new Map());
  const below = useMemo(() => cardsBelow(graph, places), [graph, places]);
  const edges = useMemo(() => {
    const next = edgesOf(edgesBefore.current, shown.links, graph, below, selected, link, ways);
    edgesBefore.current = new Map(next.map((edge) => [edge.id, edge]));
    return next;
  }, [shown, graph, below, selected, link, ways]);
  const ports = useMemo(() => usedPorts(edges), [edges]);
  const nodesBefore = useRef<ReadonlyMap<string, StepNode>>(new Map());
  const guess = isLarge(graph) ? heightOf : null;
  const settled = useMemo(() => {
    const { cards } = shown;
    const before = nodesBefore.current;
    const next = nodesOf(before, cards, graph, guess, places, findings, selected, lights, marks, ports, rtl);
    if (gone.length > 0) next.push(...ghostsOf(before, gone, spots, rtl));
    nodesBefore.current = new Map(next.map((node) => [node.id, node]));
    return next;
  }, [shown, graph, guess, places, findings, selected, lights, marks, ports, gone, spots, rtl]);
  // A step of a drag looks at no card but those under the hand.
  const nodes = useMemo(() => {
    if (held === null) return settled;
    return settled.map((node) => {
      const at = held.get(node.id);
      return at === undefined ? node : { ...node, position: at };
    });
  }, [settled, held]);
  const measured = useCallback((changes: readonly NodeChange<StepNode>[]) => {
    for (const change of changes) {
      if (change.type !== 'dimensions' || change.dimensions === undefined) continue;
      const node = nodesBefore.current.get(change.id);
      if (node === undefined) continue;
      node.measured = change.dimensions;
      delete node.handles;
    }
  }, []);
  return { nodes, edges, measured };
}
