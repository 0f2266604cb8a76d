import { useEffect, useState } from 'react';
import { host, type TrialStanding, type WireError } from '@/host';
import { clock, isKey, t } from '@/i18n';
import { Alert, Icon, type IconName } from '@/kit';
import styles from './trial.module.css';

/** So often it is asked how far a message has got, in ms: more seldom after a while. */
const SOON_MS = 1000;
const LATE_MS = 5000;
const SOON_TIMES = 30;

/** The way of every message. */
const WAY = ['SENT', 'DELIVERED', 'READ'] as const;

/** How far the message has got, and what became of it. */
export function Progress({ account, id }: { account: string; id: string }) {
  const { standing, error } = useFollowed(account, id);
  const events = standing?.events ?? [];
  const at = (status: string) => events.find((event) => event.status === status)?.at;
  const failed = standing !== null && (standing.failed !== null || at('FAILED') !== undefined);
  // What came later was on the way before it: Meta need not tell of each step.
  const furthest = WAY.findLastIndex((status) => at(status) !== undefined);
  return (
    <section className={styles.progress} aria-label={t('trial.progress')} aria-live="polite">
      <ol>
        <Step icon="ok" words={t('trial.status.ACCEPTED')} />
        {WAY.map((status, place) => {
          const when = at(status);
          const done = place <= furthest;
          if (failed && !done) return null;
          return (
            <Step
              key={status}
              icon={done ? 'ok' : 'wait'}
              words={t(`trial.status.${status}`)}
              second={when === undefined ? undefined : clock(Number(when))}
            />
          );
        })}
        {failed && <Step icon="refused" words={t('trial.status.FAILED')} />}
        {events
          .filter(({ status }) => !isKey(`trial.status.${status}`))
          .map(({ status, at: when }) => (
            <Step key={status} icon="info" words={status} second={clock(Number(when))} />
          ))}
      </ol>
      {standing?.failed != null && (
        <p className={styles.failed}>
          {standing.failed}
          {standing.code !== null && <span dir="ltr"> ({standing.code})</span>}
        </p>
      )}
      {standing?.price != null && (
        <p className={styles.price}>
          {standing.price.currency === null
            ? t('trial.free')
            : t('trial.price', { amount: `${standing.price.amount} ${standing.price.currency}` })}
        </p>
      )}
      {error !== null && <Alert>{error.sentence}</Alert>}
    </section>
  );
}

function Step({ icon, words, second }: { icon: IconName; words: string; second?: string | undefined }) {
  return (
    <li data-icon={icon}>
      <Icon name={icon} size={16} />
      <span>{words}</span>
      {second !== undefined && <time className="tabular">{second}</time>}
    </li>
  );
}

/** Asked again until it is read or has failed, or nobody looks any more. */
function useFollowed(
  account: string,
  id: string,
): { standing: TrialStanding | null; error: WireError | null } {
  const [standing, setStanding] = useState<TrialStanding | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  useEffect(() => {
    let timer: number | undefined;
    let gone = false;
    const ask = async (times: number): Promise<void> => {
      const answer = await host.trialFollow(account, id);
      if (gone) return;
      if (answer.ok) setStanding(answer.data);
      setError(answer.ok ? null : answer.error);
      const over =
        answer.ok && answer.data.events.some(({ status }) => status === 'READ' || status === 'FAILED');
      if (!over) timer = window.setTimeout(() => void ask(times + 1), times < SOON_TIMES ? SOON_MS : LATE_MS);
    };
    void ask(0);
    return () => {
      gone = true;
      window.clearTimeout(timer);
    };
  }, [account, id]);
  return { standing, error };
}
