import { type RefObject, useState } from 'react';
import { type Load, lastGap, moveInto, useDropTarget, useSession } from '@/document';
import { addPart } from '@/flow-words';
import type { Screen } from '@/host';
import { t } from '@/i18n';
import type { ScreenActs } from './acts';

interface Mark {
  key: string;
  side: 'before' | 'after';
}

/** Screens dropped between rows change their order; a part dropped on a row goes to the end of that screen. */
export function useScreenDrop(
  list: RefObject<HTMLElement | null>,
  screens: readonly Screen[],
  acts: ScreenActs,
): Mark | null {
  const session = useSession();
  const [mark, setMark] = useState<Mark | null>(null);
  const rowAt = (y: number): { screen: Screen; after: boolean } | null => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-screen]') ?? [])];
    const row = rows.find((known) => y < known.getBoundingClientRect().bottom) ?? rows.at(-1);
    const screen = screens.find((known) => known.key === row?.dataset.screen);
    if (row === undefined || screen === undefined) return null;
    const box = row.getBoundingClientRect();
    return { screen, after: y > box.top + box.height / 2 };
  };
  const put = (load: Load, screen: Screen) => {
    const gap = lastGap(screen);
    if (load.kind === 'new-part') {
      void session.dispatch(addPart(gap, load.component));
    } else if (load.kind === 'parts') {
      const edit = moveInto(load.items, gap, t('parts.stepMove', { count: load.items.length }));
      if (edit !== null) void session.dispatch(edit);
    }
  };
  useDropTarget(list, {
    over: (load, _x, y) => {
      const at = rowAt(y);
      setMark(
        at === null || load.kind !== 'screens'
          ? null
          : { key: at.screen.key, side: at.after ? 'after' : 'before' },
      );
      return at !== null;
    },
    leave: () => setMark(null),
    drop: (load, _x, y) => {
      const at = rowAt(y);
      if (at === null) return;
      if (load.kind === 'screens') void acts.moveTo(load.keys, at.screen.index + (at.after ? 1 : 0));
      else put(load, at.screen);
    },
  });
  return mark;
}
