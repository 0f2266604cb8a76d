/** What one can do with parts in the tree. */

import {
  clipboardText,
  contains,
  type Facts,
  type Gap,
  join,
  type Load,
  lastGap,
  moveInto,
  type Session,
} from '@/document';
import { addPart, partName } from '@/flow-words';
import type { Edit, Pointer, Screen } from '@/host';
import { t } from '@/i18n';
import { announce } from '@/kit';
import { allFit } from './allowed';
import { findPart, listsOf, type PartList, type Row } from './tree';

export type PartActs = ReturnType<typeof partActs>;

export function partActs({
  session,
  root,
  rows,
  facts,
  version,
  screen,
}: {
  session: Session;
  root: PartList;
  rows: readonly Row[];
  facts: Facts;
  version: string | null;
  screen: Screen;
}) {
  const listAt = (pointer: Pointer): PartList | undefined =>
    [...listsOf(root)].find((list) => list.pointer === pointer);
  const words = (item: Pointer): string => {
    const part = findPart(root, item)?.part;
    if (part === undefined) return '';
    return part.label === '' ? partName(part.type) : part.label;
  };
  /** Types of the parts of a load; those of another screen are not known here. */
  const typesOf = (load: Load): string[] => {
    if (load.kind === 'new-part') return [load.component];
    if (load.kind === 'screens') return [];
    return load.items.flatMap((item) => findPart(root, item)?.part.type ?? []);
  };

  /** An If without the other branch has no list yet: it is made in the same step. */
  const prepared = (list: PartList, edit: Edit, name: string | null): Edit => {
    if (list.exists) return edit;
    const cut = list.pointer.lastIndexOf('/');
    const make: Edit = {
      type: 'SetProperty',
      at: list.pointer.slice(0, cut),
      key: list.pointer.slice(cut + 1),
      value: [],
    };
    return edit.type === 'Batch'
      ? { ...edit, edits: [make, ...edit.edits] }
      : { type: 'Batch', name, edits: [make, edit] };
  };

  /** Whether a load may be put into a gap. */
  const takes = (load: Load, gap: Gap): boolean => {
    const list = listAt(gap.list);
    if (load.kind === 'screens' || list === undefined || !allFit(typesOf(load), list, facts, version))
      return false;
    return load.kind === 'new-part' || !load.items.some((item) => contains(item, gap.list));
  };

  const put = async (load: Load, gap: Gap): Promise<Pointer | null> => {
    const list = listAt(gap.list);
    if (list === undefined || load.kind === 'screens') return null;
    const name = load.kind === 'parts' ? t('parts.stepMove', { count: load.items.length }) : null;
    const edit: Edit | null =
      load.kind === 'new-part' ? addPart(gap, load.component) : moveInto(load.items, gap, name ?? '');
    if (edit === null) return null;
    const answer = await session.dispatch(prepared(list, edit, name));
    return answer.ok ? session.store.getState().selection.part : null;
  };

  /** The gap one step up or down in its list. */
  const stepGap = (item: Pointer, by: 1 | -1): Gap | null => {
    const found = findPart(root, item);
    if (found === null) return null;
    const index = by === 1 ? found.index + 2 : found.index - 1;
    return index < 0 || index > found.list.parts.length ? null : { list: found.list.pointer, index };
  };
  /** The end of the group that stands above. */
  const inGap = (item: Pointer): Gap | null => {
    const found = findPart(root, item);
    if (found === null) return null;
    const above = found.list.parts[found.index - 1];
    const list = above?.lists.at(-1) ?? above?.lists[0];
    if (list === undefined || !allFit([found.part.type], list, facts, version)) return null;
    return { list: list.pointer, index: list.parts.length };
  };
  /** The gap behind the group it stands in. */
  const outGap = (item: Pointer): Gap | null => {
    const found = findPart(root, item);
    if (found === null) return null;
    for (const list of listsOf(root)) {
      const index = list.parts.findIndex((part) => part.lists.some((inner) => inner === found.list));
      if (index >= 0 && allFit([found.part.type], list, facts, version))
        return { list: list.pointer, index: index + 1 };
    }
    return null;
  };
  const move = (item: Pointer, gap: Gap | null): Promise<Pointer | null> =>
    gap === null ? Promise.resolve(null) : put({ kind: 'parts', items: [item], label: '' }, gap);

  const paste = (text: string, after: Pointer | null): Promise<unknown> => {
    const found = after === null ? null : findPart(root, after);
    const gap = found === null ? lastGap(screen) : { list: found.list.pointer, index: found.index + 1 };
    return session.dispatch({
      type: 'Paste',
      clipboard: text,
      parent: gap.list,
      index: gap.index,
      position: null,
    });
  };

  return {
    words,
    takes,
    put,
    paste,
    pasteHere: async (after: Pointer | null) => paste(await clipboardText(), after),
    step: async (item: Pointer, by: 1 | -1): Promise<Pointer | null> => {
      const to = await move(item, stepGap(item, by));
      if (to !== null) announce(t(by === 1 ? 'parts.movedDown' : 'parts.movedUp', { part: words(item) }));
      return to;
    },
    moveIn: (item: Pointer) => move(item, inGap(item)),
    moveOut: (item: Pointer) => move(item, outGap(item)),
    canMoveIn: (item: Pointer) => inGap(item) !== null,
    canMoveOut: (item: Pointer) => outGap(item) !== null,
    duplicate: (items: readonly Pointer[]) => session.dispatch({ type: 'DuplicateItems', items: [...items] }),
    remove: async (items: readonly Pointer[]): Promise<void> => {
      if (items.length === 0) return;
      const answer = await session.dispatch({ type: 'RemoveItems', items: [...items] });
      if (answer.ok) announce(t('parts.deleted', { count: items.length }));
    },
    /** The row that has the focus once these are gone: what then stands in the first one's place, else before it. */
    neighbour: (items: readonly Pointer[]): Pointer | null => {
      const [first] = items;
      const found = first === undefined ? null : findPart(root, first);
      if (first === undefined || found === null) return null;
      const left = found.list.parts.filter((part) => !items.includes(part.pointer)).length;
      if (left > 0) return join(found.list.pointer, Math.min(found.index, left - 1));
      const at = rows.findIndex((row) => row.id === first);
      return rows.slice(0, at).findLast((row) => row.kind === 'part')?.id ?? null;
    },
  };
}
