import type { Pointer } from '@/host';
import { type Flow, jsonAt, screenAt } from './flow';
import { partOf } from './pointer';

/** What the user has in hand: screens on the map, and one part of the last of them. */
export interface Selection {
  /** Keys of screens; the last one is shown on the phone. */
  readonly screens: readonly string[];
  /** The selected part (component) of that screen. */
  readonly part: Pointer | null;
}

export const NOTHING: Selection = { screens: [], part: null };

/** The screen that phone and inspector show: the last selected one, else where the form starts. */
export function shownScreen(flow: Flow, selection: Selection): string | undefined {
  const last = selection.screens.at(-1);
  if (last !== undefined && flow.screens[last] !== undefined) return last;
  return flow.order.find((key) => flow.screens[key]?.entry) ?? flow.order[0];
}

/** The selection that shows what `pointer` means: its screen, and its part when it lies on one. */
export function selectionAt(flow: Flow, pointer: Pointer): Selection | undefined {
  const screen = screenAt(flow, pointer);
  if (screen === undefined) return undefined;
  const part = partOf(pointer);
  return {
    screens: [screen.key],
    part: part !== undefined && jsonAt(flow, part) !== undefined ? part : null,
  };
}

/**
 * The selection after a change: follows what the change put into the user's eye (`focus`), keeps what is
 * still there, and never points at nothing.
 */
export function rebase(selection: Selection, before: Flow, after: Flow, focus: Pointer | null): Selection {
  const aimed = focus === null ? undefined : selectionAt(after, focus);
  if (aimed !== undefined) {
    const keepsGroup = aimed.part === null && selection.screens.length > 1;
    const shown = aimed.screens[0];
    if (keepsGroup && shown !== undefined && selection.screens.includes(shown))
      return present(selection, after);
    return same(aimed, selection) ? selection : aimed;
  }
  const kept = present(selection, after);
  if (kept.part === null) return kept;
  const screenBefore = screenAt(before, kept.part);
  const screenAfter = screenBefore === undefined ? undefined : after.screens[screenBefore.key];
  if (screenBefore === undefined || screenAfter === undefined) return { ...kept, part: null };
  const part = `/screens/${screenAfter.index}${kept.part.slice(`/screens/${screenBefore.index}`.length)}`;
  const next = { ...kept, part: jsonAt(after, part) === undefined ? null : part };
  return same(next, selection) ? selection : next;
}

function present(selection: Selection, flow: Flow): Selection {
  if (selection.screens.every((key) => flow.screens[key] !== undefined)) return selection;
  return { ...selection, screens: selection.screens.filter((key) => flow.screens[key] !== undefined) };
}

function same(a: Selection, b: Selection): boolean {
  return (
    a.part === b.part &&
    a.screens.length === b.screens.length &&
    a.screens.every((key, index) => key === b.screens[index])
  );
}
