/** Everything one can do on the map, once, for keys, menus, commands and hands. */

import type { ReactFlowInstance } from '@xyflow/react';
import {
  copyItems,
  join,
  type Load,
  lastGap,
  moveInto,
  type Session,
  screenAt,
  shownScreen,
} from '@/document';
import { addPart, branchWords } from '@/flow-words';
import type { Point } from '@/graph-view';
import type { Edit, Patch, Pointer, Screen } from '@/host';
import { t } from '@/i18n';
import { announce, runCommand, type WindowPoint } from '@/kit';
import { hasToSend, sendingAt } from '@/sending';
import { branchFooter, refusal, type Way, waysOut } from './connect';
import {
  deleteScreens,
  disconnect,
  duplicateScreens,
  isNamed,
  moveScreens,
  redirect,
  retitle,
} from './edits';
import { CARD_HEIGHT, CARD_WIDTH, COLUMN_GAP, mirrored } from './geometry';
import { type Card, type Graph, type Link, outgoing, storyOrder } from './graph';
import { neighbourAfterDelete } from './navigate';
import { freeSpot } from './place';
import type { MapStore, Target } from './store';
import { tidyInWorker } from './tidy';
import { mapView, roomIn, type Size } from './view';

/** Where the map is asked from: what is drawn, and the pieces it works with. */
export interface MapSources {
  session: Session;
  store: MapStore;
  flow: ReactFlowInstance;
  rtl: boolean;
  graph(): Graph;
  /** Where the cards are drawn right now. */
  places(): ReadonlyMap<string, Point>;
  /** Of the map's window. */
  size(): Size;
  /** The map's own element. */
  root(): HTMLElement | null;
}

export type MapActs = ReturnType<typeof mapActs>;

