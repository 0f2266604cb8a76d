import { type Flow, useDocument } from '@/document';
import type { BrokenAction, Outcome } from '@/host';
import { host } from '@/host';
import { t } from '@/i18n';
import { Button, Icon } from '@/kit';
import { errorWords } from '@/phone-view';
import { faultWords } from './answers/words';
import styles from './results.module.css';

/** What a press led to, when the phone itself does not show it. */
export function Led({ outcome, onRestart }: { outcome: Outcome; onRestart(): void }) {
  const flow = useDocument((state) => state.flow);
  switch (outcome.type) {
    case 'close':
      return (
        <section className={styles.panel} aria-label={t('phone.closed')}>
          <p>{t('phone.closed')}</p>
          <Button icon="refresh" onPress={onRestart}>
            {t('phone.again')}
          </Button>
        </section>
      );
    case 'open_url':
      return (
        <section className={styles.panel} aria-label={t('phone.opensLink')}>
          <p>{t('phone.opensLink')}</p>
          <p className={`${styles.note} selectable`} dir="ltr">
            {outcome.url}
          </p>
          <Button icon="open" onPress={() => void host.linkOpen(outcome.url)}>
            {t('phone.openHere')}
          </Button>
        </section>
      );
    case 'refused':
      return (
        <section className={styles.panel} aria-label={t('phone.refused')} role="status">
          <h3 className={styles.title}>
            <Icon name="warning" />
            {t('phone.refused')}
          </h3>
          <ul className={styles.blockers}>
            {outcome.fields.map((field) => (
              <li key={field.pointer}>
                {t('phone.refusedField', { label: field.label, reason: errorWords(t, field.error) })}
              </li>
            ))}
          </ul>
        </section>
      );
    case 'broken':
      return (
        <section className={styles.panel} aria-label={t('phone.broken')} role="status">
          <h3 className={styles.title}>
            <Icon name="broken" />
            {t('phone.broken')}
          </h3>
          <p className={styles.note}>{brokenWords(flow, outcome.reason)}</p>
          <Button icon="refresh" onPress={onRestart}>
            {t('phone.again')}
          </Button>
        </section>
      );
    default:
      return null;
  }
}

/** Why a press led nowhere, in one sentence. */
export function brokenWords(flow: Flow, reason: BrokenAction): string {
  switch (reason.type) {
    case 'no_such_screen':
      return t('phone.brokenScreen', { screen: reason.screen });
    case 'answer_refused':
      return t('answers.refused', { reason: faultWords(flow, reason.fault), code: reason.fault.code });
    case 'not_https':
      return t('phone.brokenLink', { url: reason.url });
    case 'no_action':
      return t('phone.brokenAction');
  }
}
