import {
  Background,
  type EdgeMouseHandler,
  type NodeChange,
  type NodeMouseHandler,
  ReactFlow,
  useReactFlow,
  useStoreApi,
  ViewportPortal,
} from '@xyflow/react';
import {
  type MouseEvent,
  memo,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { screenAt, shownScreen, useDocument, usePaste, useReveal, useSession } from '@/document';
import {
  type Detail,
  type Dot,
  EDITOR,
  graphFrame,
  handled,
  Overview,
  type Point,
  useDetail,
} from '@/graph-view';
import type { Pointer, Screen } from '@/host';
import { direction, t } from '@/i18n';
import { Button, usePanel } from '@/kit';
import { type MapActs, mapActs } from './acts';
import { ChooserBox } from './ChooserBox';
import { Controls } from './Controls';
import { detailAt } from './detail';
import { FindBar } from './FindBar';
import { GoneCard } from './GoneCard';
import { cardBox, GRID } from './geometry';
import { type Graph, storyOrder } from './graph';
import { LinkLine } from './LinkLine';
import { MapMenuBox } from './MapMenuBox';
import styles from './map.module.css';
import { cardLabels, edgesOf, type LinkEdge, linkPorts, type MapNode } from './nodes';
import { OfferBox } from './OfferBox';
import { Overlay } from './Overlay';
import { PullLayer } from './PullLayer';
import { ScreenCard } from './ScreenCard';
import { createMapStore, MapProvider, type MapStore, useMapState } from './store';
import { useCardDrag } from './useCardDrag';
import { useGraph } from './useGraph';
import { useMapCommands, useMapKeys } from './useMapKeys';
import { useNodes } from './useNodes';
import { usePartDrop } from './usePartDrop';
import { usePlaces } from './usePlaces';
import { firstView, LEAST_ZOOM, type Opening } from './view';

const NODE_TYPES = { screen: ScreenCard, gone: GoneCard };
const EDGE_TYPES = { link: LinkLine };
/** From here on only what can be seen is drawn. */
const ONLY_VISIBLE_FROM = 200;

export function Canvas() {
  const session = useSession();
  const flow = useReactFlow();
  const api = useStoreApi<MapNode>();
  const rtl = direction() === 'rtl';
  const { graph, screens } = useGraph();
  const redraw = useRef(() => {});
  const moved = useCallback(() => redraw.current(), []);
  const { places, settled } = usePlaces(graph, rtl, moved);
  const [store] = useState(createMapStore);
  const [endsLayer, setEndsLayer] = useState<SVGSVGElement | null>(null);
  const root = useRef<HTMLDivElement>(null);

  // What the acts look at is always the newest; the acts themselves never change.
  const latest = useRef(graph);
  latest.current = graph;
  const acts = useMemo(
    () =>
      mapActs({
        session,
        store,
        flow,
        rtl,
        graph: () => latest.current,
        places: places.now,
        // The editor knows it already; asked of the page, it would have to be laid out first.
        size: () => {
          const { width, height } = api.getState();
          return { width, height };
        },
        root: () => root.current,
      }),
    [session, store, flow, api, rtl, places],
  );
  const shared = useMemo(() => ({ store, acts, rtl, endsLayer }), [store, acts, rtl, endsLayer]);

  const selected = useSelected();
  const labels = useMemo(() => cardLabels(graph), [graph]);
  const nodes = useNodes(graph, places, settled, selected, labels, rtl, redraw);
  const ports = useMemo(() => linkPorts(graph, settled, rtl), [graph, settled, rtl]);
  const edgesBefore = useRef<LinkEdge[]>([]);
  const edges = useMemo(
    () => edgesOf(edgesBefore.current, graph, ports, selected, rtl),
    [graph, ports, selected, rtl],
  );
  edgesBefore.current = edges;

  const dots = useCallback(() => {
    const now = places.now();
    return graph.cards.flatMap((card): Dot[] => {
      const at = now.get(card.key);
      if (at === undefined) return [];
      const colour = selected.has(card.key)
        ? '--accent-line'
        : card.severity === 'blocked'
          ? '--blocked'
          : '--line-strong';
      return [{ ...cardBox(at), colour }];
    });
  }, [graph, places, selected]);

  const drag = useCardDrag({ acts, store, flow, places, root });
  const onNodesChange = useCallback(
    (changes: NodeChange<MapNode>[]) => {
      const { selection, moved } = handled(changes, acts.selectedKeys());
      if (moved.size > 0) drag.moved(moved);
      // What a click on the ground means is decided in one place, `stepBack`.
      if (selection !== null && selection.length > 0) {
        acts.select(selection);
        store.setState({ link: null });
      }
    },
    [acts, drag.moved, store],
  );

  const opening = useOpening(root, graph, settled, rtl);
  const told = useCallback(
    (detail: Detail) => {
      if (store.getState().detail !== detail) store.setState({ detail });
    },
    [store],
  );
  useDetail(root, opening?.view, detailAt, told);
  useShownAndPasted(root, acts, flow);
  useMapKeys(root, acts, store, graph, places.now, drag.nudge);
  useMapCommands(acts, store);
  usePartDrop(root, acts, flow, places.now);

  // Unless somebody chose, it shows what the window does not.
  const [overviewChoice] = usePanel('map.overview', -1);
  const overview = overviewChoice === -1 ? opening?.whole === false : overviewChoice === 1;

  const hands = useHands(acts, store, flow);

  return (
    <MapProvider value={shared}>
      <div className={graphFrame.frame}>
        <div className={graphFrame.view}>
          <div
            ref={root}
            className={styles.map}
            // A click on the ground brings the keys here.
            tabIndex={-1}
          >
            {opening !== null && (
              <ReactFlow<MapNode, LinkEdge>
                {...EDITOR}
                className={styles.flow}
                aria-label={t('map.canvas')}
                nodes={nodes}
                edges={edges}
                nodeTypes={NODE_TYPES}
                edgeTypes={EDGE_TYPES}
                onNodesChange={onNodesChange}
                onNodeDragStart={drag.start}
                onNodeDragStop={drag.stop}
                {...hands}
                defaultViewport={opening.view}
                minZoom={LEAST_ZOOM}
                nodesConnectable={false}
                edgesReconnectable={false}
                onlyRenderVisibleElements={graph.cards.length >= ONLY_VISIBLE_FROM}
              >
                <Background gap={GRID} size={1} className={styles.dots} />
                <ViewportPortal>
                  <svg ref={setEndsLayer} className="map-overlay" aria-hidden="true" />
                </ViewportPortal>
                <Overlay />
                <PullLayer places={places.now} />
              </ReactFlow>
            )}
            <Summary graph={graph} />
            <Finding screens={screens} />
            {graph.cards.length === 0 && <Empty add={acts.addScreenHere} />}
            <MapMenuBox />
            <ChooserBox />
            <OfferBox places={settled} />
          </div>
        </div>
        <div className={graphFrame.foot}>
          <Controls overview={overview} />
          {overview && graph.cards.length > 0 && <Overview label={t('map.overview')} dots={dots} />}
        </div>
      </div>
    </MapProvider>
  );
}

/**
 * What the pointer does on cards, lines and ground. Never made anew: a new one would have every card drawn again with
 * each step of a drag.
 */
function useHands(acts: MapActs, store: MapStore, flow: ReturnType<typeof useReactFlow>) {
  return useMemo(() => {
    const onNodeContextMenu: NodeMouseHandler<MapNode> = (event, node) => {
      event.preventDefault();
      if (node.type !== 'screen') return;
      if (!acts.selectedKeys().includes(node.id)) acts.select([node.id]);
      store.setState({ menu: { kind: 'cards', at: { x: event.clientX, y: event.clientY } } });
    };
    // A plain click on one of many, or on the screen of a selected part, means the screen itself.
    const onNodeClick: NodeMouseHandler<MapNode> = (event, node) => {
      if (node.type !== 'screen' || event.shiftKey || event.ctrlKey || event.metaKey) return;
      acts.select([node.id]);
    };
    const onNodeDoubleClick: NodeMouseHandler<MapNode> = (event, node) => {
      if (node.type !== 'screen') return;
      const onTitle = event.target instanceof Element && event.target.closest('[data-title]') !== null;
      if (onTitle) acts.rename(node.id);
      else acts.open(node.id);
    };
    const onEdgeClick: EdgeMouseHandler<LinkEdge> = (_, edge) => store.setState({ link: edge.id });
    const onEdgeContextMenu: EdgeMouseHandler<LinkEdge> = (event, edge) => {
      event.preventDefault();
      const link = acts.linkById(edge.id);
      if (link === undefined) return;
      store.setState({
        link: link.id,
        menu: { kind: 'link', link, at: { x: event.clientX, y: event.clientY } },
      });
    };
    const onPaneClick = () => acts.stepBack();
    const onPaneContextMenu = (event: MouseEvent | globalThis.MouseEvent) => {
      event.preventDefault();
      const at = { x: event.clientX, y: event.clientY };
      store.setState({ menu: { kind: 'ground', at, place: flow.screenToFlowPosition(at) } });
    };
    const onDoubleClick = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return;
      void acts.addScreenAt(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
    };
    return {
      onNodeClick,
      onNodeContextMenu,
      onNodeDoubleClick,
      onEdgeClick,
      onEdgeContextMenu,
      onPaneClick,
      onPaneContextMenu,
      onDoubleClick,
    };
  }, [acts, store, flow]);
}

/** Keys of the selected screens. A Flow that was just opened starts with the one the phone shows. */
function useSelected(): ReadonlySet<string> {
  const session = useSession();
  const screens = useDocument((state) => state.selection.screens);
  useEffect(() => {
    const { flow, selection } = session.store.getState();
    const shown = shownScreen(flow, selection);
    if (selection.screens.length === 0 && shown !== undefined) session.select({ screens: [shown] });
  }, [session]);
  return useMemo(() => new Set(screens), [screens]);
}

/** The view a Flow opens with; null until the window's size is known, which is before anything is painted. */
function useOpening(
  root: RefObject<HTMLDivElement | null>,
  graph: Graph,
  places: ReadonlyMap<string, Point>,
  rtl: boolean,
): Opening | null {
  const [view, setView] = useState<Opening | null>(null);
  useLayoutEffect(() => {
    if (view !== null) return;
    const window = root.current?.getBoundingClientRect();
    if (window === undefined) return;
    const [first = ''] = storyOrder(graph);
    const start = places.get(first) ?? { x: 0, y: 0 };
    setView(firstView(window, [...places.values()], start, rtl));
  }, [view, root, graph, places, rtl]);
  return view;
}

/** Flies to what is asked to be shown, and takes in what is pasted where the pointer is. */
function useShownAndPasted(
  root: RefObject<HTMLDivElement | null>,
  acts: MapActs,
  flow: ReturnType<typeof useReactFlow>,
): void {
  const session = useSession();
  const show = useCallback(
    (pointer: Pointer): undefined => {
      const screen = screenAt(session.store.getState().flow, pointer);
      if (screen !== undefined) acts.bringIntoView(screen.key);
    },
    [session, acts],
  );
  useReveal(
    useDocument((state) => state.reveal),
    show,
  );
  const paste = useCallback(
    (text: string, at: Point | null) =>
      void acts.paste(text, at === null ? null : flow.screenToFlowPosition(at)),
    [acts, flow],
  );
  usePaste(root, paste);
}

// None of these depends on where the cards are: they stay as they are while a card is dragged.
const Finding = memo(function Finding({ screens }: { screens: readonly Screen[] }) {
  const finding = useMapState((state) => state.finding);
  return finding ? <FindBar screens={screens} /> : null;
});

const Summary = memo(function Summary({ graph }: { graph: Graph }) {
  const screens = graph.cards.length;
  const questions = graph.cards.reduce((sum, card) => sum + card.questions, 0);
  return <p className={styles.summary}>{t('map.summary', { screens, questions })}</p>;
});

function Empty({ add }: { add(): void }) {
  return (
    <div className={styles.empty}>
      <p>{t('map.empty')}</p>
      <Button icon="add" onPress={add}>
        {t('map.emptyAction')}
      </Button>
    </div>
  );
}
