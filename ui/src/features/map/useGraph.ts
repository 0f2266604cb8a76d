import { useMemo, useRef } from 'react';
import { useDocument } from '@/document';
import type { Screen } from '@/host';
import { buildGraph, EMPTY, type Graph } from './graph';

/** The graph of the open Flow. What did not change keeps its identity from one patch to the next. */
export function useGraph(): { graph: Graph; screens: readonly Screen[] } {
  const order = useDocument((state) => state.flow.order);
  const byKey = useDocument((state) => state.flow.screens);
  const edges = useDocument((state) => state.flow.edges);
  const diagnostics = useDocument((state) => state.flow.diagnostics);
  const last = useRef<Graph>(EMPTY);
  const screens = useMemo(() => order.flatMap((key) => byKey[key] ?? []), [order, byKey]);
  const graph = useMemo(
    () => buildGraph(last.current, screens, edges, diagnostics),
    [screens, edges, diagnostics],
  );
  last.current = graph;
  return { graph, screens };
}
