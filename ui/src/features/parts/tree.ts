/** The parts of a screen as a tree, and as the rows one sees of it. */

import { join } from '@/document';
import { isObject, type LinkWords, listWords, plainWords } from '@/flow-words';
import type { JsonValue, Pointer, Screen } from '@/host';

/** An array of parts: the screen's own, a Form's, or a branch of an If or Switch. */
export interface PartList {
  /** The array in the file, also when it does not exist yet (an If without `else`). */
  pointer: Pointer;
  /** Meta's component type it belongs to; the layout's for the screen's own. */
  owner: string;
  /** Which branch it is; nothing for a Form and the screen. */
  words: LinkWords | null;
  exists: boolean;
  parts: Part[];
}

/** One part. */
export interface Part {
  pointer: Pointer;
  /** Meta's component type; empty when it has none. */
  type: string;
  /** Its own words, for telling it from its like; empty when it has none. */
  label: string;
  lists: PartList[];
}

/** A row of the tree. Branches of an If or Switch are rows; the list of a Form is not. */
export type Row =
  | {
      kind: 'part';
      id: Pointer;
      depth: number;
      part: Part;
      list: PartList;
      index: number;
      open: boolean | null;
    }
  | { kind: 'branch'; id: Pointer; depth: number; list: PartList; of: Part; open: boolean };

/** Trees of screens already walked: a screen that did not change is the same object. */
const walked = new WeakMap<Screen, PartList>();

/** The tree of a screen. */
export function partTree(screen: Screen): PartList {
  const before = walked.get(screen);
  if (before !== undefined) return before;
  const tree = walk(screen);
  walked.set(screen, tree);
  return tree;
}

function walk(screen: Screen): PartList {
  const layout = isObject(screen.json) ? screen.json.layout : undefined;
  const owner = isObject(layout) && typeof layout.type === 'string' ? layout.type : 'SingleColumnLayout';
  const children = isObject(layout) ? layout.children : undefined;
  return listOf(screen.json, children, `/screens/${screen.index}/layout/children`, owner, null);
}

function listOf(
  screen: JsonValue,
  value: JsonValue | undefined,
  pointer: Pointer,
  owner: string,
  words: LinkWords | null,
): PartList {
  const items = Array.isArray(value) ? value : [];
  const parts = items.map((item, index) => partOfJson(screen, item, join(pointer, index)));
  return { pointer, owner, words, exists: Array.isArray(value), parts };
}

function partOfJson(screen: JsonValue, value: JsonValue, pointer: Pointer): Part {
  if (!isObject(value)) return { pointer, type: '', label: '', lists: [] };
  const type = typeof value.type === 'string' ? value.type : '';
  const lists: PartList[] = [];
  const branch = (at: Pointer, branchValue: JsonValue | undefined) =>
    lists.push(listOf(screen, branchValue, at, type, listWords(screen, at)));
  if (type === 'Form') lists.push(listOf(screen, value.children, join(pointer, 'children'), type, null));
  if (type === 'If') {
    branch(join(pointer, 'then'), value.then);
    branch(join(pointer, 'else'), value.else);
  }
  if (type === 'Switch' && isObject(value.cases)) {
    for (const [key, parts] of Object.entries(value.cases)) branch(join(pointer, 'cases', key), parts);
  }
  return { pointer, type, label: labelOf(value), lists };
}

/** The words people read on the part first. */
function labelOf(value: { [key: string]: JsonValue }): string {
  for (const key of ['label', 'text', 'alt-text', 'name']) {
    const words = value[key];
    if (typeof words === 'string' && words !== '') return plainWords(words);
    if (Array.isArray(words) && typeof words[0] === 'string') return words[0];
  }
  return '';
}

/** The rows one sees, with everything in `folded` shut. */
export function rowsOf(root: PartList, folded: ReadonlySet<Pointer>): Row[] {
  const rows: Row[] = [];
  const walk = (list: PartList, depth: number) => {
    list.parts.forEach((part, index) => {
      const open = part.lists.length === 0 ? null : !folded.has(part.pointer);
      rows.push({ kind: 'part', id: part.pointer, depth, part, list, index, open });
      if (open !== true) return;
      for (const inner of part.lists) {
        if (part.type === 'Form') {
          walk(inner, depth + 1);
          continue;
        }
        const branchOpen = !folded.has(inner.pointer);
        rows.push({
          kind: 'branch',
          id: inner.pointer,
          depth: depth + 1,
          list: inner,
          of: part,
          open: branchOpen,
        });
        if (branchOpen) walk(inner, depth + 2);
      }
    });
  };
  walk(root, 0);
  return rows;
}

/** Every list of the tree, the screen's own first. */
export function* listsOf(root: PartList): Generator<PartList> {
  yield root;
  for (const part of root.parts) for (const list of part.lists) yield* listsOf(list);
}

/** The part at a pointer, with the list it stands in; `null` when there is none. */
export function findPart(
  root: PartList,
  pointer: Pointer,
): { part: Part; list: PartList; index: number } | null {
  for (const list of listsOf(root)) {
    const index = list.parts.findIndex((part) => part.pointer === pointer);
    const part = list.parts[index];
    if (part !== undefined) return { part, list, index };
  }
  return null;
}
