import { type Flow, type Gap, lastGap, lastIndex, moveInto, parent } from '@/document';
import type { Edit, Pointer, ScreenView } from '@/host';
import { t } from '@/i18n';

/** The parts a screen shows, top to bottom, the button last. */
export function shownParts(view: ScreenView): Pointer[] {
  const parts = view.items.map((item) => item.pointer);
  return view.footer === null ? parts : [...parts, view.footer.pointer];
}

/** The gap before or behind a part. */
export function gapBeside(part: Pointer, after: boolean): Gap | undefined {
  const index = lastIndex(part);
  return index === undefined ? undefined : { list: parent(part), index: after ? index + 1 : index };
}

/** Where a part goes that is dropped below everything: behind the last part that shows, never behind the button. */
export function gapAtEnd(flow: Flow, view: ScreenView): Gap | undefined {
  const last = view.items.at(-1);
  if (last !== undefined) return gapBeside(last.pointer, true);
  const screen = flow.screens[view.key];
  return screen === undefined ? undefined : lastGap(screen);
}

/** Moves parts into a gap; nothing when they stand there already. */
export function moveTo(parts: readonly Pointer[], gap: Gap): Edit | undefined {
  return moveInto(parts, gap, t('phone.stepMove')) ?? undefined;
}

/** Moves a part one visible part up or down within its own list. */
export function moveBy(parts: readonly Pointer[], part: Pointer, step: 1 | -1): Edit | undefined {
  const here = parts.indexOf(part);
  if (here < 0) return undefined;
  const ways = step > 0 ? parts.slice(here + 1) : parts.slice(0, here).reverse();
  const neighbour = ways.find((other) => parent(other) === parent(part));
  const gap = neighbour === undefined ? undefined : gapBeside(neighbour, step > 0);
  return gap && moveTo([part], gap);
}

/** The part to select once `part` is gone: the one behind it, else the one before it. */
export function neighbourOf(parts: readonly Pointer[], part: Pointer): Pointer | undefined {
  const here = parts.indexOf(part);
  return here < 0 ? undefined : (parts[here + 1] ?? parts[here - 1]);
}

/** Keys of the screens a customer comes through to reach `key`, by the fewest steps; empty for a start. */
export function wayTo(flow: Flow, key: string): string[] {
  const keyOf = new Map(flow.order.map((known) => [flow.screens[known]?.id ?? known, known]));
  const onward = new Map<string | undefined, string[]>();
  for (const edge of flow.edges) {
    const at = keyOf.get(edge.from);
    const to = keyOf.get(edge.to);
    if (to !== undefined) onward.set(at, [...(onward.get(at) ?? []), to]);
  }
  const starts = flow.order.filter((known) => flow.screens[known]?.entry === true);
  const from = new Map<string, string | null>(starts.map((start) => [start, null]));
  for (const at of from.keys()) {
    if (at === key) break;
    for (const to of onward.get(at) ?? []) if (!from.has(to)) from.set(to, at);
  }
  const way: string[] = [];
  for (let at = from.get(key) ?? null; at !== null; at = from.get(at) ?? null) way.unshift(at);
  return way;
}
