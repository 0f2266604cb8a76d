import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath, Position } from '@xyflow/react';
import { memo } from 'react';
import { useHover } from 'react-aria';
import { Button as AriaButton } from 'react-aria-components';
import { t } from '@/i18n';
import { stepName, tells } from '@/journey-words';
import { Icon } from '@/kit';
import { GAP_PILL } from './geometry';
import styles from './line.module.css';
import type { LinkEdge } from './nodes';
import { useCanvas } from './store';

/** So far a line swings out that leaves and arrives at the same side. */
const SWING = 30;

/** The line, and its middle. Between two cards of one lane it goes round their side. */
function wayPath(props: EdgeProps<LinkEdge>): [string, number, number] {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = props;
  if (sourcePosition !== targetPosition || Math.abs(sourceX - targetX) > 1) {
    const [path, x, y] = getBezierPath({ ...props, curvature: 0.3 });
    // Down a lane other cards may stand beside the way; above the card it comes to is kept free.
    const isFar = targetPosition === Position.Top && targetY - sourceY > GAP_PILL * 1.25;
    return isFar ? [path, targetX, targetY - GAP_PILL / 2] : [path, x, y];
  }
  const out = sourceX + (sourcePosition === Position.Left ? -SWING : SWING);
  const path = `M${sourceX},${sourceY} C${out},${sourceY} ${out},${targetY} ${targetX},${targetY}`;
  return [path, sourceX + (out - sourceX) * 0.75, (sourceY + targetY) / 2];
}

/** A way from one card to another: a line, with its waits as pills on it and a "+" under the hand. */
export const WayLine = memo(function WayLine(props: EdgeProps<LinkEdge>) {
  const { acts, store, isPicture, onOpen } = useCanvas();
  const line = useHover({});
  const marks = useHover({});
  const isOver = line.isHovered || marks.isHovered;
  const [path, x, y] = wayPath(props);
  const { data } = props;
  if (data === undefined) return null;
  const { link, isActive, isLit } = data;
  const state = isLit ? 'lit' : isActive || isOver ? 'active' : 'rest';
  return (
    <>
      {isLit && <path d={path} className={styles.halo} />}
      <BaseEdge path={path} className={styles.line} data-state={state} interactionWidth={0} />
      {isLit && <path d={path} className={styles.dots} />}
      {!isPicture && <path d={path} className={styles.reach} {...line.hoverProps} />}
      <EdgeLabelRenderer>
        <div
          className={`${styles.marks} nodrag nopan`}
          style={{ translate: `${x}px ${y}px` }}
          {...marks.hoverProps}
        >
          {link.waits.map((wait) => (
            <AriaButton
              key={wait.key}
              className={styles.pill}
              data-step={wait.key}
              data-lit={isLit || undefined}
              excludeFromTabOrder
              aria-label={t('canvas.waitLabel', { name: stepName(wait), words: tells(wait) })}
              onPress={() => {
                acts.select([wait.key]);
                onOpen();
              }}
            >
              <Icon isDrawn name={wait.kind === 'wait_until' ? 'clock' : 'wait'} size={12} />
              <span>{tells(wait)}</span>
            </AriaButton>
          ))}
          {!isPicture && (isOver || isActive) && (
            <AriaButton
              className={styles.plus}
              excludeFromTabOrder
              aria-label={t('canvas.insertHere')}
              onPress={(event) => {
                const box = event.target.getBoundingClientRect();
                const last = link.waits.at(-1);
                store.setState({
                  chooser: {
                    at: { x: box.x + box.width / 2, y: box.y + box.height },
                    out:
                      last === undefined
                        ? { from: link.from, output: link.output }
                        : { from: last.key, output: 'next' },
                    place: null,
                    stage: acts.step(link.from)?.stage ?? null,
                    offers: 'new',
                  },
                });
              }}
            >
              <Icon isDrawn name="add" size={12} />
            </AriaButton>
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
});
