import '@xyflow/react/dist/base.css';
import {
  Background,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStoreApi,
} from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useJourneySession } from '@/document';
import { type Dot, EDITOR, graphFrame, handled, Overview, useDetail } from '@/graph-view';
import { direction, t } from '@/i18n';
import { STAGES } from '@/journey-words';
import { canvasActs } from './acts';
import { ChooserBox } from './Chooser';
import { Controls } from './Controls';
import styles from './canvas.module.css';
import { detailAt } from './detail';
import { FindBar } from './FindBar';
import { Frames, GroupName } from './Groups';
import { GRID, LEAST_ZOOM } from './geometry';
import { isGroupKey } from './groups';
import { AddSteps, Grounds, Heads } from './Lanes';
import { CanvasMenu } from './Menu';
import type { Light, LinkEdge, Mark, StepNode } from './nodes';
import { ProblemBox } from './ProblemBox';
import type { Prices } from './prices';
import { StepCard } from './StepCard';
import { CanvasProvider, createCanvasStore, yieldKeys } from './store';
import { useCanvasKeys } from './useCanvasKeys';
import { useCardDrag } from './useCardDrag';
import { useDrawn } from './useDrawn';
import { useHands } from './useHands';
import { bottomsOf, type GoneStep, isLarge, useLaid } from './useLaid';
import { roomOf, useKeepInSight, useOpening, useOverview, usePasted, useRegion, useShown } from './useView';
import { WayLine } from './WayLine';

const NODE_TYPES = { step: StepCard };
const EDGE_TYPES = { way: WayLine };

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
  const [store] = useState(createCanvasStore);
  useEffect(() => yieldKeys(store, session), [store, session]);
  const root = useRef<HTMLDivElement>(null);

  const laid = useLaid(isPicture, ghosts, rtl);
  const { groups, graph, boxOf } = laid;
  const latest = useRef(laid);
  latest.current = laid;
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

  const { held, hold, drop } = useCardDrag(acts);
  const opening = useOpening(root, rtl);
  const large = isLarge(laid);
  const region = useRegion(large, opening);
  const { nodes, edges, measured } = useDrawn(laid, { store, region, held, lights, ways, marks });
  const heldNow = useRef(held);
  heldNow.current = held;
  const dots = useCallback(
    () =>
      graph.cards.flatMap(({ step: { key }, lane }): Dot[] => {
        const [box, at] = [boxOf(key), heldNow.current?.get(key)];
        return box === undefined ? [] : [{ ...box, ...at, colour: `--${STAGES[lane] ?? 'awareness'}` }];
      }),
    [graph, boxOf],
  );

  const onNodesChange = useCallback(
    (changes: NodeChange<StepNode>[]) => {
      measured(changes);
      const { selection, moved } = handled(changes, acts.selected());
      if (moved.size > 0) hold(moved);
      if (selection !== null && !isPicture) acts.select(selection);
    },
    [acts, isPicture, hold, measured],
  );

  useDetail(root, opening?.view, detailAt);
  useShown(acts);
  useKeepInSight(acts, isForm);
  useCanvasKeys(root, acts, store, points, onOpen, !isPicture);
  usePasted(root, acts, flow, !isPicture);
  const overview = useOverview();

  const hands = useHands({ root, acts, store, flow, isPicture, onStep });

  const bottoms = useMemo(() => bottomsOf(laid), [laid]);
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
              {...EDITOR}
              className={styles.flow}
              aria-label={t('canvas.canvas')}
              nodes={nodes}
              edges={edges}
              nodeTypes={NODE_TYPES}
              edgeTypes={EDGE_TYPES}
              onNodesChange={onNodesChange}
              onNodeDragStop={drop}
              onSelectionDragStop={drop}
              {...hands}
              onNodeDoubleClick={(_, node) => node.data.mark !== 'removed' && onOpen()}
              defaultViewport={opening.view}
              minZoom={LEAST_ZOOM}
              nodesDraggable={!isPicture}
              nodesFocusable={!isPicture}
              nodesConnectable={!isPicture}
              elementsSelectable={!isPicture}
              connectionRadius={28}
              onlyRenderVisibleElements={large}
            >
              <Background gap={GRID} size={1} className={styles.dots} />
              <Grounds bottom={bottom} rtl={rtl} />
              {groups.length > 0 && (
                <Frames groups={groups} boxOf={boxOf} held={held} onHold={hold} onDrop={drop} />
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
