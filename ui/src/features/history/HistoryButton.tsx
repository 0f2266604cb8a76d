import { ListBox, ListBoxItem } from 'react-aria-components';
import { useDocument, useSession } from '@/document';
import { clock, day, t } from '@/i18n';
import { Icon, IconButton, Popover } from '@/kit';
import styles from './history.module.css';
import { type Step, steps } from './steps';

/** Every step of the Flow, newest on top; a click goes back or forward to it. */
export function HistoryButton() {
  return (
    <Popover label={t('history.title')} trigger={<IconButton icon="history" label={t('history.title')} />}>
      {(close) => <HistoryList onDone={close} />}
    </Popover>
  );
}

function HistoryList({ onDone }: { onDone(): void }) {
  const undo = useDocument((state) => state.flow.undo);
  const redo = useDocument((state) => state.flow.redo);
  const session = useSession();
  const all = steps(undo, redo);

  const goTo = (step: Step): void => {
    onDone();
    if (step.distance !== 0) void session.goTo(step.distance);
  };

  return (
    <div className={styles.box}>
      <h2 className={styles.title}>{t('history.title')}</h2>
      <ListBox
        className={styles.list}
        aria-label={t('history.title')}
        autoFocus="first"
        items={all}
        onAction={(key) => {
          const step = all.find((found) => found.id === key);
          if (step !== undefined) goTo(step);
        }}
      >
        {(step) => (
          <ListBoxItem
            id={step.id}
            textValue={step.name ?? t('history.opened')}
            className={styles.step}
            data-ahead={step.distance > 0 || undefined}
            data-now={step.distance === 0 || undefined}
          >
            <span className={styles.dot}>{step.distance === 0 && <Icon name="tick" size={12} />}</span>
            <span className={styles.name}>
              {step.name ?? t('history.opened')}
              {step.distance === 0 && <span className="visually-hidden"> {t('history.now')}</span>}
            </span>
            {step.at !== null && (
              <span className={`${styles.time} tabular`}>
                {day(step.at)}, {clock(step.at)}
              </span>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}
