import '@xyflow/react/dist/base.css';
import {
  Background,
  type Connection,
  type EdgeMouseHandler,
  MiniMap,
  type NodeChange,
  type NodeMouseHandler,
  type OnConnectEnd,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useOnViewportChange,
  useReactFlow,
  useStore,
  type Viewport,
} from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { listenForPaste, stepAt, useJourney, useJourneySession } from '@/document';
import type { JourneyStep } from '@/host';
import { direction, t } from '@/i18n';
import { STAGES } from '@/journey-words';
import { usePanel } from '@/kit';
import { canvasActs } from './acts';
import { ChooserBox } from './Chooser';
import { Controls } from './Controls';
import styles from './canvas.module.css';
import { detailAt } from './detail';
import { FindBar } from './FindBar';
import { CARD, GRID, HEAD, LANE, LANES, laneX, type Point } from './geometry';
import { graphOf } from './graph';
import { AddSteps, Grounds, Heads } from './Lanes';
import { type Ghost, ghostPlaces, guessedHeight, layout } from './layout';
import { CanvasMenu } from './Menu';
import {
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
import { ProblemBox } from './ProblemBox';
import { StepCard } from './StepCard';
import { CanvasProvider, createCanvasStore } from './store';
import { useCanvasKeys } from './useCanvasKeys';
import { WayLine } from './WayLine';

const NODE_TYPES = { step: StepCard };
const EDGE_TYPES = { way: WayLine };
const MULTI = ['Shift', 'Meta', 'Control'];
const PRO = { hideAttribution: true };
/** From here on only what can be seen is drawn. */
const ONLY_VISIBLE_FROM = 120;

/** A step of what is live that is gone, and the key of what led to it. */
export interface GoneStep {
  readonly step: JourneyStep;
  readonly from: string | null;
}

export interface CanvasProps {
  /** Somebody wants to work on the selected step. */
  onOpen(): void;
  /** Shows how a step comes to be refused; none: it cannot be shown here. */
  onReplay: ((step: string) => void) | null;
  /** What a run has lit. */
  lights?: ReadonlyMap<string, Light>;
  /** Ways that were taken: key of the step and its output, joined by `>`. */
  ways?: ReadonlySet<string>;
  /** How cards differ from what is live. */
  marks?: ReadonlyMap<string, Mark>;
  /** Steps of what is live that are gone. */
  ghosts?: readonly GoneStep[];
  /** A picture beside something else: nothing in it can be changed. */
  isPicture?: boolean;
  isPlaying?: boolean;
  /** A press on a card of a picture. */
  onStep?: (key: string) => void;
}

/** The five stages as lanes, with every step on its card. Fills the box it is put into. */
export function JourneyCanvas(props: CanvasProps) {
  return (
    <ReactFlowProvider zIndexMode="manual">
      <Inner {...props} />
    </ReactFlowProvider>
  );
}

const NOTHING_LIT: ReadonlyMap<string, Light> = new Map();
const NO_WAYS: ReadonlySet<string> = new Set();
const NO_MARKS: ReadonlyMap<string, Mark> = new Map();
const NO_GHOSTS: readonly GoneStep[] = [];

function Inner({
  onOpen,
  onReplay,
  lights = NOTHING_LIT,
  ways = NO_WAYS,
  marks = NO_MARKS,
  ghosts = NO_GHOSTS,
  isPicture = false,
  isPlaying = false,
  onStep,
}: CanvasProps) {
  const session = useJourneySession();
  const flow = useReactFlow<StepNode, LinkEdge>();
  const rtl = direction() === 'rtl';
  const journey = useJourney((state) => state.journey);
  const selection = useJourney((state) => state.selection);
  const [store] = useState(createCanvasStore);
  const root = useRef<HTMLDivElement>(null);

  const graph = useMemo(() => graphOf(journey.steps), [journey.steps]);
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const heightOf = useCallback(
    (key: string) => {
      const step = graph.byKey.get(key);
      return heights.get(key) ?? (step === undefined ? 100 : guessedHeight(step));
    },
    [graph, heights],
  );
  const places = useMemo(() => layout(graph, heightOf), [graph, heightOf]);
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
  const [drag, setDrag] = useState<ReadonlyMap<string, Point> | null>(null);

  const latest = useRef({ graph, places, heightOf, drag });
  latest.current = { graph, places, heightOf, drag };
  const points = useCallback(() => {
    const { graph: now, places: tops } = latest.current;
    return new Map(
      now.cards.map(({ step, lane }) => [step.key, { x: laneX(lane, rtl), y: tops.get(step.key) ?? 0 }]),
    );
  }, [rtl]);
  const acts = useMemo(
    () =>
      canvasActs({
        session,
        store,
        flow: flow as unknown as Parameters<typeof canvasActs>[0]['flow'],
        rtl,
        graph: () => latest.current.graph,
        place: (key) => {
          const point = points().get(key);
          return point === undefined ? undefined : { point, height: latest.current.heightOf(key) };
        },
        motion: () => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 320),
      }),
    [session, store, flow, rtl, points],
  );
  const shared = useMemo(
    () => ({ store, acts, rtl, isPicture, onOpen }),
    [store, acts, rtl, isPicture, onOpen],
  );

  const findings = useMemo(() => worstFindings(journey), [journey]);
  const selected = useMemo(() => new Set(selection), [selection]);
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => store.subscribe((state) => setLink(state.link)), [store]);
  const edgesBefore = useRef<ReadonlyMap<string, LinkEdge>>(new Map());
  const edges = useMemo(() => {
    const next = edgesOf(edgesBefore.current, graph, places, selected, link, ways);
    edgesBefore.current = new Map(next.map((edge) => [edge.id, edge]));
    return next;
  }, [graph, places, selected, link, ways]);
  const ports = useMemo(() => usedPorts(edges), [edges]);
  const nodesBefore = useRef<ReadonlyMap<string, StepNode>>(new Map());
  const settled = useMemo(() => {
    const before = nodesBefore.current;
    const next = nodesOf(before, graph, places, findings, selected, lights, marks, ports, rtl);
    if (gone.length > 0) next.push(...ghostsOf(before, gone, spots, rtl));
    nodesBefore.current = new Map(next.map((node) => [node.id, node]));
    return next;
  }, [graph, places, findings, selected, lights, marks, ports, gone, spots, rtl]);
  // A step of a drag looks at no card but those under the hand.
  const nodes = useMemo(() => {
    if (drag === null) return settled;
    return settled.map((node) => {
      const at = drag.get(node.id);
      return at === undefined ? node : { ...node, position: at };
    });
  }, [settled, drag]);

  const onNodesChange = useCallback(
    (changes: NodeChange<StepNode>[]) => {
      const next = new Set(acts.selected());
      let chose = false;
      const moved = new Map<string, Point>();
      const measured = new Map<string, number>();
      for (const change of changes) {
        if (change.type === 'select') {
          chose = true;
          next.delete(change.id);
          if (change.selected) next.add(change.id);
        } else if (change.type === 'position' && change.position !== undefined && change.dragging) {
          moved.set(change.id, change.position);
        } else if (change.type === 'dimensions' && change.dimensions !== undefined) {
          measured.set(change.id, change.dimensions.height);
          const node = nodesBefore.current.get(change.id);
          if (node !== undefined) node.measured = change.dimensions;
        }
      }
      // At once: the card is where the hand is before the next frame.
      if (moved.size > 0) flushSync(() => setDrag((before) => new Map([...(before ?? []), ...moved])));
      if (measured.size > 0)
        setHeights((before) => {
          const differs = [...measured].some(
            ([key, height]) => Math.abs((before.get(key) ?? 0) - height) > 1,
          );
          return differs ? new Map([...before, ...measured]) : before;
        });
      if (chose && !isPicture) {
        acts.select([...next]);
        store.setState({ link: null });
      }
    },
    [acts, store, isPicture],
  );
  const onDragStop = useCallback(() => {
    const moved = latest.current.drag;
    if (moved !== null && moved.size > 0) acts.drop(moved);
    setDrag(null);
  }, [acts]);

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
    [acts, flow, store],
  );

  const opening = useOpening(root, rtl);
  useDetail(root, opening);
  useReveal(acts);
  useKeepInSight(acts);
  useCanvasKeys(root, acts, store, points, onOpen, !isPicture);
  usePaste(root, acts, flow, !isPicture);
  const [overviewChoice] = usePanel('canvas.overview', 1);

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

  const bottoms = useMemo(() => {
    const found = [0, 0, 0, 0, 0];
    for (const { step, lane } of graph.cards)
      found[lane] = Math.max(found[lane] ?? 0, (places.get(step.key) ?? 0) + heightOf(step.key));
    for (const { step, lane } of gone)
      found[lane] = Math.max(found[lane] ?? 0, (spots.get(step.key) ?? 0) + heightOf(step.key));
    return found;
  }, [graph, places, gone, spots, heightOf]);
  const bottom = Math.max(...bottoms);

  return (
    <CanvasProvider value={shared}>
      <div
        ref={root}
        className={styles.canvas}
        data-canvas={isPicture ? 'picture' : ''}
        data-playing={isPlaying || undefined}
        // A click on the ground brings the keys here.
        tabIndex={-1}
      >
        {opening !== null && (
          <ReactFlow<StepNode, LinkEdge>
            className={styles.flow}
            aria-label={t('canvas.canvas')}
            nodes={nodes}
            edges={edges}
            nodeTypes={NODE_TYPES}
            edgeTypes={EDGE_TYPES}
            onNodesChange={onNodesChange}
            onNodeDragStop={onDragStop}
            onSelectionDragStop={onDragStop}
            onConnectStart={() => root.current?.setAttribute('data-connecting', '')}
            onConnect={onConnect}
            onConnectEnd={onConnectEnd}
            onNodeClick={onNodeClick}
            onNodeDoubleClick={(_, node) => node.data.mark !== 'removed' && onOpen()}
            onNodeContextMenu={onNodeContextMenu}
            onEdgeClick={onEdgeClick}
            onPaneClick={() => {
              acts.select([]);
              store.setState({ link: null, problem: null });
              root.current?.focus({ preventScroll: true });
            }}
            onPaneContextMenu={(event) => {
              event.preventDefault();
              if (isPicture) return;
              const at = { x: event.clientX, y: event.clientY };
              store.setState({ menu: { at, place: flow.screenToFlowPosition(at) } });
            }}
            onDoubleClick={(event) => {
              if (isPicture || !(event.target instanceof Element)) return;
              if (!event.target.classList.contains('react-flow__pane')) return;
              const at = { x: event.clientX, y: event.clientY };
              const place = flow.screenToFlowPosition(at);
              store.setState({
                chooser: { at, out: null, place, stage: acts.stageAt(place), offers: 'new' },
              });
            }}
            defaultViewport={opening}
            minZoom={0.12}
            maxZoom={2}
            nodesDraggable={!isPicture}
            nodesFocusable={!isPicture}
            nodesConnectable={!isPicture}
            elementsSelectable={!isPicture}
            edgesFocusable={false}
            zIndexMode="manual"
            elevateNodesOnSelect={false}
            selectNodesOnDrag
            nodeDragThreshold={3}
            connectionRadius={28}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode="Shift"
            selectionMode={SelectionMode.Partial}
            multiSelectionKeyCode={MULTI}
            zoomOnDoubleClick={false}
            onlyRenderVisibleElements={graph.cards.length >= ONLY_VISIBLE_FROM}
            proOptions={PRO}
          >
            <Background gap={GRID} size={1} className={styles.dots} />
            <Grounds bottom={bottom} rtl={rtl} />
            {!isPicture && <AddSteps bottoms={bottoms} />}
            {!isPicture && overviewChoice === 1 && (
              <MiniMap
                className={styles.minimap}
                position={rtl ? 'bottom-left' : 'bottom-right'}
                pannable
                zoomable
                nodeClassName={(node) => `${styles.mini} ${styles[`mini-${(node as StepNode).data.stage}`]}`}
                nodeBorderRadius={12}
                ariaLabel={t('canvas.overview')}
              />
            )}
            <Heads graph={graph} />
          </ReactFlow>
        )}
        {!isPicture && (
          <>
            <Controls />
            <FindBar graph={graph} />
            <ProblemBox onReplay={onReplay} />
            <ChooserBox />
            <CanvasMenu onOpen={onOpen} />
          </>
        )}
      </div>
    </CanvasProvider>
  );
}

