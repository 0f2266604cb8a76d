import { useEffect } from 'react';
import type { MetaWords, PublishOutcome, Report, ReportRow } from '@/host';
import { t } from '@/i18n';
import { announce, Button, Icon, type IconName, interrupt } from '@/kit';
import { kindIcon, rowName } from './PlanRows';
import styles from './publish.module.css';
import extra from './report.module.css';

const ICONS: Record<PublishOutcome, IconName> = {
  published: 'ok',
  submitted: 'wait',
  removed: 'ok',
  skipped: 'skip',
  refused: 'blocked',
  unfinished: 'wait',
};

/** One sentence on the whole run. */
export function summary(report: Report): string {
  const count = (outcome: PublishOutcome) => report.rows.filter((row) => row.outcome === outcome).length;
  const live = count('published') + count('skipped') + count('removed');
  const all = report.rows.length;
  if (report.complete && live === all) return t('publish.allLive', { count: all });
  const submitted = count('submitted');
  if (submitted === all) return t('publish.allSubmitted', { count: all });
  const parts = [t('publish.someLive', { live, all })];
  if (submitted > 0) parts.push(t('publish.submittedCount', { count: submitted }));
  const refused = count('refused');
  const left = count('unfinished');
  if (refused > 0) parts.push(t('publish.refusedCount', { count: refused }));
  if (left > 0) parts.push(t('publish.leftCount', { count: left }));
  return parts.join(' ');
}

function title(report: Report): string {
  if (!report.complete) return t('publish.notDone');
  if (report.rows.some((row) => row.kind === 'journey')) return t('publish.journeyDone');
  const waits = report.rows.some((row) => row.outcome === 'submitted');
  return t(waits ? 'publish.sentIn' : 'publish.done');
}

export function ReportRows({
  report,
  onShow,
  onGoOn,
  onReplace,
  backLabel,
  onClose,
}: {
  report: Report;
  backLabel: string;
  onShow(shown: ReportRow, pointer: string | null): void;
  onGoOn(): void;
  onReplace(flow: string): void;
  onClose(): void;
}) {
  const words = summary(report);
  useEffect(() => {
    if (report.complete) announce(words);
    else interrupt(words);
  }, [report.complete, words]);
  return (
    <>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>{title(report)}</h1>
          <p className={styles.lead}>{words}</p>
        </div>
        <div className={styles.acts}>
          {report.complete ? (
            <Button variant="primary" onPress={onClose}>
              {backLabel}
            </Button>
          ) : (
            <>
              <Button onPress={onClose}>{backLabel}</Button>
              <Button variant="primary" onPress={onGoOn}>
                {t('publish.goOn')}
              </Button>
            </>
          )}
        </div>
      </header>
      <ul className={styles.rows}>
        {report.rows.map((row) => (
          <Row key={row.document} row={row} onShow={onShow} onReplace={onReplace} />
        ))}
      </ul>
    </>
  );
}

function Row({
  row,
  onShow,
  onReplace,
}: {
  row: ReportRow;
  onShow(shown: ReportRow, pointer: string | null): void;
  onReplace(flow: string): void;
}) {
  return (
    <li className={`${styles.item} ${row.outcome === 'skipped' ? styles.quiet : ''}`}>
      <div className={styles.row}>
        <span className={`${styles.action} ${styles[row.outcome]}`}>
          <Icon name={ICONS[row.outcome]} />
          {t(
            row.kind === 'journey' && row.outcome === 'published' ? 'publish.kept' : `publish.${row.outcome}`,
          )}
        </span>
        <Icon name={kindIcon(row.kind)} className={styles.kind} />
        <span className={styles.what}>
          <span className={styles.name}>{rowName(row)}</span>
        </span>
        <span className={styles.reason}>
          <bdi>{row.sentence}</bdi>
        </span>
        <span />
      </div>
      {(row.error !== null || row.validation.length > 0 || row.offerNew) && (
        <div className={extra.more}>
          {row.error !== null && row.error.sentence !== row.sentence && <p>{row.error.sentence}</p>}
          {row.validation.length > 0 && (
            <ul className={extra.findings}>
              {row.validation.map((finding, index) => (
                <li key={`${index} ${finding.place.pointer}`}>
                  <Icon name="blocked" size={14} />
                  <span>
                    {finding.headline}
                    <q className={extra.meta}>{finding.message}</q>
                  </span>
                  <Button size="row" onPress={() => onShow(row, finding.place.pointer)}>
                    {t('publish.show')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {row.error?.meta != null && <Words meta={row.error.meta} />}
          {row.offerNew && (
            <div className={extra.offer}>
              <p>{t('publish.offerNew')}</p>
              <Button icon="create" onPress={() => onReplace(row.document)}>
                {t('publish.asNew')}
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}

/** What Meta said, exactly. */
function Words({ meta }: { meta: MetaWords }) {
  return (
    <details className={extra.words}>
      <summary>{t('publish.metasWords')}</summary>
      <p className="selectable" dir="auto">
        {[meta.title, meta.message, meta.details].filter((part) => part !== null).join('. ')}
      </p>
      <p className={extra.code}>
        {t('publish.metaCode', {
          code: String(meta.code),
          subcode: meta.subcode === null ? '–' : String(meta.subcode),
        })}
        {meta.trace !== null && ` · ${meta.trace}`}
      </p>
    </details>
  );
}
