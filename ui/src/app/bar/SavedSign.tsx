import type { Saved } from '@/document';
import { t } from '@/i18n';
import { Button, Icon } from '@/kit';
import styles from './bar.module.css';

/** Whether what is on the screen is on the disk. */
export function SavedSign({ saved, onRetry }: { saved: Saved; onRetry(): void }) {
  if (saved.state === 'failed') {
    return (
      <span className={styles.notSaved} role="alert">
        <Icon name="notSaved" size={14} />
        {t('app.notSaved', { why: saved.error.sentence })}
        <Button size="row" variant="blocked" onPress={onRetry}>
          {t('app.tryAgain')}
        </Button>
      </span>
    );
  }
  return (
    <span className={styles.saved}>
      <Icon name={saved.state} size={14} />
      {t(`app.${saved.state}`)}
    </span>
  );
}
