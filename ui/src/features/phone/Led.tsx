import type { BrokenAction, Outcome } from '@/host';
import { host } from '@/host';
import { t } from '@/i18n';
import { Button, Icon } from '@/kit';
import { errorWords } from '@/phone-view';
import styles from './results.module.css';

/** What a press led to, when the phone itself does not show it. */
export function Led({ outcome, onRestart }: { outcome: Outcome; onRestart(): void }) {
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
          <p className={styles.note}>{brokenWords(outcome.reason)}</p>
          <Button icon="refresh" onPress={onRestart}>
            {t('phone.again')}
          </Button>
        </section>
      );
    default:
      return null;
  }
}

function brokenWords(reason: BrokenAction): string {
  switch (reason.type) {
    case 'no_such_screen':
      return t('phone.brokenScreen', { screen: reason.screen });
    case 'not_an_entry':
      return t('phone.brokenEntry', { screen: reason.screen });
    case 'no_route':
      return t('phone.brokenRoute', { from: reason.from, screen: reason.screen });
    case 'wrong_data':
      return t('phone.brokenData', { screen: reason.screen, key: reason.key });
    case 'not_https':
      return t('phone.brokenLink', { url: reason.url });
    case 'no_action':
      return t('phone.brokenAction');
  }
}
