import { DifferenceTable } from '@/differences';
import type { PlanRow } from '@/host';
import { t } from '@/i18n';
import { Button, Icon, Tag } from '@/kit';
import styles from './differences.module.css';

/** What differs between what is live and what will be, or what stops it. */
export function Differences({
  row,
  onShow,
}: {
  row: PlanRow;
  onShow(shown: PlanRow, pointer: string | null): void;
}) {
  return (
    <section className={styles.box} aria-labelledby="differences">
      <header className={styles.head}>
        <Icon name={row.kind === 'flow' ? 'flow' : 'template'} />
        <h2 id="differences" className={styles.title}>
          <bdi>{row.name}</bdi>
        </h2>
        {row.differences.length > 0 && (
          <Tag>{t('publish.differences', { count: row.differences.length })}</Tag>
        )}
      </header>
      {row.blocked.length > 0 && (
        <ul className={styles.blocked}>
          {row.blocked.map((finding) => (
            <li key={`${finding.rule} ${finding.place.pointer}`}>
              <Icon name="blocked" />
              <span>{finding.headline}</span>
              <Button size="row" onPress={() => onShow(row, finding.place.pointer)}>
                {t('publish.show')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {row.differences.length > 0 && (
        <DifferenceTable
          differences={row.differences}
          before={{ icon: 'live', title: t('publish.liveNow'), none: t('publish.notThere') }}
          after={{ icon: 'publish', title: t('publish.after'), none: t('publish.goesAway') }}
          labelledBy="differences"
        />
      )}
    </section>
  );
}
