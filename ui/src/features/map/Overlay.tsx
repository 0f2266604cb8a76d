import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import { CARD_HEIGHT, CARD_WIDTH } from './geometry';
import styles from './link.module.css';
import { useMapState } from './store';

/** Guides beside the card in hand, and outlines where originals stay while copies are dragged away. */
export const Overlay = memo(function Overlay() {
  const guides = useMapState((state) => state.guides);
  const ghosts = useMapState((state) => state.ghosts);
  if (guides.length === 0 && ghosts.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className="map-overlay" aria-hidden="true">
        {ghosts.map((at) => (
          <rect
            key={`${at.x} ${at.y}`}
            className={styles.ghost}
            x={at.x}
            y={at.y}
            width={CARD_WIDTH}
            height={CARD_HEIGHT}
            rx={12}
          />
        ))}
        {guides.map(({ axis, at, from, to }) =>
          axis === 'x' ? (
            <line key="x" className={styles.guide} x1={at} x2={at} y1={from - 12} y2={to + 12} />
          ) : (
            <line key="y" className={styles.guide} y1={at} y2={at} x1={from - 12} x2={to + 12} />
          ),
        )}
      </svg>
    </ViewportPortal>
  );
});
