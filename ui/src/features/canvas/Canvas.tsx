import '@xyflow/react/dist/base.css';
import {
  Background,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStoreApi,
} from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useJourney, useJourneySession } from '@/document';
import { type Box, type Dot, graphFrame, Overview, type Point } from '@/graph-view';
import type { JourneyStep } from '@/host';
import { direction, t } from '@/i18n';
import { STAGES } from '@/journey-words';
import { canvasActs } from './acts';
import { ChooserBox } from './Chooser';
import { Controls } from './Controls';
import styles from './canvas.module.css';
import { FindBar } from './FindBar';
import { Frames, GroupName } from './Groups';
import { CARD, GRID, LEAST_ZOOM, laneX } from './geometry';
import { graphOf } from './graph';
import { folded, groupsOf, isGroupKey } from './groups';
import { guessedHeight } from './guess';
import { AddSteps, Grounds, Heads } from './Lanes';
import { type Ghost, ghostPlaces } from './layout';
import { CanvasMenu } from './Menu';
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
import { ProblemBox } from './ProblemBox';
import { isLarge, useOpening, useOverview, usePlaces, useRegion } from './places';
import type { Prices } from './prices';
import { StepCard } from './StepCard';
import { CanvasProvider, createCanvasStore } from './store';
import { useCanvasKeys } from './useCanvasKeys';
import { useHands } from './useHands';
import { roomOf, useDetail, useKeepInSight, usePaste, useReveal } from './useView';
import { WayLine } from './WayLine';

const NODE_TYPES = { step: StepCard };
const EDGE_TYPES = { way: WayLine };
const MULTI = ['Shift', 'Meta', 'Control'];
const PRO = { hideAttribution: true };

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
  /** What messages cost. */
  prices?: Prices;
  /** A picture beside something else: nothing in it can be changed. */
  isPicture?: boolean;
  isPlaying?: boolean;
  /** The form of the selected step is open: beside the canvas, or over its end in a small window. */
  isForm?: boolean;
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
const NO_PRICES: Prices = { of: new Map(), freeReplies: null };

