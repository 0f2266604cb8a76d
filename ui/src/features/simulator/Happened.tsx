import { useEffect, useMemo, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useJourney } from '@/document';
import { t } from '@/i18n';
import { announce, Icon } from '@/kit';
import { happenings } from './happened';
import styles from './happened.module.css';
import { useRun, useRunStore } from './useRun';
import { shortMoment } from './words';

/** What happened, in order; the newest is in sight. A press shows its step. */
export function Happened({ onStep }: { onStep(step: string): void }) {
  const run = useRunStore();
  const journey = useJourney((state) => state.journey);
  const view = useRun((state) => state.view);
  const zone = useRun((state) => state.zone);
  const rows = useMemo(() => (view === null ? [] : happenings(view, journey)), [view, journey]);
  const list = useRef<HTMLOListElement>(null);
  const last = rows.at(-1);
  const told = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came last is what is scrolled to and told
  useEffect(() => {
    if (list.current !== null) list.current.scrollTop = list.current.scrollHeight;
    if (rows.length > told.current && last !== undefined)
      announce(`${shortMoment(last.at, zone)} ${last.words}. ${last.second}`);
    told.current = rows.length;
  }, [rows.length]);
  return (
    <section className={styles.box} aria-labelledby="simulator-happened" data-region="happened">
      <header className={styles.head}>
        <h3 id="simulator-happened" className={styles.title}>
          {t('simulator.happened')}
        </h3>
        <span className={styles.count}>{t('simulator.events', { count: rows.length })}</span>
      </header>
      <ol ref={list} className={styles.rows}>
        {rows.map((row) => (
          <li key={row.key}>
            <AriaButton
              className={styles.row}
              data-last={row === last || undefined}
              data-tone={row.tone}
              onPress={() => {
                if (row.step !== null) onStep(row.step);
                run.pause();
              }}
            >
              <span className={`${styles.time} tabular`}>{shortMoment(row.at, zone)}</span>
              <Icon name={row.icon} size={15} />
              <span className={styles.words} dir="auto">
                {row.words}
              </span>
              <span className={styles.second}>{row.second}</span>
            </AriaButton>
          </li>
        ))}
      </ol>
    </section>
  );
}
