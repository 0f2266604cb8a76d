import { getViewportForBounds, type ReactFlowInstance, type Viewport } from '@xyflow/react';
import { copySteps, type JourneySession } from '@/document';
import { around, type Box, type Point } from '@/graph-view';
import type { Answer, Edit, JourneyStep, Stage } from '@/host';
import { t } from '@/i18n';
import { kindName, STAGES, stepName } from '@/journey-words';
import { announce, toast, type WindowPoint } from '@/kit';
import { GRID, HEAD, LANE, LEAST_ZOOM, laneAt } from './geometry';
import { canBeLedTo, type Graph, type Link } from './graph';
import { changeGroup, groupsOf, heightsAt, isGroupKey, makeGroup, realOut } from './groups';
import type { Direction } from './navigate';
import type { CanvasStore, Out } from './store';

/** What can be done on the canvas. */
export interface CanvasActs {
  select(keys: readonly string[]): void;
  selected(): readonly string[];
  step(key: string): JourneyStep | undefined;
  graph(): Graph;
  /** The card that stands for a step: for one of a folded group the group's. None for what is drawn on a line. */
  cardOf(key: string): string | null;
  /** A new step, behind a way or alone. Gives whether it was made. */
  add(kind: string, options: { out: Out | null; place: Point | null; stage: Stage | null }): Promise<boolean>;
  connect(out: Out, to: string): Promise<boolean>;
  disconnect(link: Link): void;
  remove(keys: readonly string[]): void;
  duplicate(keys: readonly string[]): void;
  /** Whether some step of cards is on. */
  isOn(keys: readonly string[]): boolean;
  /** Switches steps off; those that all are, on again. */
  switchOff(keys: readonly string[]): void;
  moveTo(keys: readonly string[], stage: Stage): void;
  /** Puts a frame around cards, and asks what it is called. */
  group(keys: readonly string[]): void;
  /** Shows the cards of a folded group. */
  unfold(key: string): void;
  /** Cards were dropped. */
  drop(places: ReadonlyMap<string, Point>): Promise<unknown>;
  /** Every card where the canvas would put it. */
  tidy(): void;
  copy(keys: readonly string[]): Promise<boolean>;
  paste(text: string, at: Point | null): Promise<boolean>;
  /** Moves cards by keys: a little up or down, or a lane further. */
  shift(keys: readonly string[], direction: Direction): void;
  /** Asks where a way of a step leads. */
  askWhere(key: string, at: WindowPoint): void;
  /** Asks for a new step, behind a step where it has a way that is free. */
  askNew(key: string | null, at: WindowPoint): void;
  stageAt(place: Point): Stage;
  bringIntoView(key: string): void;
  /** The same for what is no card. */
  showBox(box: Box): void;
  fit(): void;
  zoomBy(factor: number): void;
  zoomTo(zoom: number): void;
}

interface Parts {
  session: JourneySession;
  store: CanvasStore;
  flow: ReactFlowInstance;
  rtl: boolean;
  graph(): Graph;
  /** Where a card stands now. */
  boxOf(key: string): Box | undefined;
  /** What can be seen of the canvas, in px from its left: a form may lie over one end. */
  room(): { left: number; right: number; height: number };
  motion(): number;
}

/** Says what went, with its undo: in this view, and while it is the last that was done. */
function sayUndoable(session: JourneySession, words: string): void {
  const { revision } = session.store.getState().journey;
  const end = toast({
    words,
    icon: 'delete',
    act: { label: t('canvas.undo'), run: () => void session.undo() },
    ofView: true,
  });
  const stop = session.store.subscribe(({ journey }) => {
    if (journey.revision === revision) return;
    stop();
    end();
  });
}

