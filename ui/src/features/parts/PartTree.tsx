import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import {
  contains,
  copyItems,
  listenForPaste,
  outermost,
  useDocument,
  useFacts,
  useSession,
} from '@/document';
import type { Pointer, Screen } from '@/host';
import { t } from '@/i18n';
import {
  announce,
  ContextMenu,
  isTyping,
  type MenuGroup,
  matchesKeys,
  runCommand,
  type WindowPoint,
} from '@/kit';
import { partActs } from './acts';
import { rowWords, TreeRow } from './TreeRow';
import { partTree, type Row, rowsOf } from './tree';
import styles from './tree.module.css';
import { usePartDrop } from './usePartDrop';

/**
 * The parts of a screen as rows of a tree that is already there: `level` is that of the screen's own row. Focus that
 * leaves at the top or the bottom is handed on.
 */
export function PartTree({
  screen,
  level,
  onLeave,
}: {
  screen: Screen;
  level: number;
  onLeave(to: 'before' | 'after' | 'screen'): void;
}) {
  const session = useSession();
  const facts = useFacts();
  const version = useDocument((state) => state.flow.version);
  const revision = useDocument((state) => state.flow.revision);
  const chosen = useDocument((state) => state.selection.part);
  const root = useMemo(() => partTree(screen), [screen]);
  const [folded, setFolded] = useState<ReadonlySet<Pointer>>(new Set());
  const rows = useMemo(() => rowsOf(root, folded), [root, folded]);
  const [more, setMore] = useState<{ revision: number; items: ReadonlySet<Pointer> }>({
    revision,
    items: new Set(),
  });
  const [focused, setFocused] = useState<Pointer | null>(null);
  const [menu, setMenu] = useState<WindowPoint | null>(null);
  const group = useRef<HTMLDivElement>(null);

  /** Pointers of another revision may mean something else now. */
  const others = more.revision === revision ? more.items : NONE;
  const selected = useMemo(() => {
    const all = new Set(others);
    if (chosen !== null && contains(`/screens/${screen.index}`, chosen)) all.add(chosen);
    return all;
  }, [others, chosen, screen.index]);
  const acts = useMemo(
    () => partActs({ session, root, rows, facts, version, screen }),
    [session, root, rows, facts, version, screen],
  );
  const mark = usePartDrop(group, rows, root, acts);
  const items = () => outermost([...selected]);

  useEffect(() => {
    const at = group.current;
    return at === null ? undefined : listenForPaste(at, (text) => void acts.paste(text, chosen));
  }, [acts, chosen]);

  const element = (id: Pointer) =>
    group.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null;
  const focusRow = (id: Pointer) => {
    setFocused(id);
    element(id)?.focus();
  };
  const choose = (row: Row, how: 'only' | 'toggle' | 'range') => {
    setFocused(row.id);
    if (row.kind === 'branch') return;
    if (how === 'only') {
      setMore({ revision, items: NONE });
      session.select({ screens: [screen.key], part: row.id });
      return;
    }
    const next = new Set(selected);
    if (how === 'toggle' && next.has(row.id)) next.delete(row.id);
    else if (how === 'toggle' || chosen === null) next.add(row.id);
    else {
      const ids = rows.flatMap((known) => (known.kind === 'part' ? [known.id] : []));
      const [a, b] = [ids.indexOf(chosen), ids.indexOf(row.id)].sort((x, y) => x - y);
      for (const id of ids.slice(a, (b ?? 0) + 1)) next.add(id);
    }
    setMore({ revision, items: next });
    // The part the inspector shows stays the first one; with none left it is the one that was taken last.
    if (chosen === null || !next.has(chosen))
      session.select({ screens: [screen.key], part: [...next].at(-1) ?? null });
  };
  const fold = (row: Row, shut: boolean) =>
    setFolded((before) => {
      const next = new Set(before);
      if (shut) next.add(row.id);
      else next.delete(row.id);
      return next;
    });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>('[data-row]')?.dataset.row
        : undefined;
    const at = rows.findIndex((row) => row.id === id);
    const row = rows[at];
    if (row === undefined || isTyping(event.target)) return;
    if (act(event, row, at)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  const act = (event: KeyboardEvent<HTMLElement>, row: Row, at: number): boolean => {
    const is = (keys: string) => matchesKeys(event.nativeEvent, keys);
    const rtl = document.documentElement.dir === 'rtl';
    const inward = rtl ? 'ArrowLeft' : 'ArrowRight';
    const outward = rtl ? 'ArrowRight' : 'ArrowLeft';
    const go = (next: Row | undefined, extend = false) => {
      if (next === undefined) return;
      choose(next, extend ? 'range' : 'only');
      focusRow(next.id);
    };
    const follow = (moved: Promise<Pointer | null>) =>
      void moved.then((to) => {
        if (to !== null) requestAnimationFrame(() => focusRow(to));
      });
    if (row.kind === 'part' && event.altKey) {
      if (event.key === 'ArrowUp') follow(acts.step(row.id, -1));
      else if (event.key === 'ArrowDown') follow(acts.step(row.id, 1));
      else if (event.key === inward) follow(acts.moveIn(row.id));
      else if (event.key === outward) follow(acts.moveOut(row.id));
      else return false;
      return true;
    }
    if (is('ArrowDown') || is('Shift+ArrowDown')) {
      if (rows[at + 1] === undefined) onLeave('after');
      else go(rows[at + 1], event.shiftKey);
    } else if (is('ArrowUp') || is('Shift+ArrowUp')) {
      if (at === 0) onLeave('before');
      else go(rows[at - 1], event.shiftKey);
    } else if (is('Home')) go(rows[0]);
    else if (is('End')) go(rows.at(-1));
    else if (is(inward)) {
      if (row.open === false) fold(row, false);
      else if (row.open === true) go(rows[at + 1]);
    } else if (is(outward)) {
      const around = rows.slice(0, at).findLast((known) => known.depth < row.depth);
      if (row.open === true) fold(row, true);
      else if (around !== undefined) go(around);
      else onLeave('screen');
    } else if (is('Enter')) {
      if (row.kind === 'branch') fold(row, row.open);
      else {
        choose(row, 'only');
        runCommand('inspector.focus');
      }
    } else if (event.key === ' ') choose(row, event.ctrlKey || event.metaKey ? 'toggle' : 'only');
    else if (is('Delete') || is('Backspace')) removeSelected();
    else if (is('Mod+D')) void acts.duplicate(items());
    else if (is('Mod+C')) copySelected();
    else if (is('Mod+X')) void copySelected().then((done) => done && removeSelected());
    else if (is('Mod+A'))
      setMore({
        revision,
        items: new Set(rows.flatMap((known) => (known.kind === 'part' ? [known.id] : []))),
      });
    else if (is('Shift+F10') || event.key === 'ContextMenu') {
      const box = element(row.id)?.getBoundingClientRect();
      if (box !== undefined) setMenu({ x: box.left + 24, y: box.bottom });
    } else return false;
    return true;
  };

  const removeSelected = () => {
    const doomed = items();
    const next = acts.neighbour(doomed);
    void acts.remove(doomed).then(() => {
      if (next === null) onLeave('screen');
      else requestAnimationFrame(() => focusRow(next));
    });
  };
  const copySelected = async (): Promise<boolean> => {
    const done = await copyItems(session, items(), []);
    if (done) announce(t('parts.copied', { count: items().length }));
    return done;
  };

  const onMenu = (event: MouseEvent, row: Row) => {
    event.preventDefault();
    event.stopPropagation();
    if (row.kind === 'part' && !selected.has(row.id)) choose(row, 'only');
    setMenu({ x: event.clientX, y: event.clientY });
  };
  const [one] = items();
  const several = items().length !== 1;
  const groups: MenuGroup[] = [
    {
      entries: [
        {
          id: 'up',
          label: t('parts.moveUp'),
          icon: 'chevronUp',
          keys: 'Alt+ArrowUp',
          isDisabled: several,
          run: () => one && void acts.step(one, -1),
        },
        {
          id: 'down',
          label: t('parts.moveDown'),
          icon: 'chevronDown',
          keys: 'Alt+ArrowDown',
          isDisabled: several,
          run: () => one && void acts.step(one, 1),
        },
        {
          id: 'in',
          label: t('parts.moveIn'),
          icon: 'next',
          isDisabled: several || one === undefined || !acts.canMoveIn(one),
          run: () => one && void acts.moveIn(one),
        },
        {
          id: 'out',
          label: t('parts.moveOut'),
          icon: 'back',
          isDisabled: several || one === undefined || !acts.canMoveOut(one),
          run: () => one && void acts.moveOut(one),
        },
      ],
    },
    {
      entries: [
        {
          id: 'duplicate',
          label: t('parts.duplicate'),
          icon: 'create',
          keys: 'Mod+D',
          run: () => void acts.duplicate(items()),
        },
        {
          id: 'cut',
          label: t('parts.cut'),
          icon: 'cut',
          keys: 'Mod+X',
          run: () => void copySelected().then((done) => done && removeSelected()),
        },
        { id: 'copy', label: t('parts.copy'), icon: 'copy', keys: 'Mod+C', run: () => void copySelected() },
        {
          id: 'paste',
          label: t('parts.paste'),
          icon: 'import',
          keys: 'Mod+V',
          run: () => void acts.pasteHere(one ?? null),
        },
        {
          id: 'delete',
          label: t('parts.delete'),
          icon: 'delete',
          keys: 'Delete',
          danger: true,
          run: removeSelected,
        },
      ],
    },
  ];
  // One row of the tree is in the tab order: the chosen one.
  const tabbable =
    focused !== null && rows.some((row) => row.id === focused) ? focused : (chosen ?? rows[0]?.id);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of tree items, not of fields
    <div
      ref={group}
      role="group"
      aria-label={t('parts.tree', { screen: screen.title })}
      className={styles.group}
      onKeyDown={onKeyDown}
    >
      {rows.length === 0 && <p className={styles.empty}>{t('parts.empty')}</p>}
      {rows.map((row) => (
        <TreeRow
          key={row.id}
          row={row}
          level={level + 1 + row.depth}
          isSelected={selected.has(row.id)}
          isTabbable={row.id === tabbable}
          mark={mark?.row === row.id ? mark.side : undefined}
          onChoose={(event) => {
            choose(row, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only');
            focusRow(row.id);
          }}
          onFold={() => fold(row, row.open === true)}
          onOpen={() => row.kind === 'part' && runCommand('inspector.focus')}
          onMenu={(event) => onMenu(event, row)}
          load={() => {
            if (row.kind === 'branch') return null;
            const taken = selected.has(row.id) ? items() : [row.id];
            return {
              kind: 'parts',
              items: taken,
              label: taken.length > 1 ? t('parts.several', { count: taken.length }) : rowWords(row),
            };
          }}
        />
      ))}
      {menu !== null && (
        <ContextMenu
          at={menu}
          label={t('parts.rowMenu', { part: one === undefined ? '' : acts.words(one) })}
          groups={groups}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}

const NONE: ReadonlySet<Pointer> = new Set();
