import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { listenForPaste, shownScreen, startDrag, useDocument, useSession } from '@/document';
import type { Screen } from '@/host';
import { number, t } from '@/i18n';
import {
  ContextMenu,
  EmptyState,
  focusRegion,
  Icon,
  IconButton,
  type IconName,
  isTyping,
  type MenuGroup,
  matchesKeys,
  ToggleIconButton,
  usePanel,
  type WindowPoint,
} from '@/kit';
import { screenActs } from './acts';
import { marksOf } from './marks';
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
      focusRegion('phone');
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
            onRename={(title) => {
              setRenaming(null);
              if (title !== null) void acts.retitle(screen, title);
              requestAnimationFrame(() => focusRow(screen.key));
            }}
            onStartRename={() => setRenaming(screen.key)}
            onChoose={(event) => {
              choose(
                screen.key,
                event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only',
              );
              focusRow(screen.key);
            }}
            onFold={() => fold(screen.key, open.has(screen.key))}
            onMenu={(event) => onMenu(event, screen.key)}
            load={() => ({
              kind: 'screens',
              keys: selected.has(screen.key) ? keys() : [screen.key],
              label: screen.title === '' ? t('screens.untitled') : screen.title,
            })}
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

function menuOf(
  acts: ReturnType<typeof screenActs>,
  screen: Screen,
  keys: readonly string[],
  order: readonly string[],
  rename: () => void,
): MenuGroup[] {
  const several = keys.length > 1;
  const named = screen.key === screen.id;
  return [
    {
      entries: [
        {
          id: 'rename',
          label: t('screens.rename'),
          icon: 'edit',
          keys: 'F2',
          isDisabled: several,
          run: rename,
        },
        {
          id: 'end',
          label: t(screen.terminal ? 'screens.unsetEnd' : 'screens.setEnd'),
          icon: 'end',
          isDisabled: several || !named,
          run: () => void acts.setEnd(screen, !screen.terminal),
        },
        {
          id: 'up',
          label: t('screens.moveUp'),
          icon: 'chevronUp',
          keys: 'Alt+ArrowUp',
          isDisabled: keys.includes(order[0] ?? ''),
          run: () => void acts.move(keys, -1),
        },
        {
          id: 'down',
          label: t('screens.moveDown'),
          icon: 'chevronDown',
          keys: 'Alt+ArrowDown',
          isDisabled: keys.includes(order.at(-1) ?? ''),
          run: () => void acts.move(keys, 1),
        },
      ],
    },
    {
      entries: [
        {
          id: 'duplicate',
          label: t('screens.duplicate'),
          icon: 'create',
          keys: 'Mod+D',
          run: () => void acts.duplicate(keys),
        },
        {
          id: 'cut',
          label: t('screens.cut'),
          icon: 'cut',
          keys: 'Mod+X',
          run: () => void acts.cut(keys),
        },
        {
          id: 'copy',
          label: t('screens.copy'),
          icon: 'copy',
          keys: 'Mod+C',
          run: () => void acts.copy(keys),
        },
        {
          id: 'paste',
          label: t('screens.paste'),
          icon: 'import',
          keys: 'Mod+V',
          run: () => void acts.pasteHere(),
        },
        {
          id: 'delete',
          label: t('screens.delete'),
          icon: 'delete',
          keys: 'Delete',
          danger: true,
          run: () => void acts.remove(keys),
        },
      ],
    },
  ];
}

function ScreenRow({
  screen,
  severity,
  isSelected,
  isTabbable,
  open,
  mark,
  renaming,
  onRename,
  onStartRename,
  onChoose,
  onFold,
  onMenu,
  load,
  children,
}: {
  screen: Screen;
  severity: 'blocked' | 'risky' | undefined;
  isSelected: boolean;
  isTabbable: boolean;
  /** Undefined in the plain list, whose rows do not open. */
  open: boolean | undefined;
  mark: 'before' | 'after' | undefined;
  renaming: boolean;
  /** With nothing the title stays. */
  onRename(title: string | null): void;
  onStartRename(): void;
  onChoose(event: MouseEvent): void;
  onFold(): void;
  onMenu(event: MouseEvent): void;
  load: Parameters<typeof startDrag>[1];
  children: ReactNode;
}) {
  const title = screen.title === '' ? t('screens.untitled') : screen.title;
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the tree around the rows */}
      <div
        role="treeitem"
        aria-level={1}
        aria-selected={isSelected}
        aria-expanded={open}
        tabIndex={isTabbable ? 0 : -1}
        className={styles.row}
        data-screen={screen.key}
        data-mark={mark}
        onPointerDown={(event) => {
          if (!renaming) startDrag(event, load);
        }}
        onClick={onChoose}
        onDoubleClick={onStartRename}
        onContextMenu={onMenu}
      >
        {open !== undefined && (
          <button
            type="button"
            tabIndex={-1}
            aria-hidden="true"
            className={styles.fold}
            data-open={open || undefined}
            onClick={(event) => {
              event.stopPropagation();
              onFold();
            }}
          >
            <Icon name="chevronEnd" size={12} />
          </button>
        )}
        <span className={`${styles.number} tabular`}>{number(screen.index + 1)}</span>
        {renaming ? (
          <TitleField screen={screen} onDone={onRename} />
        ) : (
          <span className={styles.words} data-empty={screen.title === '' || undefined} title={title}>
            <bdi>{title}</bdi>
          </span>
        )}
        {screen.entry && <Mark icon="entry" className={styles.flag} words={t('screens.start')} />}
        {screen.terminal && <Mark icon="end" className={styles.flag} words={t('screens.end')} />}
        {severity !== undefined && (
          <Mark icon={severity} className={styles[severity]} words={t(`screens.${severity}`)} />
        )}
      </div>
      {children}
    </>
  );
}

/** A picture for the eye and its words for the ear. */
function Mark({ icon, className, words }: { icon: IconName; className: string | undefined; words: string }) {
  return (
    <span className={className} title={words}>
      <Icon name={icon} size={15} />
      <span className="visually-hidden">, {words}</span>
    </span>
  );
}

function TitleField({ screen, onDone }: { screen: Screen; onDone(title: string | null): void }) {
  const [title, setTitle] = useState(screen.title);
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const leave = (keep: boolean) => {
    if (done.current) return;
    done.current = true;
    const changed = title.trim() !== '' && title.trim() !== screen.title;
    onDone(keep && changed ? title.trim() : null);
  };
  return (
    <input
      ref={field}
      className={styles.field}
      aria-label={t('screens.renameField', { number: screen.index + 1 })}
      dir="auto"
      value={title}
      onChange={(event) => setTitle(event.target.value)}
      onBlur={() => leave(true)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') leave(true);
        if (event.key === 'Escape') leave(false);
      }}
    />
  );
}
