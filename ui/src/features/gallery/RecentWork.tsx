import { Button as AriaButton } from 'react-aria-components';
import type { FlowCard } from '@/host';
import { day, t } from '@/i18n';
import { Button, Icon, Tag } from '@/kit';
import styles from './gallery.module.css';

/** How a Flow stands, worst first. */
export function StateTag({ flow }: { flow: FlowCard }) {
  if (flow.blocked > 0) {
    return (
      <Tag tone="blocked" icon="blocked">
        {t('kit.blockedCount', { count: flow.blocked })}
      </Tag>
    );
  }
  if (flow.live === 'live') {
    return (
      <Tag tone="ok" icon="ok">
        {t('gallery.live')}
      </Tag>
    );
  }
  if (flow.live === 'changed') return <Tag tone="accent">{t('gallery.changed')}</Tag>;
  return <Tag>{t('gallery.draft')}</Tag>;
}

export function RecentWork({
  flows,
  onOpen,
  onAll,
}: {
  flows: readonly FlowCard[];
  onOpen(flow: string): void;
  onAll(): void;
}) {
  return (
    <section className={styles.recent} aria-label={t('gallery.recent')}>
      {flows.slice(0, 3).map((flow) => (
        <AriaButton key={flow.id} className={styles.recentCard} onPress={() => onOpen(flow.id)}>
          <span className={styles.recentIcon}>
            <Icon name="flow" />
          </span>
          <span className={styles.recentWords}>
            <span className={styles.recentName}>
              <bdi>{flow.name}</bdi>
            </span>
            <span className={styles.recentWhen}>
              {t('gallery.edited', { when: day(Number(flow.editedAt)) })}
            </span>
          </span>
          <StateTag flow={flow} />
        </AriaButton>
      ))}
      <Button variant="quiet" iconEnd="next" className={styles.all} onPress={onAll}>
        {t('gallery.all')}
      </Button>
    </section>
  );
}