function Inner({
  onOpen: openForm,
  onReplay,
  lights = NOTHING_LIT,
  ways = NO_WAYS,
  marks = NO_MARKS,
  ghosts = NO_GHOSTS,
  prices = NO_PRICES,
  isPicture = false,
  isPlaying = false,
  isForm = false,
  onStep,
}: CanvasProps) {
  const session = useJourneySession();
  const flow = useReactFlow<StepNode, LinkEdge>();
  const api = useStoreApi();
  const rtl = direction() === 'rtl';
  const journey = useJourney((state) => state.journey);
  const selection = useJourney((state) => state.selection);
  const [store] = useState(createCanvasStore);
  const root = useRef<HTMLDivElement>(null);

  const groups = useMemo(() => groupsOf(journey.notes, journey.steps), [journey.notes, journey.steps]);
  const graph = useMemo(
    // What is played is seen whole.
    () => graphOf(isPicture ? journey.steps : folded(journey.steps, groups)),
    [journey.steps, groups, isPicture],
  );
  const { places, heightOf } = usePlaces(graph);
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
  const boxOf = useCallback(
    (key: string): Box | undefined => {
      const [card, y] = [graph.cardOf.get(key), places.get(key)];
      if (card === undefined || y === undefined) return undefined;
      return { x: laneX(card.lane, rtl), y, width: CARD, height: heightOf(key) };
    },
    [graph, places, heightOf, rtl],
  );

  const latest = useRef({ graph, boxOf, drag });
  latest.current = { graph, boxOf, drag };
  const points = useCallback(() => {
    const { graph: now, boxOf: box } = latest.current;
    return new Map(now.cards.map(({ step: { key } }) => [key, box(key) ?? { x: 0, y: 0 }]));
  }, []);
  const acts = useMemo(
    () =>
      canvasActs({
        session,
        store,
        flow: flow as unknown as Parameters<typeof canvasActs>[0]['flow'],
        rtl,
        graph: () => latest.current.graph,
        boxOf: (key) => latest.current.boxOf(key),
        room: () => roomOf(root.current, api.getState()),
        motion: () => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 320),
      }),
    [session, store, flow, api, rtl],
  );
  const onOpen = useCallback(() => {
    const key = acts.selected().at(-1);
    if (key !== undefined && isGroupKey(key)) acts.unfold(key);
    else openForm();
  }, [acts, openForm]);
  const shared = useMemo(
    () => ({ store, acts, rtl, prices, isPicture, onOpen }),
    [store, acts, rtl, prices, isPicture, onOpen],
  );

  const findings = useMemo(() => worstFindings(journey, groups), [journey, groups]);
  const selected = useMemo(() => new Set(selection), [selection]);
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => store.subscribe((state) => setLink(state.link)), [store]);
  const opening = useOpening(root, rtl);
  const large = isLarge(graph);
  const region = useRegion(large, opening);
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
  const guess = large ? heightOf : null;
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
    if (drag === null) return settled;
    return settled.map((node) => {
      const at = drag.get(node.id);
      return at === undefined ? node : { ...node, position: at };
    });
  }, [settled, drag]);
  const dots = useCallback(
    () =>
      graph.cards.flatMap(({ step: { key }, lane }): Dot[] => {
        const [box, at] = [boxOf(key), latest.current.drag?.get(key)];
        return box === undefined ? [] : [{ ...box, ...at, colour: `--${STAGES[lane] ?? 'awareness'}` }];
      }),
    [graph, boxOf],
  );

  const onNodesChange = useCallback(
    (changes: NodeChange<StepNode>[]) => {
      const next = new Set(acts.selected());
      let chose = false;
      const moved = new Map<string, Point>();
      for (const change of changes) {
        if (change.type === 'select') {
          chose = true;
          next.delete(change.id);
          if (change.selected) next.add(change.id);
        } else if (change.type === 'position' && change.position !== undefined && change.dragging) {
          moved.set(change.id, change.position);
        } else if (change.type === 'dimensions' && change.dimensions !== undefined) {
          const node = nodesBefore.current.get(change.id);
          if (node !== undefined) {
            node.measured = change.dimensions;
            delete node.handles;
          }
        }
      }
      // At once: the card is where the hand is before the next frame.
      if (moved.size > 0) flushSync(() => setDrag((before) => new Map([...(before ?? []), ...moved])));
      if (chose && !isPicture) {
        acts.select([...next]);
        store.setState({ link: null });
      }
    },
    [acts, store, isPicture],
  );
  const onDragStop = useCallback(() => {
    const moved = latest.current.drag;
    if (moved === null) return;
    // A card stays under where it was let go until the document has it there.
    void acts.drop(moved).then(() => setDrag((now) => (now === moved ? null : now)));
  }, [acts]);

  /** Where a card stands, also while it is under the hand. */
  const heldBoxOf = (key: string): Box | undefined => {
    const box = boxOf(key);
    return box === undefined ? undefined : { ...box, ...drag?.get(key) };
  };
  const onGroupDrag = (keys: readonly string[], by: Point) => {
    const stood = points();
    const moved = keys.flatMap((key) => {
      const point = stood.get(key);
      return point === undefined ? [] : [[key, { x: point.x + by.x, y: point.y + by.y }] as const];
    });
    flushSync(() => setDrag(new Map(moved)));
  };

  useDetail(root, opening?.view ?? null);
  useReveal(acts);
  useKeepInSight(acts, isForm);
  useCanvasKeys(root, acts, store, points, onOpen, !isPicture);
  usePaste(root, acts, flow, !isPicture);
  const overview = useOverview();

  const hands = useHands({ root, acts, store, flow, isPicture, onStep });

  const bottoms = useMemo(() => {
    const found = [0, 0, 0, 0, 0];
    for (const { step, lane } of graph.cards)
      found[lane] = Math.max(found[lane] ?? 0, (places.get(step.key) ?? 0) + heightOf(step.key));
    for (const { step, lane } of gone)
      found[lane] = Math.max(found[lane] ?? 0, (spots.get(step.key) ?? 0) + guessedHeight(step));
    return found;
  }, [graph, places, gone, spots, heightOf]);
  const bottom = Math.max(...bottoms);

  return (
    <CanvasProvider value={shared}>
      <div
        ref={root}
        className={`${graphFrame.frame} ${styles.canvas}`}
        data-canvas={isPicture ? 'picture' : ''}
        data-playing={isPlaying || undefined}
        // A click on the ground brings the keys here.
        tabIndex={-1}
      >
        <div className={graphFrame.view}>
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
              {...hands}
              onNodeDoubleClick={(_, node) => node.data.mark !== 'removed' && onOpen()}
              defaultViewport={opening.view}
              minZoom={LEAST_ZOOM}
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
              onlyRenderVisibleElements={large}
              proOptions={PRO}
            >
              <Background gap={GRID} size={1} className={styles.dots} />
              <Grounds bottom={bottom} rtl={rtl} />
              {groups.length > 0 && (
                <Frames groups={groups} boxOf={heldBoxOf} onDrag={onGroupDrag} onDrop={onDragStop} />
              )}
              {!isPicture && <AddSteps bottoms={bottoms} />}
              <Heads graph={graph} />
            </ReactFlow>
          )}
          {!isPicture && (
            <>
              <FindBar graph={graph} />
              <ProblemBox onReplay={onReplay} />
              <ChooserBox />
              <CanvasMenu onOpen={onOpen} />
              <GroupName />
            </>
          )}
        </div>
        {!isPicture && (
          <div className={graphFrame.foot}>
            <Controls />
            {overview && <Overview label={t('canvas.overview')} dots={dots} />}
          </div>
        )}
      </div>
    </CanvasProvider>
  );
}
