import type { Trial } from '@/host';
import { t } from '@/i18n';
import styles from './trial.module.css';

/** The request as it goes to Meta, on demand. */
export function ExactRequest({ trial }: { trial: Trial }) {
  return (
    <details className={styles.request}>
      <summary>{t('trial.request')}</summary>
      <p>{t('trial.request.help')}</p>
      <textarea
        className={styles.code}
        readOnly
        rows={14}
        dir="ltr"
        aria-label={t('trial.request')}
        value={`POST ${trial.address}\nAuthorization: Bearer ••••\nContent-Type: application/json\n\n${trial.body}`}
      />
    </details>
  );
}
