import type { ReactNode } from 'react';
import styles from './frame.module.css';
import { StatusGlyphs } from './glyphs';

/** The phone around a screen: bezel and status bar. The clock stands still, as on every picture of a phone, unless given. */
export function PhoneFrame({
  theme,
  platform,
  clock = '9:41',
  children,
}: {
  theme: 'light' | 'dark';
  platform: 'android' | 'ios';
  clock?: string;
  children: ReactNode;
}) {
  return (
    <div className={styles.frame} data-phone-theme={theme} data-platform={platform}>
      <div className={styles.status} dir="ltr" aria-hidden="true">
        <span>{clock}</span>
        <StatusGlyphs />
      </div>
      <div className={styles.screen}>{children}</div>
    </div>
  );
}
