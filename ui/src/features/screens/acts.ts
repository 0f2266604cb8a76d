/** What one can do with screens in the list. */

import { clipboardText, copyItems, moveInto, type Session, screenAt } from '@/document';
import type { Edit, Pointer, Screen } from '@/host';
import { t } from '@/i18n';
import { announce } from '@/kit';

export type ScreenActs = ReturnType<typeof screenActs>;

/** `startRename` is called with the key of a screen that has just been made. */
export function screenActs(session: Session, startRename: (key: string) => void) {
  const flow = () => session.store.getState().flow;
  const screensOf = (keys: readonly string[]): Screen[] => {
    const { order, screens } = flow();
    return order.flatMap((key) => (keys.includes(key) ? (screens[key] ?? []) : []));
  };
  const pointers = (screens: readonly Screen[]): Pointer[] =>
    screens.map((screen) => `/screens/${screen.index}`);
  const isNamed = (screen: Screen) => screen.key === screen.id;

  /** Into the gap before the screen that stands at `index` now. */
  const moveTo = async (keys: readonly string[], index: number): Promise<boolean> => {
    const moved = screensOf(keys);
    const edit = moveInto(pointers(moved), { list: '/screens', index }, t('screens.stepMove'));
    if (edit === null) return false;
    const answer = await session.dispatch(edit);
    const [first] = moved;
    if (!answer.ok || first === undefined) return false;
    session.select({ screens: [...keys], part: null });
    announce(t('screens.movedTo', { title: first.title, number: flow().order.indexOf(first.key) + 1 }));
    return true;
  };

  const remove = async (keys: readonly string[]): Promise<void> => {
    const doomed = screensOf(keys);
    const nameless = doomed.filter((screen) => !isNamed(screen));
    const named = doomed.filter(isNamed);
    const edits: Edit[] = [];
    // By place first: deleting by name would shift the places.
    if (nameless.length > 0) edits.push({ type: 'RemoveItems', items: pointers(nameless) });
    if (named.length > 0) edits.push({ type: 'DeleteScreens', screens: named.map((screen) => screen.id) });
    const [only] = edits;
    if (only !== undefined)
      await session.dispatch(edits.length === 1 ? only : { type: 'Batch', name: null, edits });
  };
  const copy = (keys: readonly string[]): Promise<boolean> =>
    copyItems(
      session,
      [],
      screensOf(keys)
        .filter(isNamed)
        .map((screen) => screen.id),
    );

  const paste = (text: string) => {
    const shown = session.store.getState().selection.screens.at(-1);
    const at = shown === undefined ? undefined : flow().screens[shown];
    const parent = at === undefined ? null : `/screens/${at.index}/layout/children`;
    return session.dispatch({ type: 'Paste', clipboard: text, parent, index: null, position: null });
  };

  return {
    moveTo,
    /** One place up or down. */
    move: (keys: readonly string[], by: 1 | -1): Promise<boolean> => {
      const indexes = screensOf(keys).map((screen) => screen.index);
      const index = by === 1 ? Math.max(...indexes) + 2 : Math.min(...indexes) - 1;
      if (index < 0 || index > flow().order.length) return Promise.resolve(false);
      return moveTo(keys, index);
    },
    /** After the shown screen, where that is clear; else loose, to be connected on the map. */
    add: async (): Promise<void> => {
      const shown = session.store.getState().selection.screens.at(-1);
      const from = shown === undefined ? undefined : flow().screens[shown];
      const targets = new Set(
        flow()
          .edges.filter((edge) => edge.from === from?.id)
          .map((edge) => edge.to),
      );
      const follows = from !== undefined && isNamed(from) && targets.size === (from.terminal ? 0 : 1);
      const edit: Edit = {
        type: 'AddScreen',
        title: t('screens.newTitle'),
        position: null,
        connectFrom: follows ? from.id : null,
        via: null,
      };
      const answer = await session.dispatch(edit);
      const focus = answer.ok ? answer.data?.focus : null;
      const made = focus === null || focus === undefined ? undefined : screenAt(flow(), focus);
      if (made !== undefined) startRename(made.key);
    },
    retitle: (screen: Screen, title: string) =>
      session.dispatch({ type: 'SetProperty', at: `/screens/${screen.index}`, key: 'title', value: title }),
    setEnd: (screen: Screen, terminal: boolean) =>
      session.dispatch({ type: 'SetTerminal', screen: screen.id, terminal }),
    remove,
    duplicate: (keys: readonly string[]) =>
      session.dispatch({
        type: 'DuplicateScreens',
        screens: screensOf(keys)
          .filter(isNamed)
          .map((screen) => screen.id),
        offset: null,
      }),
    copy,
    cut: async (keys: readonly string[]): Promise<void> => {
      if (await copy(keys)) await remove(keys);
    },
    paste,
    pasteHere: async () => paste(await clipboardText()),
  };
}
