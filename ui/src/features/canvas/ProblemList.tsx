import { useMemo } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { stepAt, useJourney, useJourneySession } from '@/document';
import { FixButton, mend } from '@/fixes';
import { t } from '@/i18n';
import { stepName } from '@/journey-words';
import { Icon, IconButton } from '@/kit';
import styles from './problems.module.css';

const WORST = { blocked: 0, risky: 1, advice: 2 } as const;

/** Everything that stands to be said about the journey, worst first. */
export function ProblemList({ onClose }: { onClose(): void }) {
  const session = useJourneySession();
  const journey = useJourney((state) => state.journey);
  const rows = useMemo(
    () =>
      journey.diagnostics
        .map((finding, index) => ({ id: `${index}`, finding }))
        .sort((a, b) => WORST[a.finding.severity] - WORST[b.finding.severity]),
    [journey.diagnostics],
  );
  return (
    <section className={styles.strip} aria-label={t('journeys.problems')} data-region="problems">
      <header className={styles.head}>
        <h2 className={styles.title}>{t('journeys.problems')}</h2>
        {rows.length === 0 && (
          <span className={styles.clear}>
            <Icon name="ok" size={14} />
            {t('journeys.allClear')}
          </span>
        )}
        <span className={styles.space} />
        <IconButton icon="close" size="panel" label={t('canvas.close')} onPress={onClose} />
      </header>
      <GridList
        className={styles.list}
        aria-label={t('journeys.problems')}
        selectionMode="none"
        items={rows}
        dependencies={[journey]}
        onAction={(id) => {
          const row = rows.find((known) => known.id === id);
          if (row !== undefined) session.goToPlace(row.finding.place.pointer);
        }}
      >
        {({ id, finding }) => {
          const step = stepAt(journey, finding.place.pointer);
          return (
            <GridListItem id={id} textValue={finding.headline} className={styles.row}>
              <span className={styles.icon} data-severity={finding.severity}>
                <Icon name={finding.severity} size={14} />
                <span className="visually-hidden">{t(`kit.${finding.severity}`)}</span>
              </span>
              <span className={styles.headline} dir="auto">
                {finding.headline}
              </span>
              <span className={styles.place} dir="auto">
                {step === undefined ? '' : stepName(step)}
              </span>
              <span className={styles.space} />
              {finding.fixes[0] !== undefined && (
                <FixButton
                  size="row"
                  fix={finding.fixes[0]}
                  onFix={(fix) => void mend(session, finding, fix)}
                />
              )}
            </GridListItem>
          );
        }}
      </GridList>
    </section>
  );
}
