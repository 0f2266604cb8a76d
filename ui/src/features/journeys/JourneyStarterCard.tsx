import { Button as AriaButton } from 'react-aria-components';
import type { JourneyStarter } from '@/host';
import { t } from '@/i18n';
import { STAGES, StageMark } from '@/journey-words';
import { Icon } from '@/kit';
import styles from './journeys.module.css';

/** A finished journey: the stages it leads through, and how it says hello. */
export function JourneyStarterCard({
  starter,
  isBusy = false,
  onUse,
}: {
  starter: JourneyStarter;
  isBusy?: boolean;
  onUse(): void;
}) {
  const text = starter.chat?.bubble?.text;
  return (
    <AriaButton className={styles.starter} onPress={onUse} isDisabled={isBusy}>
      <span className={styles.picture} aria-hidden="true">
        <span className={styles.lanes}>
          {STAGES.map((stage) => (
            <span
              key={stage}
              className={styles.lane}
              data-stage={stage}
              data-there={starter.stages.includes(stage) || undefined}
            >
              <StageMark stage={stage} />
            </span>
          ))}
        </span>
        {text !== undefined && text !== null && (
          <span className={styles.bubble} dir={text.rtl ? 'rtl' : 'ltr'}>
            <span className={styles.words}>
              {text.lines
                .flatMap((line) => line.runs)
                .map((run) => run.text)
                .join('')}
            </span>
          </span>
        )}
      </span>
      <span className={styles.title}>{starter.title}</span>
      <span className={styles.about}>{starter.about}</span>
      <span className={styles.meta}>
        <Icon name="journey" size={12} />
        {t('journeys.steps', { count: starter.steps })}
      </span>
    </AriaButton>
  );
}
