import { type RefObject, useEffect, useMemo } from 'react';
import { t } from '@/i18n';
import { type Command, isTyping, matchesKeys, useCommands } from '@/kit';
import type { CanvasActs } from './acts';
import { type Direction, neighbour } from './navigate';
import type { CanvasStore } from './store';

const ARROWS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const NONE: Command[] = [];

/** The card of a step. */
export function cardElement(key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-canvas] .react-flow__node[data-id="${CSS.escape(key)}"]`);
}

let waiting: MutationObserver | undefined;

/** Brings the keys to a card; one that is still out of sight gets them once it is drawn. */
export function focusCard(key: string): void {
  waiting?.disconnect();
  const canvas = document.querySelector('[data-canvas]');
  const focus = (): boolean => {
    const card = cardElement(key);
    card?.focus({ preventScroll: true });
    return card !== null;
  };
  if (focus() || canvas === null) return;
  waiting = new MutationObserver(() => focus() && waiting?.disconnect());
  waiting.observe(canvas, { childList: true, subtree: true });
}

/** Brings the keys back to the canvas: to a card where it is drawn. */
export function focusCanvas(key: string | null | undefined): void {
  waiting?.disconnect();
  const card = key === null || key === undefined ? null : cardElement(key);
  (card ?? document.querySelector<HTMLElement>('[data-canvas]'))?.focus({ preventScroll: true });
}

/** Keys that mean something while the focus is on the canvas. */
export function useCanvasKeys(
  root: RefObject<HTMLElement | null>,
  acts: CanvasActs,
  store: CanvasStore,
  places: () => ReadonlyMap<string, { x: number; y: number }>,
  onOpen: () => void,
  /** Not in a picture. */
  isOn: boolean,
): void {
  useEffect(() => {
    const at = root.current;
    if (at === null || !isOn) return;
    const focused = ({ target }: Event): string | undefined =>
      target instanceof Element
        ? target.closest<HTMLElement>('.react-flow__node-step')?.dataset.id
        : undefined;
    const goTo = (key: string): void => {
      acts.select([key]);
      acts.bringIntoView(key);
      focusCard(key);
    };
    const affected = (event: KeyboardEvent): readonly string[] => {
      const key = focused(event);
      if (key !== undefined && !acts.selected().includes(key)) acts.select([key]);
      return acts.selected();
    };
    const beside = (key: string) => {
      const box = (cardElement(key) ?? at).getBoundingClientRect();
      return { x: box.right, y: box.top + Math.min(40, box.height / 2) };
    };

    const act = (event: KeyboardEvent): boolean => {
      const key = focused(event) ?? acts.selected().at(-1);
      const is = (keys: string) => matchesKeys(event, keys);
      const arrow = ARROWS[event.key];
      if (arrow !== undefined && event.altKey && key !== undefined) {
        acts.shift(affected(event), arrow);
        return true;
      }
      if (arrow !== undefined && !event.ctrlKey && !event.metaKey) {
        if (key === undefined) return false;
        const next = neighbour(places(), key, arrow);
        if (next !== null) {
          const kept = event.shiftKey ? acts.selected().filter((known) => known !== next) : [];
          goTo(next);
          if (event.shiftKey) acts.select([...kept, next]);
        }
        return true;
      }
      if (is('Mod+A')) acts.select(acts.graph().cards.map(({ step }) => step.key));
      else if (is('Mod+D')) acts.duplicate(affected(event));
      else if (is('Mod+G')) acts.group(affected(event));
      else if (is('Mod+C')) void acts.copy(affected(event));
      else if (is('Mod+X')) {
        const keys = affected(event);
        void acts.copy(keys).then((made) => made && acts.remove(keys));
      } else if (is('1')) acts.fit();
      else if (is('0')) acts.zoomTo(1);
      else if (event.key === '+' || is('=')) acts.zoomBy(1.25);
      else if (is('-')) acts.zoomBy(0.8);
      else if (is('Shift+T')) acts.tidy();
      else if (is('N')) acts.askNew(key ?? null, key === undefined ? beside('') : beside(key));
      else if (is('Delete') || is('Backspace')) {
        const line = acts.graph().links.find(({ id }) => id === store.getState().link);
        if (line !== undefined) acts.disconnect(line);
        else acts.remove(affected(event));
      } else if (is('Escape')) {
        if (store.getState().problem !== null) store.setState({ problem: null });
        else if (acts.selected().length > 0 || store.getState().link !== null) {
          acts.select([]);
          store.setState({ link: null });
        } else return false;
      } else if (key === undefined) return false;
      else if (is('Tab') || is('Shift+Tab')) {
        if (focused(event) === undefined) return false;
        const { order } = acts.graph();
        const next = order[order.indexOf(key) + (event.shiftKey ? -1 : 1)];
        if (next === undefined) return false;
        acts.bringIntoView(next);
        focusCard(next);
      } else if (is('Enter')) {
        acts.select([key]);
        onOpen();
      } else if (event.key === ' ') acts.select([key]);
      else if (is('C')) acts.askWhere(key, beside(key));
      else if (is('P')) store.setState({ problem: key });
      else if (event.key === 'ContextMenu' || is('Shift+F10')) {
        affected(event);
        store.setState({ menu: { at: beside(key), place: null } });
      } else return false;
      return true;
    };

    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.defaultPrevented || event.isComposing) return;
      // Enter and Space press a button that has the keys.
      const others = `.nokey, [role="toolbar"]${event.key === 'Enter' || event.key === ' ' ? ', button' : ''}`;
      if (event.target instanceof Element && event.target.closest(others)) return;
      if (act(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    const onFocus = (event: FocusEvent) => {
      const { target } = event;
      if (!(target instanceof HTMLElement) || !target.matches('.react-flow__node-step:focus-visible')) return;
      const key = focused(event);
      store.setState({ link: null });
      if (key !== undefined) acts.bringIntoView(key);
    };
    at.addEventListener('keydown', onKeyDown);
    at.addEventListener('focusin', onFocus);
    return () => {
      at.removeEventListener('keydown', onKeyDown);
      at.removeEventListener('focusin', onFocus);
    };
  }, [root, acts, store, places, onOpen, isOn]);

  const commands = useMemo<Command[]>(() => {
    const group = t('canvas.title');
    return [
      {
        id: 'canvas.find',
        title: t('canvas.find'),
        group,
        icon: 'search',
        keys: ['Mod+F'],
        run: () => store.setState({ finding: true }),
      },
      { id: 'canvas.fit', title: t('canvas.fit'), group, icon: 'fit', run: acts.fit },
      { id: 'canvas.tidy', title: t('canvas.tidy'), group, icon: 'tidy', run: acts.tidy },
    ];
  }, [acts, store]);
  useCommands(isOn ? commands : NONE);
}
