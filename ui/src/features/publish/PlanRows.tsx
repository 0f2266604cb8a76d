import { Button as AriaButton } from 'react-aria-components';
import type { Plan, PlanAction, PlanRow } from '@/host';
import { t } from '@/i18n';
import { Icon, type IconName } from '@/kit';
import styles from './publish.module.css';

const ICONS: Record<PlanAction, IconName> = {
  create: 'create',
  change: 'edit',
  replace: 'refresh',
  skip: 'skip',
  blocked: 'blocked',
};
const ORDER: readonly PlanAction[] = ['blocked', 'create', 'change', 'replace', 'skip'];

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
  progress,
}: {
  plan: Plan;
  /** The Flow whose differences show below. */
  open: string | null;
  onOpen(flow: string | null): void;
  progress: { flow: string | null; step: string | null } | null;
}) {
  const rows = [...plan.rows].sort((a, b) => ORDER.indexOf(a.action) - ORDER.indexOf(b.action));
  return (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <Row
          key={row.flow}
          row={row}
          isOpen={open === row.flow}
          onToggle={() => onOpen(open === row.flow ? null : row.flow)}
          step={progress !== null && progress.flow === row.flow ? progress.step : null}
        />
      ))}
    </ul>
  );
}

function Row({
  row,
  isOpen,
  onToggle,
  step,
}: {
  row: PlanRow;
  isOpen: boolean;
  onToggle(): void;
  step: string | null;
}) {
  const hasMore = row.differences.length > 0 || row.blocked.length > 0;
  const content = (
    <>
      <span className={`${styles.action} ${styles[row.action]}`}>
        <Icon name={ICONS[row.action]} />
        {t(`publish.${row.action}`)}
      </span>
      <Icon name="flow" className={styles.kind} />
      <span className={styles.what}>
        <span className={styles.name}>{t('publish.flowNamed', { name: row.name })}</span>
        {row.action !== 'skip' && (
          <span className={styles.second}>{t('publish.screens', { count: row.screens })}</span>
        )}
      </span>
      <span className={styles.reason} aria-live="polite">
        {step === null ? (
          row.reason
        ) : (
          <>
            <span className={styles.ring} />
            {step}
          </>
        )}
      </span>
      {hasMore ? <Icon name={isOpen ? 'chevronDown' : 'chevronEnd'} /> : <span />}
    </>
  );
  return (
    <li className={`${styles.item} ${row.action === 'skip' ? styles.quiet : ''}`}>
      {hasMore ? (
        <AriaButton className={styles.row} aria-expanded={isOpen} onPress={onToggle}>
          {content}
        </AriaButton>
      ) : (
        <div className={styles.row}>{content}</div>
      )}
    </li>
  );
}
