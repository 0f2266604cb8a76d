import { type RefObject, useEffect, useMemo } from 'react';
import type { Point } from '@/graph-view';
import { t } from '@/i18n';
import { type Command, isTyping, matchesKeys, setPanel, useCommands } from '@/kit';
import type { MapActs } from './acts';
import { GRID } from './geometry';
import type { Graph } from './graph';
import { type Direction, neighbour, nextInStory } from './navigate';
import type { MapStore } from './store';

const ARROWS: Record<string, { direction: Direction; dx: number; dy: number }> = {
  ArrowLeft: { direction: 'left', dx: -1, dy: 0 },
  ArrowRight: { direction: 'right', dx: 1, dy: 0 },
  ArrowUp: { direction: 'up', dx: 0, dy: -1 },
  ArrowDown: { direction: 'down', dx: 0, dy: 1 },
};

/** Keys that mean something while the focus is on the map. */
export function useMapKeys(
  root: RefObject<HTMLElement | null>,
  acts: MapActs,
  store: MapStore,
  graph: Graph,
  places: () => ReadonlyMap<string, Point>,
  nudge: (dx: number, dy: number) => void,
): void {
  useEffect(() => {
    const at = root.current;
    if (at === null) return;
    const focused = ({ target }: Event): string | undefined =>
      target instanceof Element
        ? target.closest<HTMLElement>('.react-flow__node-screen')?.dataset.id
        : undefined;
    /** The card that has the focus, or the one that is selected. */
    const current = (event: KeyboardEvent) => focused(event) ?? acts.selectedKeys().at(-1);
    /** What a key acts on: the selected cards, or the one with the focus when it is another one. */
    const affected = (event: KeyboardEvent): readonly string[] => {
      const key = focused(event);
      if (key !== undefined && !acts.selectedKeys().includes(key)) acts.select([key]);
      return acts.selectedKeys();
    };
    const beside = (key: string) => {
      const box = acts.element(key)?.getBoundingClientRect() ?? at.getBoundingClientRect();
      return { x: box.right, y: box.top + box.height / 2 };
    };

    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest('.nokey, [role="toolbar"]')) return;
      if (act(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };

    const act = (event: KeyboardEvent): boolean => {
      const key = current(event);
      const is = (keys: string) => matchesKeys(event, keys);
      const { link } = store.getState();
      const arrow = ARROWS[event.key];
      if (arrow !== undefined && event.altKey) {
        const step = event.shiftKey ? GRID * 5 : GRID;
        nudge(arrow.dx * step, arrow.dy * step);
        return true;
      }
      if (arrow !== undefined && !event.ctrlKey && !event.metaKey)
        return onArrow(key, arrow.direction, event.shiftKey);
      if (is('Mod+A')) acts.selectAll();
      else if (is('Mod+D')) {
        affected(event);
        acts.duplicate();
      } else if (is('Mod+C')) {
        affected(event);
        void acts.copy();
      } else if (is('Mod+X')) {
        const keys = affected(event);
        void acts.copy().then((done) => done && acts.remove(keys));
      } else if (is('1')) acts.fit();
      else if (is('2')) acts.zoomToSelection();
      else if (is('0')) acts.zoomTo(1);
      else if (event.key === '+' || is('=')) acts.zoomIn();
      else if (is('-')) acts.zoomOut();
      else if (is('Shift+T')) void acts.tidy();
      else if (is('N')) void acts.addScreenHere();
      else if (is('Delete') || is('Backspace')) {
        const line = link === null ? undefined : acts.linkById(link);
        if (line !== undefined) acts.disconnect(line);
        else acts.remove(affected(event));
      } else if (is('Escape')) return acts.stepBack();
      else if (key === undefined) return false;
      else if (is('Tab') || is('Shift+Tab')) return onTab(event, key);
      else if (is('Enter')) acts.open(key);
      else if (event.key === ' ') acts.goTo(key);
      else if (is('F2')) acts.rename(key);
      else if (is('C'))
        store.setState({ chooser: { kind: 'where', from: key, link: null, at: beside(key), place: null } });
      else if (event.key === 'ContextMenu' || is('Shift+F10')) {
        affected(event);
        store.setState({ menu: { kind: 'cards', at: beside(key) } });
      } else return false;
      return true;
    };

    const onArrow = (key: string | undefined, direction: Direction, extend: boolean): boolean => {
      if (key === undefined) return false;
      const next = neighbour(graph, places(), key, direction);
      if (next === null) return true;
      const keep = extend ? acts.selectedKeys().filter((known) => known !== next) : [];
      acts.goTo(next);
      if (extend) acts.select([...keep, next]);
      return true;
    };

    const onTab = (event: KeyboardEvent, key: string): boolean => {
      if (!(event.target instanceof Element) || event.target.closest('.react-flow__node-screen') === null)
        return false;
      const next = nextInStory(graph, key, event.shiftKey);
      if (next === null) return false;
      acts.focusCard(next);
      return true;
    };

    // Passing by on the way to the phone or the properties chooses nothing: what one works on stays.
    const onFocus = (event: FocusEvent) => {
      const { target } = event;
      if (!(target instanceof HTMLElement) || !target.matches('.react-flow__node-screen:focus-visible'))
        return;
      const key = focused(event);
      if (key !== undefined) acts.bringIntoView(key);
    };

    at.addEventListener('keydown', onKeyDown);
    at.addEventListener('focusin', onFocus);
    return () => {
      at.removeEventListener('keydown', onKeyDown);
      at.removeEventListener('focusin', onFocus);
    };
  }, [root, acts, store, graph, places, nudge]);
}

/** What the palette and the find button can ask of the map. */
export function useMapCommands(acts: MapActs, store: MapStore): void {
  const commands = useMemo((): Command[] => {
    const group = t('map.groupMap');
    return [
      {
        id: 'map.find',
        title: t('map.find'),
        group,
        icon: 'search',
        keys: ['Mod+F'],
        run: () => store.setState({ finding: true }),
      },
      { id: 'map.add', title: t('map.newScreen'), group, icon: 'add', run: () => void acts.addScreenHere() },
      { id: 'map.fit', title: t('map.fit'), group, icon: 'fit', keys: ['1'], run: acts.fit },
      {
        id: 'map.selection',
        title: t('map.toSelection'),
        group,
        icon: 'zoomIn',
        keys: ['2'],
        run: acts.zoomToSelection,
      },
      { id: 'map.tidy', title: t('map.tidy'), group, icon: 'tidy', run: () => void acts.tidy() },
      { id: 'map.all', title: t('map.selectAll'), group, run: acts.selectAll },
      {
        id: 'map.overview',
        title: t('map.overview'),
        group,
        icon: 'map',
        run: () => setPanel('map.overview', 1),
      },
    ];
  }, [acts, store]);
  useCommands(commands);
}
