import type { ReactNode } from 'react';
import styles from './alert.module.css';
import { Icon } from './icon';

/** Why something that was just asked for did not happen. A screen reader says it at once. */
export function Alert({ children }: { children: ReactNode }) {
  return (
    <p className={styles.alert} role="alert">
      <Icon name="blocked" />
      {children}
    </p>
  );
}
