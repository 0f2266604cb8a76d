import { contains, type Flow, join, lastIndex, parent } from '@/document';
import type { Edit, Pointer, ScreenView } from '@/host';

/** A place for a part: before the item that now stands at `index` of the array at `list`. */
export interface Slot {
  list: Pointer;
  index: number;
}

/** The parts a screen shows, top to bottom, the button last. */
export function shownParts(view: ScreenView): Pointer[] {
  const parts = view.items.map((item) => item.pointer);
  return view.footer === null ? parts : [...parts, view.footer.pointer];
}

/** The place before or behind a part. */
export function slotBeside(part: Pointer, after: boolean): Slot | undefined {
  const index = lastIndex(part);
  return index === undefined ? undefined : { list: parent(part), index: after ? index + 1 : index };
}

/** Where a part goes that is dropped below everything: behind the last part, but never behind the button. */
export function slotAtEnd(flow: Flow, view: ScreenView): Slot | undefined {
  const last = view.items.at(-1);
  if (last !== undefined) return slotBeside(last.pointer, true);
  if (view.footer !== null) return slotBeside(view.footer.pointer, false);
  const screen = flow.screens[view.key];
  if (screen === undefined) return undefined;
  const children = join(`/screens/${screen.index}`, 'layout', 'children');
  const form = formIn(screen.json);
  return form === undefined
    ? { list: children, index: 0 }
    : { list: join(children, form, 'children'), index: 0 };
}

/** Place of the first `Form` among a screen's parts. */
function formIn(screen: unknown): number | undefined {
  const layout = member(screen, 'layout');
  const children = member(layout, 'children');
  if (!Array.isArray(children)) return undefined;
  const place = children.findIndex((child) => member(child, 'type') === 'Form');
  return place < 0 ? undefined : place;
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** Moves a part to a place; nothing when it stands there already or would go into itself. */
export function moveTo(part: Pointer, slot: Slot): Edit | undefined {
  const from = lastIndex(part);
  if (from === undefined || contains(part, slot.list)) return undefined;
  const same = parent(part) === slot.list;
  const index = same && slot.index > from ? slot.index - 1 : slot.index;
  return same && index === from ? undefined : { type: 'MoveItem', from: part, to: slot.list, index };
}

/** Moves a part one visible part up or down within its own list. */
export function moveBy(parts: readonly Pointer[], part: Pointer, step: 1 | -1): Edit | undefined {
  const here = parts.indexOf(part);
  if (here < 0) return undefined;
  const ways = step > 0 ? parts.slice(here + 1) : parts.slice(0, here).reverse();
  const neighbour = ways.find((other) => parent(other) === parent(part));
  if (neighbour === undefined) return undefined;
  const slot = slotBeside(neighbour, step > 0);
  return slot && moveTo(part, slot);
}

/** The part to select once `part` is gone: the one behind it, else the one before it. */
export function neighbourOf(parts: readonly Pointer[], part: Pointer): Pointer | undefined {
  const here = parts.indexOf(part);
  return here < 0 ? undefined : (parts[here + 1] ?? parts[here - 1]);
}

/** Keys of the screens a customer comes through to reach `key`, by the fewest steps; empty for a start. */
export function wayTo(flow: Flow, key: string): string[] {
  const keyOf = new Map(flow.order.map((known) => [flow.screens[known]?.id ?? known, known]));
  const starts = flow.order.filter((known) => flow.screens[known]?.entry === true);
  const from = new Map<string, string | null>(starts.map((start) => [start, null]));
  for (const at of from.keys()) {
    if (at === key) break;
    for (const edge of flow.edges) {
      const to = keyOf.get(edge.to);
      if (keyOf.get(edge.from) === at && to !== undefined && !from.has(to)) from.set(to, at);
    }
  }
  const way: string[] = [];
  for (let at = from.get(key) ?? null; at !== null; at = from.get(at) ?? null) way.unshift(at);
  return way;
}
