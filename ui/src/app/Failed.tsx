import type { WireError } from '@/host';
import { t } from '@/i18n';
import { Button, EmptyState, Icon } from '@/kit';
import styles from './failed.module.css';

/** A view that cannot be shown: what happened, and what to do. */
export function Failed({
  error,
  onRetry,
  onLeave,
}: {
  error: WireError;
  onRetry?: () => void;
  onLeave?: () => void;
}) {
  return (
    <EmptyState
      drawing={<Icon name="warning" size={32} />}
      title={error.code === 'internal' ? t('app.ourFault') : error.sentence}
      action={
        <div className={styles.row}>
          {onRetry !== undefined && (
            <Button variant="primary" onPress={onRetry}>
              {t('app.tryAgain')}
            </Button>
          )}
          {onLeave !== undefined && <Button onPress={onLeave}>{t('app.toStart')}</Button>}
        </div>
      }
    >
      {error.code === 'internal' ? error.sentence : undefined}
    </EmptyState>
  );
}
