import type { Difference, PlanRow } from '@/host';
import { t } from '@/i18n';
import { Button, Icon, Tag } from '@/kit';
import styles from './differences.module.css';
import { wordsDiff } from './words-diff';

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
        <table className={styles.table} aria-labelledby="differences">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('publish.place')}</span>
              </th>
              <th scope="col">
                <span className={styles.column}>
                  <Icon name="live" size={14} />
                  {t('publish.liveNow')}
                </span>
              </th>
              <th scope="col">
                <span className={styles.column}>
                  <Icon name="publish" size={14} />
                  {t('publish.after')}
                </span>
              </th>
            </tr>
          </thead>
          <tbody>
            {row.differences.map((difference, index) => (
              <Line key={`${index} ${difference.place}`} difference={difference} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Line({ difference }: { difference: Difference }) {
  const pieces = wordsDiff(difference.before ?? '', difference.after ?? '');
  return (
    <tr>
      <th scope="row" className={styles.place} dir="auto">
        {difference.place}
      </th>
      <td>
        <div className={styles.text} dir="auto">
          {difference.before === null ? (
            <em className={styles.none}>{t('publish.notThere')}</em>
          ) : (
            pieces
              .filter(({ kind }) => kind !== 'added')
              .map((piece, index) =>
                piece.kind === 'removed' ? (
                  <del key={index}>
                    <span className="visually-hidden">{t('publish.removed')} </span>
                    {piece.text}
                  </del>
                ) : (
                  <span key={index}>{piece.text}</span>
                ),
              )
          )}
        </div>
      </td>
      <td>
        <div className={styles.text} dir="auto">
          {difference.after === null ? (
            <em className={styles.none}>{t('publish.goesAway')}</em>
          ) : (
            pieces
              .filter(({ kind }) => kind !== 'removed')
              .map((piece, index) =>
                piece.kind === 'added' ? (
                  <ins key={index}>
                    <span className="visually-hidden">{t('publish.added')} </span>
                    {piece.text}
                  </ins>
                ) : (
                  <span key={index}>{piece.text}</span>
                ),
              )
          )}
        </div>
      </td>
    </tr>
  );
}
