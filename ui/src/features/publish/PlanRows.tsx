import { Button as AriaButton } from 'react-aria-components';
import type { Plan, PlanAction, PlanKind, PlanRow } from '@/host';
import { clock, day, isKey, type Key, languageName, t } from '@/i18n';
import { Checkbox, Icon, type IconName } from '@/kit';
import { isChange, type Left } from './Publish';
import styles from './publish.module.css';

const ICONS: Record<PlanAction, IconName> = {
  create: 'create',
  change: 'edit',
  replace: 'refresh',
  remove: 'blocked',
  skip: 'skip',
  wait: 'wait',
  blocked: 'blocked',
};
const ORDER: readonly PlanAction[] = ['blocked', 'wait', 'create', 'change', 'replace', 'remove', 'skip'];
const KINDS: Record<PlanKind, { icon: IconName; words: Key }> = {
  flow: { icon: 'flow', words: 'publish.flowNamed' },
  template: { icon: 'template', words: 'publish.templateNamed' },
  link: { icon: 'qr', words: 'publish.linkNamed' },
  journey: { icon: 'journey', words: 'publish.journeyNamed' },
};

/** "2 create, 1 change, 3 skip". */
export function PlanCounts({ plan }: { plan: Plan }) {
  return (
    <ul className={styles.counts}>
      {ORDER.map((action) => {
        const count = plan.rows.filter((row) => row.action === action).length;
        if (count === 0) return null;
        return (
          <li key={action} className={`${styles.count} ${styles[action]}`}>
            <Icon name={ICONS[action]} size={14} />
            <span>{t(`publish.${action}Count`, { count })}</span>
          </li>
        );
      })}
    </ul>
  );
}

export function PlanRows({
  plan,
  open,
  onOpen,
  left,
  progress,
}: {
  plan: Plan;
  /** The row whose differences show below. */
  open: string | null;
  onOpen(document: string | null): void;
  left: Left;
  progress: { document: string | null; step: string | null } | null;
}) {
  const rows = [...plan.rows].sort((a, b) => ORDER.indexOf(a.action) - ORDER.indexOf(b.action));
  const isTicked = rows.length > 1 || rows.some((row) => row.action === 'remove');
  return (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <Row
          key={row.document}
          row={row}
          isOpen={open === row.document}
          onToggle={() => onOpen(open === row.document ? null : row.document)}
          tick={isTicked ? left : null}
          isBusy={progress !== null}
          step={progress !== null && progress.document === row.document ? progress.step : null}
        />
      ))}
    </ul>
  );
}

/** "Flow “Booking”", "Template “Order sent”". */
export function rowName(row: { kind: PlanKind; name: string }): string {
  return t(KINDS[row.kind].words, { name: row.name });
}

/** The picture of what a row is about. */
export function kindIcon(kind: PlanKind): IconName {
  return KINDS[kind].icon;
}

/** Tests of a journey that do not come out as they have to. */
export function failing(row: PlanRow): PlanRow['tests'] {
  return row.tests.filter((test) => test.differences.length > 0);
}

/** Whether there is more to say of a row than fits into it. */
export function hasMore(row: PlanRow): boolean {
  return [row.differences, row.blocked, row.risky, failing(row)].some((list) => list.length > 0);
}

/** The text that a link writes for the person. */
function writes({ link }: PlanRow): string {
  const text = link === null ? null : new URL(link).searchParams.get('text');
  return text === null ? '' : t('publish.writes', { text });
}

function secondLine(row: PlanRow): string {
  if (row.kind === 'flow') return t('publish.screens', { count: row.screens });
  if (row.kind === 'journey') return t('publish.steps', { count: row.screens });
  if (row.kind === 'link') return writes(row);
  const category = `composer.category.${row.category ?? ''}`;
  const words = [
    row.language === null ? '' : languageName(row.language.replace('_', '-')),
    isKey(category) ? t(category) : '',
  ];
  return words.filter((word) => word !== '').join(' · ');
}

function Row({
  row,
  isOpen,
  onToggle,
  tick,
  isBusy,
  step,
}: {
  row: PlanRow;
  isOpen: boolean;
  onToggle(): void;
  /** Null when there is nothing to choose. */
  tick: Left | null;
  isBusy: boolean;
  step: string | null;
}) {
  const isMore = hasMore(row);
  const content = (
    <>
      <span className={`${styles.action} ${styles[row.action]}`}>
        <Icon name={ICONS[row.action]} />
        {t(`publish.${row.action}`)}
      </span>
      <Icon name={kindIcon(row.kind)} className={styles.kind} />
      <span className={styles.what}>
        <span className={styles.name}>{rowName(row)}</span>
        {row.action !== 'skip' && (
          <span className={styles.second}>
            <bdi>{secondLine(row)}</bdi>
          </span>
        )}
      </span>
      <span className={styles.reason} aria-live="polite">
        {step === null ? (
          <span>
            <bdi>{row.reason}</bdi>
            {row.action === 'remove' && tick?.has(row) === true && (
              <strong className={styles.until}> {t('publish.stays')}</strong>
            )}
            {row.waitUntil !== null && (
              <strong className={styles.until}>
                {' '}
                {t('publish.until', {
                  day: day(Number(row.waitUntil)),
                  time: clock(Number(row.waitUntil)),
                })}
              </strong>
            )}
          </span>
        ) : (
          <>
            <span className={styles.ring} />
            {step}
          </>
        )}
      </span>
      {isMore ? <Icon name={isOpen ? 'chevronDown' : 'chevronEnd'} /> : <span />}
    </>
  );
  return (
    <li
      className={`${styles.item} ${row.action === 'skip' ? styles.quiet : ''} ${tick === null ? '' : styles.ticked}`}
    >
      {tick !== null && (
        <span className={styles.tick}>
          {isChange(row) && (
            <Checkbox isSelected={!tick.has(row)} onChange={() => tick.toggle(row)} isDisabled={isBusy}>
              <span className="visually-hidden">{t('publish.take', { name: row.name })}</span>
            </Checkbox>
          )}
        </span>
      )}
      {isMore ? (
        <AriaButton className={styles.row} aria-expanded={isOpen} onPress={onToggle}>
          {content}
        </AriaButton>
      ) : (
        <div className={styles.row}>{content}</div>
      )}
    </li>
  );
}
