import { DifferenceTable } from '@/differences';
import type { Diagnostic, Difference, PlanRow } from '@/host';
import { t } from '@/i18n';
import { kindName } from '@/journey-words';
import { Button, Icon, Tag } from '@/kit';
import styles from './differences.module.css';
import { failing, kindIcon } from './PlanRows';

/** What differs between what is live and what will be, or what stops it. */
export function Differences({
  row,
  onShow,
  onTests,
}: {
  row: PlanRow;
  onShow(shown: PlanRow, pointer: string | null): void;
  /** Opens the tests of a journey. */
  onTests(journey: string): void;
}) {
  const failed = failing(row);
  return (
    <section className={styles.box} aria-labelledby="differences">
      <header className={styles.head}>
        <Icon name={kindIcon(row.kind)} />
        <h2 id="differences" className={styles.title}>
          <bdi>{row.name}</bdi>
        </h2>
        {row.differences.length > 0 && (
          <Tag>{t('publish.differences', { count: row.differences.length })}</Tag>
        )}
      </header>
      <Findings findings={row.blocked} tone="blocked" onShow={(pointer) => onShow(row, pointer)} />
      {failed.length > 0 && (
        <ul className={styles.blocked}>
          {failed.map((test) => (
            <li key={test.at}>
              <Icon name="blocked" />
              <span>
                {t('publish.testFails', { name: test.name ?? test.at })}{' '}
                <bdi>{test.differences[0]?.sentence}</bdi>
              </span>
              <Button size="row" onPress={() => onTests(row.document)}>
                {t('publish.show')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Findings findings={row.risky} tone="risky" onShow={(pointer) => onShow(row, pointer)} />
      {row.differences.length > 0 && (
        <DifferenceTable
          differences={row.kind === 'journey' ? row.differences.map(withKind) : row.differences}
          before={{ icon: 'live', title: t('publish.liveNow'), none: t('publish.notThere') }}
          after={{ icon: 'publish', title: t('publish.after'), none: t('publish.goesAway') }}
          labelledBy="differences"
        />
      )}
    </section>
  );
}

/** Of a step that came or went its kind is told, by the name people know. */
function withKind(difference: Difference): Difference {
  const { parts, before, after } = difference;
  if (parts.length !== 1 || parts[0]?.part !== 'step') return difference;
  const named = (kind: string | null) => (kind === null ? null : kindName(kind));
  return { ...difference, before: named(before), after: named(after) };
}

function Findings({
  findings,
  tone,
  onShow,
}: {
  findings: readonly Diagnostic[];
  tone: 'blocked' | 'risky';
  onShow(pointer: string): void;
}) {
  if (findings.length === 0) return null;
  return (
    <ul className={styles[tone]}>
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.place.pointer}`}>
          <Icon name={tone} />
          <span>
            <span className="visually-hidden">{t(`kit.${tone}`)}: </span>
            <bdi>{finding.headline}</bdi>
          </span>
          <Button size="row" onPress={() => onShow(finding.place.pointer)}>
            {t('publish.show')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