/** The first view: all five lanes where they fit, from the top; null until the size of the window is known. */
function useOpening(root: RefObject<HTMLDivElement | null>, rtl: boolean): Viewport | null {
  const [view, setView] = useState<Viewport | null>(null);
  useLayoutEffect(() => {
    const width = root.current?.getBoundingClientRect().width;
    if (view !== null || width === undefined || width === 0) return;
    const zoom = Math.min(1, Math.max(0.3, width / (LANE * LANES)));
    const spare = width - LANE * LANES * zoom;
    // Where not all fit, the first lane is seen.
    const x = spare >= 0 ? spare / 2 : rtl ? spare : 0;
    setView({ x, y: HEAD, zoom });
  }, [view, root, rtl]);
  return view;
}

/** How much the cards show, and how much marks grow against the zoom. */
function useDetail(root: RefObject<HTMLDivElement | null>, opening: Viewport | null): void {
  const follow = useCallback(
    ({ zoom }: Viewport) => {
      const at = root.current;
      if (at === null) return;
      at.dataset.detail = detailAt(zoom);
      const unzoom = Math.round((1 / zoom) * 8) / 8;
      at.style.setProperty('--unzoom', String(unzoom));
      at.style.setProperty('--mark', String(Math.min(4, Math.max(1, unzoom))));
    },
    [root],
  );
  useOnViewportChange({ onChange: follow });
  useLayoutEffect(() => {
    if (opening !== null) follow(opening);
  }, [follow, opening]);
}

