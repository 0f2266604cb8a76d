import { useId } from 'react';
import type { JourneyStarter } from '@/host';
import { t } from '@/i18n';
import { Button } from '@/kit';
import { JourneyStarterCard } from './JourneyStarterCard';
import styles from './journeys.module.css';

/** Which of them are wanted. */
export interface Wanted {
  /** Words somebody looks for; empty: any. */
  readonly typed: string;
  /** Of this trade; null: of any. */
  readonly trade: string | null;
}

/** Those that have every word in them, and are for the trade. */
export function journeysFor(
  starters: readonly JourneyStarter[],
  { typed, trade }: Wanted,
  tradeName: (trade: string) => string,
): JourneyStarter[] {
  const words = typed.toLocaleLowerCase().split(/\s+/u);
  return starters.filter((starter) => {
    const text = [starter.title, starter.about, ...starter.trades.map(tradeName)]
      .join(' ')
      .toLocaleLowerCase();
    return (trade === null || starter.trades.includes(trade)) && words.every((word) => text.includes(word));
  });
}

/** Finished journeys in one row that goes on to the side. Nothing where there is none. */
export function JourneyShelf({
  starters,
  isBusy,
  onUse,
  onAll,
}: {
  starters: readonly JourneyStarter[];
  isBusy: boolean;
  onUse(starter: JourneyStarter): void;
  onAll(): void;
}) {
  const id = useId();
  if (starters.length === 0) return null;
  return (
    <section className={styles.shelf} aria-labelledby={id}>
      <header className={styles.shelfHead}>
        <h2 className={styles.shelfTitle} id={id}>
          {t('journeys.shelf')}
        </h2>
        <p className={styles.shelfLead}>{t('journeys.shelfLead')}</p>
        <Button variant="quiet" size="small" iconEnd="next" onPress={onAll}>
          {t('journeys.all')}
        </Button>
      </header>
      <ul className={styles.row}>
        {starters.map((starter) => (
          <li key={starter.id}>
            <JourneyStarterCard starter={starter} isBusy={isBusy} onUse={() => onUse(starter)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