export function canvasActs({ session, store, flow, rtl, graph, boxOf, room, motion }: Parts): CanvasActs {
  const journey = () => session.store.getState().journey;
  const groups = () => groupsOf(journey().notes, journey().steps);
  const step = (key: string): JourneyStep | undefined =>
    graph().byKey.get(key) ?? journey().steps.find((known) => known.key === key);
  /** The steps that cards stand for: a folded group for all of its own. */
  const real = (keys: readonly string[]): string[] => {
    const known = groups();
    return keys.flatMap((key) => known.find((group) => group.key === key)?.members ?? [key]);
  };
  const name = (key: string): string => {
    const found = step(key);
    return found === undefined ? key : stepName(found);
  };
  /** Ids of steps that can be named. */
  const ids = (keys: readonly string[]): string[] => {
    const found = real(keys)
      .map(step)
      .filter((known) => known !== undefined);
    return found.map(({ id }) => id).filter((id) => id !== '');
  };
  const at = (key: string): string => `/nodes/${step(key)?.index ?? 0}`;
  /** Where the view is on its way to, and until when. */
  let heading: { view: Viewport; until: number } | null = null;
  const fly = (view: Viewport): void => {
    const duration = motion();
    heading = { view, until: performance.now() + duration };
    void flow.setViewport(view, { duration });
  };
  const done = async (answer: Promise<Answer<unknown>>): Promise<boolean> => (await answer).ok;

  /** About where a wait stands on its line. */
  const middle = (key: string): Box | undefined => {
    const link = graph().links.find(({ waits }) => waits.some((wait) => wait.key === key));
    const [from, to] = [boxOf(link?.from ?? ''), boxOf(link?.to ?? '')];
    if (from === undefined || to === undefined) return undefined;
    const [x, y] = [(from.x + to.x) / 2, (from.y + from.height + to.y) / 2];
    return { x, y, width: from.width, height: 0 };
  };

  const acts: CanvasActs = {
    select: (keys) => session.select(keys),
    selected: () => session.store.getState().selection,
    step,
    graph,
    cardOf(key) {
      if (graph().cardOf.has(key)) return key;
      const group = groups().find(({ isFolded, members }) => isFolded && members.includes(key));
      return group?.key ?? null;
    },
    async add(kind, { out: wanted, place: where, stage }) {
      const out = wanted === null ? null : realOut(wanted);
      const from = out === null ? undefined : step(out.from);
      const made = await done(
        session.dispatch({
          type: 'AddStep',
          kind,
          title: kindName(kind),
          stage: stage ?? from?.stage ?? 'awareness',
          position: where === null ? null : { x: Math.round(where.x), y: Math.round(where.y) },
          after: out === null || from === undefined ? null : { from: from.id, output: out.output },
        }),
      );
      if (made) announce(t('canvas.added', { kind: kindName(kind) }));
      return made;
    },
    async connect(wanted, to) {
      const out = realOut(wanted);
      const from = step(out.from);
      const target = real([to])
        .flatMap((key) => step(key) ?? [])
        .find(canBeLedTo);
      if (from === undefined || target === undefined) return false;
      const made = await done(
        session.dispatch({
          type: 'ConnectSteps',
          way: { from: from.id, output: out.output },
          to: target.id,
        }),
      );
      if (made) announce(t('canvas.connected', { from: stepName(from), to: stepName(target) }));
      return made;
    },
    disconnect(link) {
      const out = realOut(link);
      const from = step(out.from);
      if (from === undefined) return;
      store.setState({ link: null });
      const way = { from: from.id, output: out.output };
      void session.dispatch({ type: 'DisconnectStep', way });
    },
    remove(keys) {
      const steps = ids(keys);
      if (steps.length === 0) return;
      const words =
        steps.length === 1
          ? t('canvas.deleted', { name: name(keys[0] ?? '') })
          : t('canvas.deletedMany', { count: steps.length });
      void done(session.dispatch({ type: 'DeleteSteps', steps, heal: true })).then((gone) => {
        if (gone) sayUndoable(session, words);
      });
    },
    duplicate(keys) {
      const steps = ids(keys);
      if (steps.length > 0) void session.dispatch({ type: 'DuplicateSteps', steps, offset: null });
    },
    isOn: (keys) => real(keys).some((key) => step(key)?.off === false),
    switchOff(cards) {
      const keys = real(cards);
      const off = acts.isOn(cards);
      const edits = keys.map<Edit>((key) =>
        off
          ? { type: 'SetProperty', at: at(key), key: 'off', value: true }
          : { type: 'RemoveProperty', at: at(key), key: 'off' },
      );
      const title = t(off ? 'canvas.switchOffNamed' : 'canvas.switchOnNamed', { name: name(keys[0] ?? '') });
      void session.dispatch({ type: 'Batch', name: title, edits });
    },
    moveTo(keys, stage) {
      const moved = real(keys).filter((key) => step(key)?.stage !== stage);
      if (moved.length === 0) return;
      const edits = moved.map<Edit>((key) => ({
        type: 'SetProperty',
        at: at(key),
        key: 'stage',
        value: stage,
      }));
      const title = t('canvas.moveNamed', { name: name(moved[0] ?? ''), stage: t(`gallery.${stage}`) });
      void session.dispatch({ type: 'Batch', name: title, edits });
      announce(title);
    },
    group(keys) {
      const made = makeGroup(journey(), real(keys), t('canvas.group.new'));
      if (made === null) return;
      void done(session.dispatch(made.edit)).then((there) => {
        if (there) store.setState({ naming: made.at });
      });
    },
    unfold(key) {
      const group = groups().find((known) => known.key === key);
      if (group !== undefined) void session.dispatch(changeGroup(journey(), group, { folded: false }));
    },
    drop(places) {
      const edits: Edit[] = [];
      const positions: Record<string, { x: number; y: number }> = {};
      let lane = '';
      for (const [key, point] of places) {
        const card = graph().cardOf.get(key);
        if (card === undefined) continue;
        const next = laneAt(point.x, rtl);
        const stage = STAGES[next];
        const members = real([key]);
        const heights = isGroupKey(key)
          ? heightsAt(
              members.flatMap((member) => step(member) ?? []),
              point.y,
            )
          : new Map([[key, point.y]]);
        for (const [member, y] of heights) positions[member] = { x: next * LANE, y: Math.round(y) };
        if (next !== card.lane && stage !== undefined) {
          for (const member of members)
            edits.push({ type: 'SetProperty', at: at(member), key: 'stage', value: stage });
          lane = t(`gallery.${stage}`);
        }
      }
      const first = name([...places.keys()][0] ?? '');
      const move: Edit = { type: 'MoveCards', positions };
      if (edits.length === 0) return session.dispatch(move);
      return session.dispatch({
        type: 'Batch',
        name: t('canvas.moveNamed', { name: first, stage: lane }),
        edits: [...edits, move],
      });
    },
    tidy() {
      const moved = graph().cards.filter((card) => card.step.position !== null);
      if (moved.length === 0) announce(t('canvas.isTidy'));
      else void session.dispatch({ type: 'ForgetPlaces', cards: real(moved.map((card) => card.step.key)) });
    },
    async copy(keys) {
      const made = await copySteps(session, ids(keys));
      if (made) announce(t('canvas.copied', { count: keys.length }));
      return made;
    },
    paste: (clipboard, where) =>
      done(
        session.dispatch({
          type: 'Paste',
          clipboard,
          parent: null,
          index: null,
          position: where === null ? null : { x: Math.round(where.x), y: Math.round(where.y) },
        }),
      ),
    shift(keys, direction) {
      const by = direction === 'up' ? -GRID : GRID;
      if (direction === 'up' || direction === 'down') {
        const moved = new Map<string, Point>();
        for (const key of keys) {
          const found = boxOf(key);
          if (found !== undefined) moved.set(key, { x: found.x, y: found.y + by });
        }
        void acts.drop(moved);
        return;
      }
      const card = graph().cardOf.get(keys.at(-1) ?? '');
      const further = (direction === 'right') !== rtl ? 1 : -1;
      const stage = card === undefined ? undefined : STAGES[card.lane + further];
      if (stage !== undefined) acts.moveTo(keys, stage);
    },
    askWhere(key, at) {
      const from = step(key);
      const way = from?.ways.find((known) => known.to === null) ?? from?.ways[0];
      if (from === undefined || way === undefined) return;
      store.setState({
        chooser: {
          at,
          out: { from: key, output: way.output },
          place: null,
          stage: from.stage,
          offers: 'both',
        },
      });
    },
    askNew(key, at) {
      const from = key === null ? undefined : step(key);
      const way =
        from?.ways.find((known) => known.role === 'next') ?? from?.ways.find(({ to }) => to === null);
      const out = from === undefined || way === undefined ? null : { from: from.key, output: way.output };
      store.setState({ chooser: { at, out, place: null, stage: from?.stage ?? null, offers: 'new' } });
    },
    stageAt: ({ x }) => STAGES[laneAt(x, rtl)] ?? 'awareness',
    bringIntoView(wanted) {
      const key = acts.cardOf(wanted) ?? wanted;
      const found = boxOf(key) ?? middle(key);
      if (found !== undefined) acts.showBox(found);
    },
    showBox(found) {
      // What is in sight now may be gone when the view has come to where it is going.
      const flying = heading !== null && performance.now() < heading.until ? heading.view : null;
      const { x, y, zoom } = flying ?? flow.getViewport();
      const { left, right, height } = room();
      const [start, top] = [found.x * zoom + x, found.y * zoom + y];
      const [above, below] = [HEAD + 16, height - 20];
      const inside =
        start >= left &&
        top >= above &&
        start + found.width * zoom <= right &&
        top + found.height * zoom <= below;
      if (inside) return;
      const closer = Math.max(zoom, 0.6);
      // What is too high for the room is seen from its head.
      const highest = Math.max(above, (above + below - found.height * closer) / 2);
      fly({
        x: (left + right) / 2 - (found.x + found.width / 2) * closer,
        y: highest - found.y * closer,
        zoom: closer,
      });
    },
    fit() {
      const boxes = graph().cards.flatMap(({ step: { key } }) => boxOf(key) ?? []);
      const all = around(boxes);
      if (all === null) return;
      const { left, right, height } = room();
      // The heads of the lanes lie over the top.
      const view = getViewportForBounds(all, right - left, height - HEAD, LEAST_ZOOM, 1, 0.06);
      fly({ ...view, x: view.x + left, y: view.y + HEAD });
    },
    // At once: a second press counts from where the first one came to.
    zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor),
    zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: motion() }),
  };
  return acts;
}
