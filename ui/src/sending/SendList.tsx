import { useEffect, useRef, useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import type { Edit } from '@/host';
import { number, t } from '@/i18n';
import { Button, Checkbox, Icon, Menu, type MenuGroup } from '@/kit';
import {
  checklist,
  fillOpen,
  type OpenRow,
  type SendGroup,
  type Sending,
  type SendRow,
  sendNoMore,
  sendOn,
} from './checklist';
import styles from './sending.module.css';
import { ownName, type Source } from './sources';

/** With more rows than this, those of screens before start folded. */
const FOLD_FROM = 9;

/** What can be sent on, to be ticked; and what the next screen still waits for. */
export function SendList({ sending, change }: { sending: Sending; change(edit: Edit): unknown }) {
  const { groups, open } = checklist(sending);
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const tick = (source: Source, on: boolean) =>
    void change(on ? sendOn(sending, source) : sendNoMore(sending, source));
  const list = useFocusKept(open.length);
  return (
    <fieldset ref={list} className={styles.list} aria-label={t('sending.title')}>
      {open.map((row) => (
        <Waiting key={row.key} row={row} fill={(source) => void change(fillOpen(sending, row.key, source))} />
      ))}
      {rows === 0 && <p className={styles.none}>{t('sending.nothing')}</p>}
      {groups.map((group) => (
        <Group key={group.screen?.id ?? ''} group={group} folds={rows >= FOLD_FROM} tick={tick} />
      ))}
    </fieldset>
  );
}

/** When something waited for is chosen, its button goes; the focus then goes to what comes next. */
function useFocusKept(waiting: number) {
  const list = useRef<HTMLFieldSetElement>(null);
  const before = useRef(waiting);
  useEffect(() => {
    const fewer = waiting < before.current;
    before.current = waiting;
    if (!fewer) return;
    // The menu gives the focus back in a frame of its own.
    const keep = () => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body)
        list.current?.querySelector<HTMLElement>('button, input')?.focus();
    };
    requestAnimationFrame(() => requestAnimationFrame(keep));
  }, [waiting]);
  return list;
}

/** What can be sent from one screen. */
function Group({
  group,
  folds,
  tick,
}: {
  group: SendGroup;
  folds: boolean;
  tick(source: Source, on: boolean): void;
}) {
  const [open, setOpen] = useState(group.screen === null || !folds);
  const sent = group.rows.filter((row) => row.keys.length > 0).length;
  const title = group.screen?.title ?? t('sending.thisScreen');
  return (
    <fieldset aria-label={title} className={styles.group}>
      {group.screen === null ? (
        <span className={styles.head}>{title}</span>
      ) : (
        <PlainButton className={styles.head} aria-expanded={open} onPress={() => setOpen(!open)}>
          <Icon name={open ? 'chevronDown' : 'chevronEnd'} size={12} />
          <bdi className={styles.words}>{title}</bdi>
          {sent > 0 && (
            <span className={styles.count}>
              {number(sent)}
              <span className="visually-hidden"> {t('sending.sent', { count: sent })}</span>
            </span>
          )}
        </PlainButton>
      )}
      {open &&
        group.rows.map((row) => (
          <Checkbox
            key={row.source.text}
            isSelected={row.keys.length > 0}
            onChange={(on) => tick(row.source, on)}
          >
            <bdi className={styles.label}>
              {row.source.kind === 'data'
                ? t('sending.dataValue', { name: row.source.label })
                : row.source.label}
            </bdi>
            <SentAs row={row} />
          </Checkbox>
        ))}
    </fieldset>
  );
}

/** The name it is sent under, where that is not its own. */
function SentAs({ row: { source, keys } }: { row: SendRow }) {
  const others = keys.filter((key) => key !== ownName(source));
  if (others.length === 0) return null;
  return <span className={styles.second}> {t('sending.sentAs', { name: others.join(', ') })}</span>;
}

/** Something the next screen waits for. */
function Waiting({ row: { key, sources }, fill }: { row: OpenRow; fill(source: Source): void }) {
  const label = t('sending.chooseFor', { name: key });
  return (
    <div className={styles.open}>
      <span className={styles.words}>
        <Icon name="warning" size={13} />
        <span>{t('sending.waitsFor', { name: key })}</span>
      </span>
      <Menu label={label} placement="bottom start" groups={menuOf(sources, fill)}>
        <Button size="small" aria-label={label}>
          {t('sending.choose')}
        </Button>
      </Menu>
    </div>
  );
}

function menuOf(sources: readonly Source[], fill: (source: Source) => void): MenuGroup[] {
  if (sources.length === 0)
    return [{ entries: [{ id: 'none', label: t('sending.noneFits'), isDisabled: true }] }];
  const titles = [...new Set(sources.map((source) => source.screen?.title ?? t('sending.thisScreen')))];
  return titles.map((title) => ({
    title,
    entries: sources
      .filter((source) => (source.screen?.title ?? t('sending.thisScreen')) === title)
      .map((source) => ({
        id: source.text,
        label: source.kind === 'data' ? t('sending.dataValue', { name: source.label }) : source.label,
        run: () => fill(source),
      })),
  }));
}