/** Flies to what a problem, undo or a new step asks to show. */
function useReveal(acts: ReturnType<typeof canvasActs>): void {
  const reveal = useJourney((state) => state.reveal);
  const session = useJourneySession();
  const seen = useRef(reveal?.turn);
  useEffect(() => {
    if (reveal === null || reveal.turn === seen.current) return;
    seen.current = reveal.turn;
    const step = stepAt(session.store.getState().journey, reveal.pointer);
    if (step === undefined) return;
    // A new card is measured first.
    const frame = requestAnimationFrame(() => acts.bringIntoView(step.key));
    return () => cancelAnimationFrame(frame);
  }, [reveal, session, acts]);
}

/** When the canvas gets narrower, because the form opens beside it, the selected card stays in sight. */
function useKeepInSight(acts: ReturnType<typeof canvasActs>): void {
  const width = useStore((state) => state.width);
  const before = useRef(width);
  useEffect(() => {
    const key = acts.selected().at(-1);
    if (before.current > width && width > 0 && key !== undefined) acts.bringIntoView(key);
    before.current = width;
  }, [width, acts]);
}

function usePaste(
  root: RefObject<HTMLDivElement | null>,
  acts: ReturnType<typeof canvasActs>,
  flow: { screenToFlowPosition(point: Point): Point },
  isOn: boolean,
): void {
  useEffect(() => {
    const at = root.current;
    if (at === null || !isOn) return;
    let pointer: Point | null = null;
    const follow = (event: PointerEvent) => {
      pointer = { x: event.clientX, y: event.clientY };
    };
    at.addEventListener('pointermove', follow);
    const stop = listenForPaste(at, (copied) => {
      void acts.paste(copied, pointer === null ? null : flow.screenToFlowPosition(pointer));
    });
    return () => {
      stop();
      at.removeEventListener('pointermove', follow);
    };
  }, [root, acts, flow, isOn]);
}
