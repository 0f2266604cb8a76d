import { type RefObject, useState } from 'react';
import { type Gap, type Load, useDropTarget } from '@/document';
import type { Pointer } from '@/host';
import type { PartActs } from './acts';
import type { PartList, Row } from './tree';

/** Where the mark shows. */
export interface TreeMark {
  row: Pointer;
  side: 'before' | 'after' | 'in';
}

interface Place {
  mark: TreeMark | null;
  gap: Gap;
}

/** Takes parts that are dropped on the rows of a tree. */
export function usePartDrop(
  group: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  root: PartList,
  acts: PartActs,
): TreeMark | null {
  const [mark, setMark] = useState<TreeMark | null>(null);
  /** The first place under the hand that takes the load: beside the row, then around it. */
  const placeAt = (load: Load, y: number): Place | null => {
    const elements = [...(group.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const under = elements.find((element) => y < element.getBoundingClientRect().bottom) ?? elements.at(-1);
    if (under === undefined) return place(load, { mark: null, gap: { list: root.pointer, index: 0 } });
    const box = under.getBoundingClientRect();
    const row = rows.find((known) => known.id === under.dataset.row);
    if (row === undefined) return null;
    const part = (y - box.top) / box.height;
    for (const candidate of candidates(row, part)) {
      const found = place(load, candidate);
      if (found !== null) return found;
    }
    return null;
  };
  const place = (load: Load, candidate: Place): Place | null =>
    acts.takes(load, candidate.gap) ? candidate : null;

  useDropTarget(group, {
    over: (load, _x, y) => {
      const found = placeAt(load, y);
      setMark((before) =>
        before?.row === found?.mark?.row && before?.side === found?.mark?.side
          ? before
          : (found?.mark ?? null),
      );
      return found !== null;
    },
    leave: () => setMark(null),
    drop: (load, _x, y) => {
      const found = placeAt(load, y);
      if (found !== null) void acts.put(load, found.gap);
    },
  });
  return mark;
}

/** The gaps a height on a row can mean, the most likely first. `part` is 0 at the top of the row and 1 at its end. */
function candidates(row: Row, part: number): Place[] {
  const inside = (list: PartList, index: number): Place => ({
    mark: { row: row.id, side: 'in' },
    gap: { list: list.pointer, index },
  });
  if (row.kind === 'branch') return [inside(row.list, row.open ? 0 : row.list.parts.length)];
  const before: Place = {
    mark: { row: row.id, side: 'before' },
    gap: { list: row.list.pointer, index: row.index },
  };
  const after: Place = {
    mark: { row: row.id, side: 'after' },
    gap: { list: row.list.pointer, index: row.index + 1 },
  };
  const [list] = row.part.lists;
  if (list === undefined) return part < 0.5 ? [before, after] : [after, before];
  const into = inside(list, row.open === true ? 0 : list.parts.length);
  if (part < 0.3) return [before, into, after];
  return row.open === true || part < 0.7 ? [into, after, before] : [after, into, before];
}
