/** Moving parts by pointers that shift under the move. */

import type { Edit, Pointer, Screen } from '@/host';
import { contains, join, lastIndex, parent, pointerOf, segments, valueAt } from './pointer';

/** A gap in a list of parts. */
export interface Gap {
  /** The array. */
  list: Pointer;
  /** The gap before the item that stands at this index now. */
  index: number;
}

/** Where a pointer points after the item at `removed` has left its array; `null` when it went with it. */
export function afterRemoval(pointer: Pointer, removed: Pointer): Pointer | null {
  if (contains(removed, pointer)) return null;
  return shifted(pointer, removed, -1);
}

/** Where a pointer points after an item was put in at `inserted`. */
export function afterInsertion(pointer: Pointer, inserted: Pointer): Pointer {
  return shifted(pointer, inserted, 1);
}

/** Moves the index that `pointer` has in the array of `item`, when it stands at or behind it. */
function shifted(pointer: Pointer, item: Pointer, by: 1 | -1): Pointer {
  const array = parent(item);
  const index = lastIndex(item);
  if (index === undefined || !pointer.startsWith(`${array}/`)) return pointer;
  const tokens = segments(pointer);
  const depth = segments(array).length;
  const own = Number(tokens[depth]);
  if (!Number.isInteger(own) || own < index) return pointer;
  tokens[depth] = String(own + by);
  return pointerOf(tokens);
}

/** Only the outermost of pointers that lie in each other, in file order. */
export function outermost(items: readonly Pointer[]): Pointer[] {
  const distinct = [...new Set(items)];
  return distinct
    .filter((item) => !distinct.some((other) => other !== item && contains(other, item)))
    .sort(byPlace);
}

/** File order, as far as pointers tell: indexes count as numbers. */
export function byPlace(a: Pointer, b: Pointer): number {
  const left = segments(a);
  const right = segments(b);
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const [x = '', y = ''] = [left[i], right[i]];
    if (x === y) continue;
    const [m, n] = [Number(x), Number(y)];
    return Number.isInteger(m) && Number.isInteger(n) ? m - n : x < y ? -1 : 1;
  }
  return left.length - right.length;
}

/**
 * Moves parts into a gap, together and in file order, as one step. `null` when nothing would change, or when the gap
 * lies inside of what is moved.
 */
export function moveInto(items: readonly Pointer[], gap: Gap, name: string): Edit | null {
  let waiting = outermost(items);
  if (waiting.some((item) => contains(item, gap.list))) return null;
  const edits: Edit[] = [];
  let { list, index } = gap;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const from = next;
    const own = lastIndex(from);
    if (own === undefined) return null;
    const sameList = parent(from) === list;
    const listAfter = afterRemoval(list, from);
    if (listAfter === null) return null;
    const target = sameList && own < index ? index - 1 : index;
    if (!(sameList && own === target)) {
      // The core takes the list as it is named before the item leaves it.
      edits.push({ type: 'MoveItem', from, to: list, index: target });
      const landed = join(listAfter, target);
      waiting = waiting.map((item) => afterInsertion(afterRemoval(item, from) ?? item, landed));
    }
    list = listAfter;
    index = target + 1;
  }
  const [only] = edits;
  if (only === undefined) return null;
  return edits.length === 1 ? only : { type: 'Batch', name, edits };
}

/** Where a new part goes on a screen when nobody says where: to the end, but before the button at the bottom. */
export function lastGap(screen: Screen): Gap {
  const root = `/screens/${screen.index}/layout/children`;
  let list = root;
  let items = valueAt(screen.json, '/layout/children');
  // With a Form on the screen Meta wants the questions inside it, and the rest does well there too.
  const form = Array.isArray(items) ? items.findIndex((item) => valueAt(item, '/type') === 'Form') : -1;
  if (Array.isArray(items) && form >= 0) {
    list = join(root, form, 'children');
    items = valueAt(items[form], '/children');
  }
  const parts = Array.isArray(items) ? items : [];
  const footer = parts.findIndex((item) => valueAt(item, '/type') === 'Footer');
  return { list, index: footer < 0 ? parts.length : footer };
}
