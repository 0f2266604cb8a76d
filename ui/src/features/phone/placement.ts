import { contains, type Flow, type Gap, jsonAt, lastGap, lastIndex, moveInto, parent } from '@/document';
import type { Edit, Fork, Item, Pointer, ScreenView } from '@/host';
import { t } from '@/i18n';

/** What stands on the phone while it is edited: a part, or the strip of an If or Switch above what it shows. */
export type Row = { kind: 'item'; item: Item; inBranch: boolean } | { kind: 'fork'; fork: Fork };

/** The rows of a screen without its button, top to bottom. */
export function rowsOf(view: ScreenView): Row[] {
  const rows: Row[] = [];
  for (let place = 0; place <= view.items.length; place += 1) {
    for (const fork of view.forks) if (fork.start === place) rows.push({ kind: 'fork', fork });
    const item = view.items[place];
    const inBranch = view.forks.some(({ start, count }) => start <= place && place < start + count);
    if (item !== undefined) rows.push({ kind: 'item', item, inBranch });
  }
  return rows;
}

/** What can be chosen on a screen, top to bottom, the button last. */
export function shownParts(view: ScreenView): Pointer[] {
  const parts = rowsOf(view).map((row) => (row.kind === 'item' ? row.item.pointer : row.fork.pointer));
  return view.footer === null ? parts : [...parts, view.footer.pointer];
}

/** Whether a part counts as selected: it is, it lies in what is, or it holds it. A strip stands for its If or Switch. */
export function isChosen(view: ScreenView, part: Pointer, selected: Pointer | null): boolean {
  if (selected === null || part === selected) return part === selected;
  const isFork = (pointer: Pointer) => view.forks.some((fork) => fork.pointer === pointer);
  if (isFork(part) || isFork(selected)) return false;
  return contains(part, selected) || contains(selected, part);
}

/** The gap at the top of what an If or Switch shows; nothing when that list is not written yet. */
export function gapInside(flow: Flow, fork: Fork): Gap | undefined {
  const exists = fork.shown !== null && jsonAt(flow, fork.shown) !== undefined;
  return exists && fork.shown !== null ? { list: fork.shown, index: 0 } : undefined;
}

/** The gap before or behind a part. */
export function gapBeside(part: Pointer, after: boolean): Gap | undefined {
  const index = lastIndex(part);
  return index === undefined ? undefined : { list: parent(part), index: after ? index + 1 : index };
}

/**
 * Where a part goes that is dropped below everything: behind the last part that shows, or behind an If or Switch that
 * stands there and shows nothing; never behind the button.
 */
export function gapAtEnd(flow: Flow, view: ScreenView): Gap | undefined {
  const last = rowsOf(view).at(-1);
  if (last !== undefined)
    return gapBeside(last.kind === 'item' ? last.item.pointer : last.fork.pointer, true);
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
