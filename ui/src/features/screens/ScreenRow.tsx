import { type MouseEvent, memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { type Load, startDrag } from '@/document';
import type { Screen } from '@/host';
import { number, t } from '@/i18n';
import { Icon, type IconName } from '@/kit';
import styles from './screens.module.css';

/** What can be done with a row; stays the same, so that only rows that changed are drawn again. */
export type RowHands = {
  /** With nothing the title stays. */
  rename(screen: Screen, title: string | null): void;
  startRename(screen: Screen): void;
  choose(screen: Screen, event: MouseEvent): void;
  fold(screen: Screen): void;
  menu(screen: Screen, event: MouseEvent): void;
  load(screen: Screen): Load;
};

/** One screen in the list, with what stands below it when it is open. */
export const ScreenRow = memo(function ScreenRow({
  screen,
  severity,
  isSelected,
  isTabbable,
  open,
  mark,
  renaming,
  hands,
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
  hands: RowHands;
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
          if (!renaming) startDrag(event, () => hands.load(screen));
        }}
        onClick={(event) => hands.choose(screen, event)}
        onDoubleClick={() => hands.startRename(screen)}
        onContextMenu={(event) => hands.menu(screen, event)}
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
              hands.fold(screen);
            }}
          >
            <Icon name="chevronEnd" size={12} />
          </button>
        )}
        <span className={`${styles.number} tabular`}>{number(screen.index + 1)}</span>
        {renaming ? (
          <TitleField screen={screen} onDone={(title) => hands.rename(screen, title)} />
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
});

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
