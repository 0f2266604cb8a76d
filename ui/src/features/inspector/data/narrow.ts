import { join } from '@/document';
import { isObject } from '@/flow-words';
import type { Edit, Pointer, Value } from '@/host';

/** Whether two JSON values say the same; the order of members counts for nothing. */
export function same(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, place) => same(item, b[place]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
  );
}

/** The edits that turn one value into another and touch nothing that both share: that stays byte for byte. */
export function narrow(at: Pointer, before: Value, after: Value): Edit[] {
  if (same(before, after)) return [];
  if (isObject(before) && isObject(after)) return members(at, before, after);
  if (Array.isArray(before) && Array.isArray(after)) return items(at, before, after);
  return [{ type: 'ReplaceValue', at, value: after }];
}

function members(at: Pointer, before: { [key: string]: Value }, after: { [key: string]: Value }): Edit[] {
  const old = Object.keys(before);
  const now = Object.keys(after);
  const gone = old.filter((key) => !Object.hasOwn(after, key));
  const added = now.filter((key) => !Object.hasOwn(before, key));
  const [from] = gone;
  const [to] = added;
  const renamed =
    gone.length === 1 && from !== undefined && added.length === 1 && to !== undefined
      ? old.indexOf(from) === now.indexOf(to)
      : false;
  const edits: Edit[] = [];
  if (renamed && from !== undefined && to !== undefined) {
    edits.push({ type: 'RenameProperty', at, key: from, to });
    edits.push(...narrow(join(at, to), before[from] ?? null, after[to] ?? null));
  } else {
    for (const key of gone) edits.push({ type: 'RemoveProperty', at, key });
  }
  for (const key of old) {
    const value = after[key];
    if (value !== undefined) edits.push(...narrow(join(at, key), before[key] ?? null, value));
  }
  if (!renamed)
    for (const key of added) edits.push({ type: 'SetProperty', at, key, value: after[key] ?? null });
  return edits;
}

function items(at: Pointer, before: Value[], after: Value[]): Edit[] {
  if (before.length === after.length)
    return after.flatMap((item, place) => narrow(join(at, place), before[place] ?? null, item));
  const short = Math.min(before.length, after.length);
  let head = 0;
  while (head < short && same(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < short - head && same(before[before.length - 1 - tail], after[after.length - 1 - tail]))
    tail += 1;
  if (head + tail < short) return [{ type: 'ReplaceValue', at, value: after }];
  if (after.length > before.length)
    return after
      .slice(head, after.length - tail)
      .map((value, place) => ({ type: 'InsertItem', at, index: head + place, value }));
  const gone = before.slice(head, before.length - tail).map((_, place) => join(at, head + place));
  return [{ type: 'RemoveItems', items: gone }];
}
