import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** An empty place: a small drawing, one sentence, one button. */
export function EmptyState({
  drawing,
  title,
  children,
  action,
}: {
  drawing?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      {drawing !== undefined && (
        <div className={styles.drawing} aria-hidden="true">
          {drawing}
        </div>
      )}
      <p className={styles.title}>{title}</p>
      {children !== undefined && <p className={styles.words}>{children}</p>}
      {action}
    </div>
  );
}
