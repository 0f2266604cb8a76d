import { Button as AriaButton } from 'react-aria-components';
import type { FlowCard } from '@/host';
import { day, t } from '@/i18n';
import { Button, EntryWords, entry, Tag } from '@/kit';
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
        <AriaButton key={flow.id} className={entry.card} onPress={() => onOpen(flow.id)}>
          <EntryWords
            icon="flow"
            name={<bdi>{flow.name}</bdi>}
            second={t('gallery.edited', { when: day(Number(flow.editedAt)) })}
          />
          <StateTag flow={flow} />
        </AriaButton>
      ))}
      <Button variant="quiet" iconEnd="next" className={styles.all} onPress={onAll}>
        {t('gallery.all')}
      </Button>
    </section>
  );
}
