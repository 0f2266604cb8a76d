import type { Outcome } from '@/host';
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
          <p className={styles.note}>
            {outcome.reason.type === 'no_such_screen'
              ? t('phone.brokenScreen', { screen: outcome.reason.screen })
              : outcome.reason.type === 'not_https'
                ? t('phone.brokenLink', { url: outcome.reason.url })
                : t('phone.brokenAction')}
          </p>
        </section>
      );
    default:
      return null;
  }
}
