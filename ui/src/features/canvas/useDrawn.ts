import type { NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useJourney } from '@/document';
import type { Box, Point } from '@/graph-view';
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
import type { CanvasStore } from './store';
import type { Laid } from './useLaid';

interface Given {
  readonly store: CanvasStore;
  /** What of a large journey is drawn; null: all of it. */
  readonly region: Box | null;
  /** Where cards under the hand are. */
  readonly held: ReadonlyMap<string, Point> | null;
  readonly lights: ReadonlyMap<string, Light>;
  readonly ways: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, Mark>;
}

/** The cards and lines as the editor takes them; `measured` takes back the sizes it has found. */
export function useDrawn(
  laid: Laid,
  { store, region, held, lights, ways, marks }: Given,
): {
  nodes: StepNode[];
  edges: LinkEdge[];
  measured(changes: readonly NodeChange<StepNode>[]): void;
} {
  const { groups, graph, places, boxOf } = laid;
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
  const settled = useMemo(() => {
    const before = nodesBefore.current;
    const next = nodesOf(before, shown.cards, laid, { findings, selected, lights, marks, ports });
    next.push(...ghostsOf(before, laid));
    nodesBefore.current = new Map(next.map((node) => [node.id, node]));
    return next;
  }, [shown, laid, findings, selected, lights, marks, ports]);
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
