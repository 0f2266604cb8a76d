import type { JourneyLive } from '@/host';
import { date, t } from '@/i18n';
import { Icon, IconButton } from '@/kit';
import styles from './canvas.module.css';

/** What the marks on the cards say, in words. */
export function LiveBar({ live, onClose }: { live: JourneyLive; onClose(): void }) {
  const { steps, settings } = live.changes;
  const count = (change: 'added' | 'changed' | 'removed') =>
    steps.filter((step) => step.change === change).length;
  const parts = (['added', 'changed', 'removed'] as const)
    .filter((change) => count(change) > 0)
    .map((change) => t(`canvas.count.${change}`, { count: count(change) }));
  if (settings.length > 0) parts.push(t('canvas.count.settings'));
  const day = date(Number(live.at));
  const words =
    parts.length === 0
      ? t('canvas.sameAsLive', { day })
      : t('canvas.comparedWithLive', { day, changes: parts.join(', ') });
  return (
    <div className={styles.path} role="status">
      <Icon name="live" size={14} />
      <span className={styles.pathWords} title={words}>
        {words}
      </span>
      <IconButton icon="close" size="panel" label={t('canvas.close')} onPress={onClose} />
    </div>
  );
}
