import { useDocument, useSession } from '@/document';
import { t } from '@/i18n';
import { Button, Icon } from '@/kit';
import styles from './editor.module.css';

/** Whether what is on the screen is on the disk. */
export function SavedSign() {
  const saved = useDocument((state) => state.saved);
  const session = useSession();
  if (saved.state === 'failed') {
    return (
      <span className={styles.notSaved} role="alert">
        <Icon name="notSaved" size={14} />
        {t('app.notSaved', { why: saved.error.sentence })}
        <Button size="row" variant="blocked" onPress={() => void session.retry()}>
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
