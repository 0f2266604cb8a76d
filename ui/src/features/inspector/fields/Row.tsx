import type { ReactNode } from 'react';
import type { Value } from '@/host';
import { number, t } from '@/i18n';
import { IconButton, Menu, type MenuGroup } from '@/kit';
import { fitting, type Source } from '@/sending';
import { sourceWords } from '../words';
import styles from './fields.module.css';

/** Above a field: its name, letters used, and the button that takes the value from elsewhere. */
export function Row({
  label,
  used,
  limit,
  bind,
  children,
}: {
  label: string;
  used?: number | undefined;
  limit?: number | undefined;
  bind?: ReactNode;
  children: ReactNode;
}) {
  const over = used !== undefined && limit !== undefined && used > limit;
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <span className={styles.label} aria-hidden="true">
          {label}
        </span>
        {bind}
        {used !== undefined && limit !== undefined && (
          <span className={`${styles.counter} tabular`} data-over={over || undefined}>
            {number(used)}/{number(limit)}
            {over && <span className="visually-hidden"> {t('kit.overLimit')}</span>}
          </span>
        )}
      </div>
      {children}
    </div>
  );
}

/** Offers the answers and data values a property takes. */
export function BindButton({
  label,
  sources,
  accepted,
  onChoose,
  onWork,
}: {
  label: string;
  sources: readonly Source[];
  accepted: readonly string[];
  onChoose(text: string): void;
  /** Begins to work the value out, where that is possible. */
  onWork?: (() => void) | undefined;
}) {
  const groups = bindGroups(fitting(sources, accepted), onChoose);
  const work: MenuGroup[] =
    onWork === undefined
      ? []
      : [{ entries: [{ id: 'work', label: t('inspector.workOut'), icon: 'bind', run: onWork }] }];
  const all = [...groups, ...work];
  const shown: MenuGroup[] =
    groups.length > 0
      ? all
      : [{ entries: [{ id: 'none', label: t('inspector.noSources'), isDisabled: true }] }, ...work];
  return (
    <span className={styles.bind}>
      <Menu label={t('inspector.takeFrom', { label })} groups={shown} placement="bottom end">
        <IconButton icon="bind" size="panel" label={t('inspector.takeFrom', { label })} />
      </Menu>
    </span>
  );
}

/** Sources as a menu, one group a screen. */
export function bindGroups(sources: readonly Source[], onChoose: (text: string) => void): MenuGroup[] {
  const groups = new Map<string, MenuGroup & { entries: { id: string; label: string; run: () => void }[] }>();
  for (const source of sources) {
    const title = source.screen?.title ?? t('inspector.thisScreen');
    const group = groups.get(title) ?? { title, entries: [] };
    group.entries.push({
      id: source.text,
      label: sourceWords({ ...source, screen: null }),
      run: () => onChoose(source.text),
    });
    groups.set(title, group);
  }
  return [...groups.values()];
}

/** Letters as people count them. */
export function letters(value: Value | undefined): number {
  return typeof value === 'string' ? [...value].length : 0;
}
