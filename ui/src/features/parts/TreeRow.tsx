import type { CSSProperties, MouseEvent } from 'react';
import { startDrag } from '@/document';
import { partIcon, partName, wordsText } from '@/flow-words';
import { t } from '@/i18n';
import { Icon } from '@/kit';
import type { Row } from './tree';
import styles from './tree.module.css';

/** What stands in a row. */
export function rowWords(row: Row): string {
  if (row.kind === 'branch') return row.list.words === null ? '' : wordsText(row.list.words);
  return row.part.label === '' ? partName(row.part.type) : row.part.label;
}

/** One part, or one branch, of the tree. */
export function TreeRow({
  row,
  level,
  isSelected,
  isTabbable,
  mark,
  onChoose,
  onFold,
  onOpen,
  onMenu,
  load,
}: {
  row: Row;
  level: number;
  isSelected: boolean;
  isTabbable: boolean;
  mark: 'before' | 'after' | 'in' | undefined;
  onChoose(event: MouseEvent): void;
  onFold(): void;
  onOpen(): void;
  onMenu(event: MouseEvent): void;
  load: Parameters<typeof startDrag>[1];
}) {
  const kind = row.kind === 'part' ? partName(row.part.type) : '';
  const words = rowWords(row);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the group around the rows
    <div
      role="treeitem"
      aria-level={level}
      aria-selected={isSelected}
      aria-expanded={row.open ?? undefined}
      tabIndex={isTabbable ? 0 : -1}
      className={styles.row}
      data-row={row.id}
      data-kind={row.kind}
      data-mark={mark}
      style={{ '--depth': row.depth } as CSSProperties}
      onPointerDown={(event) => startDrag(event, load)}
      onClick={onChoose}
      onDoubleClick={onOpen}
      onContextMenu={onMenu}
    >
      {row.open === null ? (
        <span className={styles.noFold} />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          className={styles.fold}
          data-open={row.open || undefined}
          onClick={(event) => {
            event.stopPropagation();
            onFold();
          }}
        >
          <Icon name="chevronEnd" size={11} />
        </button>
      )}
      {row.kind === 'part' && <Icon name={partIcon(row.part.type)} size={13} />}
      <span className={styles.words} dir="auto">
        {words}
      </span>
      {row.kind === 'branch' && row.list.parts.length === 0 && (
        <span className={styles.hint}>{t('parts.emptyBranch')}</span>
      )}
      {row.kind === 'part' && words !== kind && <span className={styles.hint}>{kind}</span>}
    </div>
  );
}
