import type { CSSProperties, ReactNode } from 'react';
import styles from './room.module.css';

/**
 * A phone as large as there is room for, in a box that is a size container. `width` is in px at 100 % text, `tall` how many
 * times as tall as wide it is at most.
 */
export function PhoneRoom({ width, tall, children }: { width: number; tall: number; children: ReactNode }) {
  const sizes = { '--phone-full': `${width}px`, '--phone-tall': tall } as CSSProperties;
  return (
    <div className={styles.room} style={sizes}>
      {children}
    </div>
  );
}
