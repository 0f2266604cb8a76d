import { memo } from 'react';
import type { ScreenView } from '@/host';
import styles from './miniature.module.css';
import type { Platform } from './phone-context';
import { ScreenContent } from './ScreenContent';

/** Width a screen is drawn at before it is scaled down, in px. */
const DRAWN_WIDTH = 300;

/**
 * A small picture of a screen, `width` by `height` px. It takes neither focus nor press and is hidden from screen
 * readers: the card around it names the screen.
 */
export const Miniature = memo(function Miniature({
  view,
  width,
  height,
  platform,
  theme,
}: {
  view: ScreenView;
  width: number;
  height: number;
  platform: Platform;
  theme: 'light' | 'dark';
}) {
  const scale = width / DRAWN_WIDTH;
  return (
    <div className={styles.window} style={{ inlineSize: width, blockSize: height }} aria-hidden="true" inert>
      <div
        className={styles.screen}
        style={{
          inlineSize: DRAWN_WIDTH,
          blockSize: height / scale,
          transform: `scale(${scale})`,
          transformOrigin: 'top left',
        }}
      >
        <ScreenContent view={view} platform={platform} theme={theme} interactive={false} />
      </div>
    </div>
  );
});
