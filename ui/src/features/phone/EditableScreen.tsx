import { type HTMLAttributes, type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import { contains, type Gap, type Load, startDrag, useDocument, useDropTarget, useSession } from '@/document';
import { addPart } from '@/flow-words';
import type { Edit, Fork, Item, Pointer, ScreenView } from '@/host';
import { t } from '@/i18n';
import { announce, runCommand, useSteady } from '@/kit';
import { Part, type Platform, ScreenContent } from '@/phone-view';
import styles from './editable.module.css';
import { branchesOf, ForkStrip } from './ForkStrip';
import { forkWords, partWords } from './part-words';
import {
  gapAtEnd,
  gapBeside,
  gapInside,
  isChosen,
  moveBy,
  moveTo,
  neighbourOf,
  rowsOf,
  shownParts,
} from './placement';

/** Where the insertion mark shows: before or behind a drawn part, or at the end. */
type Mark = { part: Pointer; after: boolean } | 'end' | null;

/**
 * A screen whose parts are chosen, moved, deleted and added to. A list box for keyboard and screen reader: arrows go
 * from part to part, Alt and arrows move a part, Delete takes it away, Enter goes to its fields. Above what an If or
 * Switch shows stands a strip with its branches; on it, arrows to the sides show another one.
 */
export function EditableScreen({
  view,
  platform,
  theme,
  onLook,
}: {
  view: ScreenView;
  platform: Platform;
  theme: 'light' | 'dark';
  /** Shows a branch of an If or Switch. */
  onLook(branch: Pointer): void;
}) {
  const session = useSession();
  const selected = useDocument((state) => state.selection.part);
  const reveal = useDocument((state) => state.reveal);
  const [mark, setMark] = useState<Mark>(null);
  const list = useRef<HTMLDivElement>(null);
  const parts = shownParts(view);
  // What is read out belongs to the picture that shows: the document may be ahead of it, with other parts in its places.
  const { words, branches } = useMemo(() => {
    const { flow } = session.store.getState();
    const json = flow.screens[view.key]?.json ?? null;
    const branches = new Map(view.forks.map((fork) => [fork.pointer, branchesOf(json, fork)]));
    const words = new Map(shownParts(view).map((part) => [part, partWords(flow, part)]));
    for (const fork of view.forks)
      words.set(fork.pointer, forkWords(flow, fork, branches.get(fork.pointer) ?? []));
    return { words, branches };
  }, [session, view]);
  const isSelected = (part: Pointer) => isChosen(view, part, selected);
  const current = parts.find(isSelected);

  const element = (part: Pointer | undefined) =>
    part === undefined
      ? null
      : (list.current?.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"]`) ?? null);

  // A part that was added, moved, or belongs to a problem comes into sight; an added one has the place that
  // another part had until then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new turn reveals, not every new picture
  useEffect(() => {
    element(current)?.scrollIntoView({ block: 'nearest' });
  }, [reveal?.turn, current, parts.length]);

  function choose(part: Pointer | undefined, focus: boolean) {
    if (part === undefined) return;
    session.select({ screens: [view.key], part });
    if (focus) element(part)?.focus();
  }

  async function change(edit: Edit | undefined) {
    if (edit === undefined) return;
    await session.dispatch(edit);
  }

  /** After a move the focus goes along with the part. */
  function focusSelected() {
    requestAnimationFrame(() => element(session.store.getState().selection.part ?? undefined)?.focus());
  }

  async function remove(part: Pointer) {
    const next = neighbourOf(parts, part);
    const answer = await session.dispatch({ type: 'RemoveItems', items: [part] });
    // What stood behind it has moved up into its place.
    if (answer.ok && next !== undefined) {
      requestAnimationFrame(() => (element(part) ?? element(next) ?? list.current)?.focus());
    }
  }

  /** Shows a branch; its strip is selected, so that nothing that went out of sight is. */
  function look(fork: Fork, branch: Pointer) {
    onLook(branch);
    choose(fork.pointer, true);
    const shown = branches.get(fork.pointer)?.find(({ list }) => list === branch);
    if (shown !== undefined) announce(t('phone.branchShows', { branch: shown.words }));
  }

  /** Shows the branch beside the one that shows; after the last comes the first. */
  function lookBeside(fork: Fork, step: 1 | -1) {
    const count = fork.branches.length;
    const here = fork.shown === null ? (step > 0 ? -1 : 0) : fork.branches.indexOf(fork.shown);
    const next = fork.branches[(here + step + count) % count];
    if (next !== undefined) look(fork, next);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const part = (event.target as HTMLElement).closest<HTMLElement>('[data-part]')?.dataset.part;
    const here = part === undefined ? -1 : parts.indexOf(part);
    if (part === undefined || here < 0) return;
    const fork = view.forks.find(({ pointer }) => pointer === part);
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const edit = moveBy(parts, part, event.key === 'ArrowDown' ? 1 : -1);
      void change(edit).then(focusSelected);
    } else if (plain && event.key === 'ArrowDown') choose(parts[here + 1], true);
    else if (plain && event.key === 'ArrowUp') choose(parts[here - 1], true);
    else if (plain && fork !== undefined && (event.key === 'ArrowLeft' || event.key === 'ArrowRight'))
      lookBeside(fork, (event.key === 'ArrowRight') === view.rtl ? -1 : 1);
    else if (plain && event.key === 'Home') choose(parts[0], true);
    else if (plain && event.key === 'End') choose(parts.at(-1), true);
    else if (plain && (event.key === 'Delete' || event.key === 'Backspace')) void remove(part);
    else if (plain && event.key === 'Enter') {
      choose(part, false);
      runCommand('inspector.focus');
    } else if (plain && event.key === 'Escape') session.select({ screens: [view.key], part: null });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function markAt(x: number, y: number): Mark {
    const over = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-part]');
    const part = over?.dataset.part;
    if (!over || part === undefined) return 'end';
    const box = over.getBoundingClientRect();
    const isFooter = part === view.footer?.pointer;
    return { part, after: !isFooter && y > box.top + box.height / 2 };
  }

  function gapOf(at: Mark): Gap | undefined {
    if (at === null) return undefined;
    const { flow } = session.store.getState();
    if (at === 'end') return gapAtEnd(flow, view);
    const fork = view.forks.find(({ pointer }) => pointer === at.part);
    const inside = fork === undefined || !at.after ? undefined : gapInside(flow, fork);
    return inside ?? gapBeside(at.part, at.after);
  }

  /** What dropping a load at a mark would do. */
  function dropEdit(load: Load, at: Mark): Edit | undefined {
    const gap = gapOf(at);
    if (gap === undefined || load.kind === 'screens') return undefined;
    return load.kind === 'new-part' ? addPart(gap, load.component) : moveTo(load.items, gap);
  }

  useDropTarget(list, {
    over(load, x, y) {
      const at = markAt(x, y);
      const takes = dropEdit(load, at) !== undefined;
      setMark(takes ? at : null);
      return takes;
    },
    leave: () => setMark(null),
    drop(load, x, y) {
      setMark(null);
      void change(dropEdit(load, markAt(x, y))).then(focusSelected);
    },
  });

  const { press } = useSteady({ press: (part: Pointer) => choose(part, true) });
  const optionOf = (part: Pointer, first: boolean) =>
    ({
      part,
      isSelected: isSelected(part),
      isTabbable: part === current || (current === undefined && first),
      mark: mark !== null && mark !== 'end' && mark.part === part ? (mark.after ? 'after' : 'before') : null,
      words: words.get(part) ?? '',
      onPress: press,
    }) as const;

  const isEmpty = ({ count, shown }: Fork) =>
    count === 0 && (shown === null || view.footer === null || !contains(shown, view.footer.pointer));
  const rows = rowsOf(view);
  const renderItems = () => (
    <>
      {rows.map((row, place) =>
        row.kind === 'item' ? (
          <EditablePart
            key={row.item.pointer}
            item={row.item}
            inBranch={row.inBranch}
            {...optionOf(row.item.pointer, place === 0)}
          />
        ) : (
          <Option
            key={row.fork.pointer}
            className={`ph-part ${styles.part} ${styles.fork}`}
            takesPresses
            {...optionOf(row.fork.pointer, place === 0)}
          >
            <ForkStrip
              branches={branches.get(row.fork.pointer) ?? []}
              shown={row.fork.shown}
              empty={isEmpty(row.fork)}
              onLook={(branch) => look(row.fork, branch)}
            />
          </Option>
        ),
      )}
      {mark === 'end' && <div className={styles.end} />}
      {rows.length === 0 && mark === null && <p className={styles.empty}>{t('phone.emptyScreen')}</p>}
    </>
  );

  return (
    <ScreenContent
      view={view}
      platform={platform}
      theme={theme}
      interactive={false}
      branding
      page={{
        role: 'listbox',
        'aria-label': t('phone.partsOf', { screen: view.title }),
        onKeyDown,
      }}
      pageRef={list}
      renderItems={renderItems}
      renderFooter={(footer) =>
        view.footer === null ? (
          footer
        ) : (
          <Option
            key={view.footer.pointer}
            className={`${styles.part} ${styles.footer}`}
            {...optionOf(view.footer.pointer, rows.length === 0)}
          >
            {footer}
          </Option>
        )
      }
    />
  );
}

interface OptionProps {
  part: Pointer;
  isSelected: boolean;
  isTabbable: boolean;
  mark: 'before' | 'after' | null;
  /** What is read out in place of the drawing. */
  words: string;
  /** The drawing hears presses itself. */
  takesPresses?: boolean;
  onPress(part: Pointer): void;
}

/** One part of a screen; drawn again only when it looks different. */
const EditablePart = memo(function EditablePart({
  item,
  inBranch,
  ...option
}: OptionProps & { item: Item; inBranch: boolean }) {
  return (
    <Option
      className={`ph-part ${styles.part}`}
      data-in-branch={inBranch || undefined}
      data-gap={item.gap}
      data-divider={item.divider || undefined}
      {...option}
    >
      <Part kind={item.kind} pointer={item.pointer} />
    </Option>
  );
});

/** What can be chosen and dragged around a part. */
function Option({
  part,
  isSelected,
  isTabbable,
  mark,
  words,
  takesPresses = false,
  onPress,
  children,
  ...look
}: OptionProps & HTMLAttributes<HTMLDivElement>) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the list box around the parts
    <div
      {...look}
      role="option"
      aria-selected={isSelected}
      tabIndex={isTabbable ? 0 : -1}
      data-part={part}
      onPointerDown={(event) => startDrag(event, () => ({ kind: 'parts', items: [part], label: words }))}
      onClick={() => onPress(part)}
    >
      {mark !== null && <span className={styles.mark} data-after={mark === 'after' || undefined} />}
      {/* The drawing is a picture of the part; its words are read out before it. */}
      <span className="visually-hidden">{words}</span>
      <div inert={!takesPresses} aria-hidden="true">
        {children}
      </div>
    </div>
  );
}
