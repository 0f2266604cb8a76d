import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/kit';
import styles from './inspector.module.css';

/** What is selected, in one line, with its menu. */
export function Head({
  icon,
  title,
  second,
  children,
}: {
  icon: IconName;
  title: string;
  second?: string;
  children?: ReactNode;
}) {
  return (
    <header className={styles.head}>
      <Icon name={icon} className={styles.icon} />
      <h2 className={styles.title}>{title}</h2>
      {second !== undefined && (
        <span className={styles.second} dir="auto">
          {second}
        </span>
      )}
      <span className={styles.space} />
      {children}
    </header>
  );
}
