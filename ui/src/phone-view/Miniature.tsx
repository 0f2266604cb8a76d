import { memo, useMemo } from 'react';
import type { Item, ScreenView } from '@/host';
import styles from './miniature.module.css';
import type { Platform } from './phone-context';
import { ScreenContent } from './ScreenContent';

/** Width a screen is drawn at before it is scaled down, in px. */
const DRAWN_WIDTH = 300;

/** No line of text is lower than this, gap included, and no other part, in px as drawn. */
const LEAST_TEXT = 18;
const LEAST_PART = 36;

/** The parts that can be seen in a window of `height` px; the others would only cost time. */
function seen(items: readonly Item[], height: number): Item[] {
  let below = 0;
  return items.filter(({ kind }) => {
    const isSeen = below < height;
    below += kind.type === 'Text' ? LEAST_TEXT : LEAST_PART;
    return isSeen;
  });
}

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
  const drawn = useMemo(() => ({ ...view, items: seen(view.items, height / scale) }), [view, height, scale]);
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
        <ScreenContent view={drawn} platform={platform} theme={theme} interactive={false} />
      </div>
    </div>
  );
});
