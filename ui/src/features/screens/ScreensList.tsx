import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { listenForPaste, shownScreen, useDocument, useSession } from '@/document';
import type { Screen } from '@/host';
import { t } from '@/i18n';
import {
  ContextMenu,
  EmptyState,
  IconButton,
  isTyping,
  matchesKeys,
  runCommand,
  ToggleIconButton,
  usePanel,
  useSteady,
  type WindowPoint,
} from '@/kit';
import { screenActs } from './acts';
import { marksOf } from './marks';
import { menuOf } from './menu';
import { type RowHands, ScreenRow } from './ScreenRow';
import styles from './screens.module.css';
import { useScreenDrop } from './useScreenDrop';

/** Draws the parts below a screen's row; told how focus leaves them. */
export type DrawParts = (screen: Screen, onLeave: (to: 'before' | 'after' | 'screen') => void) => ReactNode;

/**
 * The screens in the order of the file: number, title, marks. As an outline, the rows open to the screen's parts,
 * which `drawParts` draws; both edit the same document.
 */
export function ScreensList({ drawParts }: { drawParts: DrawParts }) {
  const session = useSession();
  const order = useDocument((state) => state.flow.order);
  const byKey = useDocument((state) => state.flow.screens);
  const diagnostics = useDocument((state) => state.flow.diagnostics);
  const selection = useDocument((state) => state.selection);
  const shown = useDocument((state) => shownScreen(state.flow, state.selection));
  const [outline, setOutline] = usePanel('screens.outline', 0);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [renaming, setRenaming] = useState<string | null>(null);
  const [menu, setMenu] = useState<WindowPoint | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const screens = useMemo(() => order.flatMap((key) => byKey[key] ?? []), [order, byKey]);
  const marks = useMemo(() => marksOf(diagnostics), [diagnostics]);
  const acts = useMemo(() => screenActs(session, setRenaming), [session]);
  const mark = useScreenDrop(list, screens, acts);
  const selected = useMemo(
    () => new Set(selection.screens.length > 0 ? selection.screens : shown === undefined ? [] : [shown]),
    [selection.screens, shown],
  );
  const isOutline = outline === 1;

  const row = (key: string | undefined) =>
    key === undefined
      ? null
      : (list.current?.querySelector<HTMLElement>(`[data-screen="${CSS.escape(key)}"]`) ?? null);
  const focusRow = (key: string | undefined) => row(key)?.focus();

  useEffect(() => {
    const at = list.current;
    return at === null ? undefined : listenForPaste(at, (text) => void acts.paste(text));
  }, [acts]);

  // The screen that is shown comes into sight; in the outline it is open.
  useEffect(() => {
    if (shown === undefined) return;
    list.current?.querySelector(`[data-screen="${CSS.escape(shown)}"]`)?.scrollIntoView({ block: 'nearest' });
    setOpen((before) => (before.has(shown) ? before : new Set(before).add(shown)));
  }, [shown]);

  const choose = (key: string, how: 'only' | 'toggle' | 'range') => {
    if (how === 'only') return session.select({ screens: [key], part: null });
    const next = new Set(selected);
    if (how === 'toggle') {
      if (next.has(key) && next.size > 1) next.delete(key);
      else next.add(key);
    } else {
      const from = order.indexOf(shown ?? key);
      const to = order.indexOf(key);
      for (const inside of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(inside);
      next.delete(key);
      next.add(key);
    }
    session.select({ screens: [...next], part: null });
  };
  const fold = (key: string, shut: boolean) =>
    setOpen((before) => {
      const next = new Set(before);
      if (shut) next.delete(key);
      else next.add(key);
      return next;
    });
  const keys = () => order.filter((key) => selected.has(key));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isTyping(event.target) || !(event.target instanceof Element)) return;
    const key = event.target.closest<HTMLElement>('[data-screen]')?.dataset.screen;
    if (key === undefined || !act(event, key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const act = (event: KeyboardEvent<HTMLElement>, key: string): boolean => {
    const is = (wanted: string) => matchesKeys(event.nativeEvent, wanted);
    const rtl = document.documentElement.dir === 'rtl';
    const at = order.indexOf(key);
    const go = (next: string | undefined, extend = false) => {
      if (next === undefined) return;
      choose(next, extend ? 'range' : 'only');
      focusRow(next);
    };
    const into = () =>
      list.current
        ?.querySelector<HTMLElement>(`[data-under="${CSS.escape(key)}"] [role="treeitem"]`)
        ?.focus();
    if (is('Alt+ArrowUp') || is('Alt+ArrowDown')) {
      void acts
        .move(keys().includes(key) ? keys() : [key], event.key === 'ArrowDown' ? 1 : -1)
        .then(() => focusRow(key));
    } else if (is('ArrowDown') && isOutline && open.has(key)) into();
    else if (is('ArrowDown') || is('Shift+ArrowDown')) go(order[at + 1], event.shiftKey);
    else if (is('ArrowUp') || is('Shift+ArrowUp')) go(order[at - 1], event.shiftKey);
    else if (is('Home')) go(order[0]);
    else if (is('End')) go(order.at(-1));
    else if (isOutline && is(rtl ? 'ArrowLeft' : 'ArrowRight')) {
      if (open.has(key)) into();
      else fold(key, false);
    } else if (isOutline && is(rtl ? 'ArrowRight' : 'ArrowLeft')) fold(key, true);
    else if (is('Enter')) {
      choose(key, 'only');
      runCommand('phone.focus');
    } else if (event.key === ' ') choose(key, event.ctrlKey || event.metaKey ? 'toggle' : 'only');
    else if (is('F2')) setRenaming(key);
    else if (is('Delete') || is('Backspace')) {
      const next = order[at + 1] ?? order[at - 1];
      void acts.remove(keys()).then(() => requestAnimationFrame(() => focusRow(next)));
    } else if (is('Mod+A')) session.select({ screens: [...order], part: null });
    else if (is('Mod+D')) void acts.duplicate(keys());
    else if (is('Mod+C')) void acts.copy(keys());
    else if (is('Mod+X')) void acts.cut(keys());
    else if (is('Shift+F10') || event.key === 'ContextMenu') {
      if (!selected.has(key)) choose(key, 'only');
      const box = row(key)?.getBoundingClientRect();
      if (box !== undefined) setMenu({ x: box.left + 24, y: box.bottom });
    } else return false;
    return true;
  };

  const onMenu = (event: MouseEvent, key: string) => {
    event.preventDefault();
    if (!selected.has(key)) choose(key, 'only');
    setMenu({ x: event.clientX, y: event.clientY });
  };
  const leave = (key: string) => (to: 'before' | 'after' | 'screen') => {
    if (to === 'after') {
      const next = order[order.indexOf(key) + 1];
      if (next !== undefined) choose(next, 'only');
      focusRow(next);
    } else focusRow(key);
  };
  const current = shown === undefined ? undefined : byKey[shown];

  const hands = useSteady<RowHands>({
    rename: (screen, title) => {
      setRenaming(null);
      if (title !== null) void acts.retitle(screen, title);
      requestAnimationFrame(() => focusRow(screen.key));
    },
    startRename: (screen) => setRenaming(screen.key),
    choose: (screen, event) => {
      choose(screen.key, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only');
      focusRow(screen.key);
    },
    fold: (screen) => fold(screen.key, open.has(screen.key)),
    menu: (screen, event) => onMenu(event, screen.key),
    load: (screen) => ({
      kind: 'screens',
      keys: selected.has(screen.key) ? keys() : [screen.key],
      label: screen.title === '' ? t('screens.untitled') : screen.title,
    }),
  });

  return (
    <div className={styles.panel} data-outline={isOutline || undefined}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('screens.title')}</h2>
        <ToggleIconButton
          size="panel"
          icon="choiceList"
          label={t('screens.showOutline')}
          isSelected={isOutline}
          onChange={(on) => setOutline(on ? 1 : 0)}
        />
        <IconButton size="panel" icon="add" label={t('screens.add')} onPress={() => void acts.add()} />
      </div>
      {screens.length === 0 && <EmptyState title={t('screens.empty')} />}
      <div
        ref={list}
        role="tree"
        aria-multiselectable="true"
        aria-label={t('screens.list')}
        className={styles.list}
        onKeyDown={onKeyDown}
      >
        {screens.map((screen) => (
          <ScreenRow
            key={screen.key}
            screen={screen}
            severity={marks.get(screen.id)}
            isSelected={selected.has(screen.key)}
            isTabbable={screen.key === (shown ?? order[0])}
            open={isOutline ? open.has(screen.key) : undefined}
            mark={mark?.key === screen.key ? mark.side : undefined}
            renaming={renaming === screen.key}
            hands={hands}
          >
            {isOutline && open.has(screen.key) && (
              <div data-under={screen.key}>{drawParts(screen, leave(screen.key))}</div>
            )}
          </ScreenRow>
        ))}
      </div>
      {menu !== null && current !== undefined && (
        <ContextMenu
          at={menu}
          label={t('screens.menu', { title: current.title })}
          groups={menuOf(acts, current, keys(), order, () => setRenaming(current.key))}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}