export function mapActs({ session, store, flow, rtl, graph, places, size, root }: MapSources) {
  const state = () => session.store.getState();
  const card = (key: string): Card | undefined => graph().cards.find((known) => known.key === key);
  const cardsByKey = () => new Map(graph().cards.map((known) => [known.key, known]));
  const screen = (key: string): Screen | undefined => state().flow.screens[key];
  const stored = (at: Point) => mirrored(at, rtl);
  const drawn = (key: string): Point | undefined => places().get(key);

  const selectedKeys = (): readonly string[] => state().selection.screens;
  const selectedCards = (): Card[] => {
    const byKey = cardsByKey();
    return selectedKeys().flatMap((key) => byKey.get(key) ?? []);
  };

  const select = (screens: readonly string[]) => session.select({ screens, part: null });

  /** The card's element, when it is drawn. */
  const element = (key: string): HTMLElement | null =>
    root()?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(key)}"]`) ?? null;

  /** Puts the focus on a card, once it is drawn. */
  const focusCard = (key: string, tries = 30): void => {
    const found = element(key);
    if (found !== null) found.focus({ preventScroll: true });
    else if (tries > 0) requestAnimationFrame(() => focusCard(key, tries - 1));
  };

  const view = mapView({ flow, size, drawn });
  const { bringIntoView, showAll } = view;

  /** Chooses a card, puts the focus on it and brings it into view. */
  const goTo = (key: string): void => {
    store.setState({ link: null });
    select([key]);
    bringIntoView(key);
    focusCard(key);
  };

  /** Sends an edit; `then` gets the patch, and the screens that were there before. */
  const send = async (
    edit: Edit | null,
    then?: (patch: Patch, before: readonly string[]) => void,
  ): Promise<void> => {
    if (edit === null) return;
    const before = state().flow.order;
    const answer = await session.dispatch(edit);
    if (answer.ok && answer.data !== null) then?.(answer.data, before);
  };

  /** Selects the screens that an edit made, and goes on there. */
  const selectMade = (patch: Patch, before: readonly string[]): void => {
    const made = patch.order?.filter((key) => !before.includes(key)) ?? [];
    const [first] = made;
    if (first === undefined) return;
    select(made);
    focusCard(first);
  };

  const renameFocused = (patch: Patch): void => {
    if (patch.focus === null) return;
    const made = screenAt(state().flow, patch.focus);
    if (made === undefined) return;
    select([made.key]);
    store.setState({ renaming: made.key });
  };

  /** The middle of what one sees. */
  const middle = (): Point => {
    const box = root()?.getBoundingClientRect();
    if (box === undefined) return { x: 0, y: 0 };
    return flow.screenToFlowPosition({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
  };

  const takenPlaces = () => graph().cards.map((known) => known.at);

  /** A free place for a new card whose middle should be at a drawn point. */
  const placeAround = (point: Point): Point =>
    freeSpot(takenPlaces(), stored({ x: point.x - CARD_WIDTH / 2, y: point.y - CARD_HEIGHT / 2 }));

  /** A free place for a card that comes after another one. */
  const placeAfter = (key: string): Point => {
    const at = card(key)?.at ?? { x: 0, y: 0 };
    return freeSpot(takenPlaces(), { x: at.x + CARD_WIDTH + COLUMN_GAP, y: at.y });
  };

  const addScreen = (title: string, place: Point): Promise<void> =>
    send({ type: 'AddScreen', title, position: place, connectFrom: null, via: null }, renameFocused);

  /** Where the ways out of a card lead now that a new one should be added; empty when nobody has to choose. */
  const ways = (from: string): Way[] => {
    const source = screen(from);
    if (source === undefined) return [];
    return waysOut(source, outgoing(graph()).get(from) ?? [], (via) => branchWords(source.json, via));
  };

  /** Leads a way to a target. `way` says who goes there; none takes the button. */
  const lead = (from: string, to: Target, way: Way | null): Promise<void> => {
    const source = card(from);
    const sourceScreen = screen(from);
    if (source === undefined || sourceScreen === undefined || !isNamed(source)) return Promise.resolve();
    const edits: Edit[] = [];
    let via: Pointer | null = way?.kind === 'press' ? way.via : null;
    if (way?.kind === 'answer') {
      const branch = branchFooter(sourceScreen, way);
      if (branch === null) return Promise.resolve();
      edits.push(branch.edit);
      via = branch.via;
    }
    if (to.kind === 'new') {
      const position = to.place ?? placeAfter(from);
      edits.push({ type: 'AddScreen', title: to.title, position, connectFrom: source.id, via });
      return send(joined(edits, null), renameFocused);
    }
    const target = card(to.key);
    if (target === undefined || !isNamed(target)) return Promise.resolve();
    edits.push({ type: 'ConnectScreens', from: source.id, to: target.id, via });
    const words = { from: source.title, to: target.title };
    return send(joined(edits, t('map.stepConnect', words)), (patch) => {
      announce(t('map.connected', words));
      offer(patch, from, to.key);
    });
  };

  /** Asks beside a new connection what it should send on, when its screen has anything to send. */
  const offer = (patch: Patch, from: string, to: string): void => {
    const source = screen(from);
    if (source === undefined || patch.focus === null) return;
    const action = join(patch.focus, 'on-click-action');
    if (sendingAt(state().flow, action) === null || !hasToSend(source)) return;
    store.setState({ offer: { action, from, to } });
  };

  /** Connects, after asking who goes there when that is a question. */
  const connect = (from: string, to: Target, at: WindowPoint): void => {
    if (to.kind === 'card' && refusal(graph(), from, to.key) !== null) return;
    if (ways(from).length > 0) store.setState({ chooser: { kind: 'who', from, to, at } });
    else void lead(from, to, null);
  };

  const remove = (keys: readonly string[]): void => {
    const doomed = graph().cards.filter((known) => keys.includes(known.key));
    if (doomed.length === 0) return;
    const next = neighbourAfterDelete(graph(), new Set(keys));
    void send(deleteScreens(doomed), () => {
      announce(t('map.deleted', { count: doomed.length, title: doomed[0]?.title ?? '' }));
      if (next !== null) {
        select([next]);
        focusCard(next);
      }
    });
  };

  const paste = (text: string, at: Point | null): Promise<void> => {
    const shown = shownScreen(state().flow, state().selection);
    const target = shown === undefined ? undefined : screen(shown);
    return send(
      {
        type: 'Paste',
        clipboard: text,
        // The core takes what fits: screens go to the map, parts to the end of the chosen screen.
        parent: target === undefined ? null : `/screens/${target.index}/layout/children`,
        index: null,
        position: at === null ? null : placeAround(at),
      },
      selectMade,
    );
  };

  /** The way a link goes, for leading it elsewhere. */
  const wayOf = (link: Link): Way | null => {
    const [via] = link.ways;
    return via?.startsWith('/screens/') ? { kind: 'press', via, words: null, old: link.toId } : null;
  };

  return {
    card,
    cardsByKey,
    screen,
    element,
    selectedKeys,
    select,
    focusCard,
    goTo,
    connect,
    lead,
    ways,
    remove,
    paste,
    placeAround,
    placeAfter,
    middle,
    refusal: (from: string, to: string) => refusal(graph(), from, to),
    linkById: (id: string): Link | undefined => graph().links.find((link) => link.id === id),

    graph,
    wayOf,
    titleOf: (id: string): string => graph().cards.find((known) => known.id === id)?.title ?? id,

    addScreenAt: (point: Point) => addScreen(t('map.newScreenTitle'), placeAround(point)),
    addScreenHere: () => addScreen(t('map.newScreenTitle'), placeAround(middle())),
    /** Makes a new screen for a link that leads nowhere. */
    makeMissing: (link: Link, title: string) =>
      lead(link.from, { kind: 'new', title, place: null }, wayOf(link)),

    /** Puts a new screen into a link. */
    insert: (link: Link) => {
      const from = card(link.from);
      if (from === undefined || link.to === null) return;
      const edit: Edit = {
        type: 'InsertScreenBetween',
        title: t('map.newScreenTitle'),
        from: from.id,
        to: link.toId,
      };
      void send(edit, renameFocused);
    },
    disconnect: (link: Link) => {
      store.setState({ link: null });
      void send(disconnect(link, cardsByKey()));
    },
    /** Moves the end of a link to another card. */
    redirect: (link: Link, to: string) => {
      const target = card(to);
      const from = card(link.from);
      if (target === undefined || from === undefined) return;
      const name = t('map.stepConnect', { from: from.title, to: target.title });
      void send(redirect(link, target, cardsByKey(), name));
    },

    /** Copies the selected screens; `offset` says how far from them the copies are drawn. */
    duplicate: (offset: Point | null = null) => {
      const cards = selectedCards();
      if (cards.length === 0) return;
      const stored = offset === null ? null : { x: rtl ? -offset.x : offset.x, y: offset.y };
      void send(duplicateScreens(cards, stored), selectMade);
    },
    copy: async (): Promise<boolean> => {
      const cards = selectedCards().filter(isNamed);
      if (cards.length === 0) return false;
      const done = await copyItems(
        session,
        [],
        cards.map((known) => known.id),
      );
      if (done) announce(t('map.copied', { count: cards.length, title: cards[0]?.title ?? '' }));
      return done;
    },
    rename: (key: string) => store.setState({ renaming: key }),
    retitle: (key: string, title: string) => {
      store.setState({ renaming: null });
      const known = card(key);
      if (known !== undefined && title.trim() !== '' && title !== known.title)
        void send(retitle(known, title.trim()));
      focusCard(key);
    },
    setEnd: (key: string, terminal: boolean) => {
      const known = card(key);
      if (known !== undefined) void send({ type: 'SetTerminal', screen: known.id, terminal });
    },
    /** One step out: of a line, of many screens to the last one, of a part to its screen, of the screen to the form. */
    stepBack: (): boolean => {
      const { screens, part } = state().selection;
      const last = screens.at(-1);
      if (store.getState().link !== null) store.setState({ link: null });
      else if (last === undefined) return false;
      else if (screens.length > 1 || part !== null) select([last]);
      else select([]);
      return true;
    },
    selectAll: () => select(graph().cards.map((known) => known.key)),
    /** Takes a part to the end of a screen, before the button at its bottom. */
    takePart: (load: Load, key: string) => {
      const target = screen(key);
      if (target === undefined || load.kind === 'screens') return;
      const gap = lastGap(target);
      select([key]);
      if (load.kind === 'new-part') {
        void send(addPart(gap, load.component));
      } else {
        void send(moveInto(load.items, gap, t('parts.stepMove', { count: load.items.length })));
      }
    },
    open: (key: string) => {
      select([key]);
      runCommand('phone.focus');
    },

    /** Moves cards as one step; takes drawn places. */
    move: (to: ReadonlyMap<string, Point>): Promise<void> =>
      send(moveScreens(new Map([...to].map(([key, at]) => [key, stored(at)])))),

    tidy: async (): Promise<void> => {
      const { cards, links } = graph();
      const request = {
        cards: cards.map(({ key, at }) => ({ key, at })),
        links: links.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }])),
        room: roomIn(size()),
      };
      const placed = await tidyInWorker(request);
      if (placed === null) return;
      const changed = placed.filter(({ key, at }) => {
        const now = card(key)?.at;
        return now !== undefined && (now.x !== at.x || now.y !== at.y);
      });
      if (changed.length > 0) await send(moveScreens(new Map(changed.map(({ key, at }) => [key, at]))));
      const [first] = storyOrder(graph());
      const drawnAt = new Map(placed.map(({ key, at }) => [key, mirrored(at, rtl)]));
      showAll([...drawnAt.values()], drawnAt.get(first ?? '') ?? { x: 0, y: 0 }, rtl);
      announce(t('map.tidied'));
    },

    ...view,
    zoomToSelection: () => view.zoomToCards(selectedKeys()),
  };
}

function joined(edits: Edit[], name: string | null): Edit | null {
  const [first] = edits;
  if (first === undefined) return null;
  return edits.length === 1 ? first : { type: 'Batch', name, edits };
}
