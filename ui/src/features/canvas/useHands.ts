import type {
  Connection,
  EdgeMouseHandler,
  NodeMouseHandler,
  OnConnectEnd,
  ReactFlowInstance,
} from '@xyflow/react';
import { type MouseEvent, type RefObject, useCallback, useMemo } from 'react';
import type { CanvasActs } from './acts';
import { CARD } from './geometry';
import type { LinkEdge, StepNode } from './nodes';
import type { CanvasStore } from './store';

interface Parts {
  root: RefObject<HTMLElement | null>;
  acts: CanvasActs;
  store: CanvasStore;
  flow: ReactFlowInstance<StepNode, LinkEdge>;
  isPicture: boolean;
  onStep: ((key: string) => void) | undefined;
}

/**
 * What the pointer does on cards, lines and ground. Never made anew: a new one would have the whole editor drawn again
 * with each step of a drag.
 */
export function useHands({ root, acts, store, flow, isPicture, onStep }: Parts) {
  const onConnect = useCallback(
    ({ source, target, sourceHandle }: Connection) => {
      const output = sourceHandle?.slice(0, -2) ?? '';
      void acts.connect({ from: source, output }, target);
    },
    [acts],
  );
  const onConnectEnd = useCallback<OnConnectEnd>(
    (event, state) => {
      root.current?.removeAttribute('data-connecting');
      if (state.isValid === true || state.fromNode === null || state.toNode !== null) return;
      const at = 'clientX' in event ? event : event.changedTouches[0];
      if (at === undefined) return;
      const point = { x: at.clientX, y: at.clientY };
      const place = flow.screenToFlowPosition(point);
      store.setState({
        chooser: {
          at: point,
          out: { from: state.fromNode.id, output: state.fromHandle?.id?.slice(0, -2) ?? 'next' },
          place: { x: place.x - CARD / 2, y: place.y },
          stage: acts.stageAt({ x: place.x - CARD / 2, y: place.y }),
          offers: 'both',
        },
      });
    },
    [acts, flow, store, root.current?.removeAttribute],
  );

  const onNodeClick = useCallback<NodeMouseHandler<StepNode>>(
    (event, node) => {
      if (node.data.mark === 'removed') return;
      if (isPicture) onStep?.(node.id);
      else if (!event.shiftKey && !event.ctrlKey && !event.metaKey) acts.select([node.id]);
    },
    [acts, isPicture, onStep],
  );
  const onNodeContextMenu = useCallback<NodeMouseHandler<StepNode>>(
    (event, node) => {
      event.preventDefault();
      if (isPicture || node.data.mark === 'removed') return;
      if (!acts.selected().includes(node.id)) acts.select([node.id]);
      store.setState({ menu: { at: { x: event.clientX, y: event.clientY }, place: null } });
    },
    [acts, isPicture, store],
  );
  const onEdgeClick = useCallback<EdgeMouseHandler<LinkEdge>>(
    (_, edge) => store.setState({ link: edge.id }),
    [store],
  );

  return useMemo(
    () => ({
      onConnect,
      onConnectEnd,
      onNodeClick,
      onNodeContextMenu,
      onEdgeClick,
      onConnectStart: () => root.current?.setAttribute('data-connecting', ''),
      onPaneClick: () => {
        acts.select([]);
        store.setState({ link: null, problem: null });
        root.current?.focus({ preventScroll: true });
      },
      onPaneContextMenu: (event: globalThis.MouseEvent | MouseEvent) => {
        event.preventDefault();
        if (isPicture) return;
        const at = { x: event.clientX, y: event.clientY };
        store.setState({ menu: { at, place: flow.screenToFlowPosition(at) } });
      },
      onDoubleClick: (event: MouseEvent) => {
        if (isPicture || !(event.target instanceof Element)) return;
        if (!event.target.classList.contains('react-flow__pane')) return;
        const at = { x: event.clientX, y: event.clientY };
        const place = flow.screenToFlowPosition(at);
        store.setState({
          chooser: { at, out: null, place, stage: acts.stageAt(place), offers: 'new' },
        });
      },
    }),
    [
      onConnect,
      onConnectEnd,
      onNodeClick,
      onNodeContextMenu,
      onEdgeClick,
      root,
      acts,
      store,
      flow,
      isPicture,
    ],
  );
}
