import type { ReactNode } from 'react';
import styles from './frame.module.css';
import { StatusGlyphs } from './glyphs';

/** The phone around a screen: bezel and status bar. The clock stands still, as on every picture of a phone. */
export function PhoneFrame({
  theme,
  platform,
  children,
}: {
  theme: 'light' | 'dark';
  platform: 'android' | 'ios';
  children: ReactNode;
}) {
  return (
    <div className={styles.frame} data-phone-theme={theme} data-platform={platform}>
      <div className={styles.status} dir="ltr" aria-hidden="true">
        <span>9:41</span>
        <StatusGlyphs />
      </div>
      <div className={styles.screen}>{children}</div>
    </div>
  );
}
