import { useViewport, ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { t } from '@/i18n';
import { STAGES, StageMark } from '@/journey-words';
import { Icon } from '@/kit';
import { LANE, laneX, PAD, TOP } from './geometry';
import type { Graph } from './graph';
import styles from './lanes.module.css';
import { useCanvas } from './store';

/** The grounds of the lanes, under everything. */
export const Grounds = memo(function Grounds({ bottom, rtl }: { bottom: number; rtl: boolean }) {
  return (
    <ViewportPortal>
      {STAGES.map((stage, lane) => (
        <div
          key={stage}
          className={styles.ground}
          data-stage={stage}
          style={{
            insetInlineStart: 0,
            left: laneX(lane, rtl) - PAD,
            inlineSize: LANE,
            blockSize: bottom + 4000,
          }}
        />
      ))}
    </ViewportPortal>
  );
});

/** Their names, which never scale. */
export const Heads = memo(function Heads({ graph }: { graph: Graph }) {
  const { x, zoom } = useViewport();
  const { rtl } = useCanvas();
  const counts = useMemo(
    () => STAGES.map((_, lane) => graph.cards.filter((card) => card.lane === lane).length),
    [graph],
  );
  return (
    <div className={styles.heads}>
      {STAGES.map((stage, lane) => (
        <div
          key={stage}
          className={styles.head}
          data-narrow={LANE * zoom < 150 || undefined}
          data-stage={stage}
          style={{ left: (laneX(lane, rtl) - PAD) * zoom + x, inlineSize: LANE * zoom }}
          dir={rtl ? 'rtl' : 'ltr'}
        >
          <StageMark stage={stage} />
          {LANE * zoom >= 90 && <span className={styles.name}>{t(`gallery.${stage}`)}</span>}
          {LANE * zoom >= 190 && (
            <span className={styles.count}>{t('canvas.steps', { count: counts[lane] ?? 0 })}</span>
          )}
        </div>
      ))}
    </div>
  );
});

/** Room for "Add step", in px at 100 %. */
const ADD_HEIGHT = 40;

/** "Add step" below the last card of each lane. */
export const AddSteps = memo(function AddSteps({ bottoms }: { bottoms: readonly number[] }) {
  const { store, acts, rtl } = useCanvas();
  return (
    <ViewportPortal>
      {STAGES.map((stage, lane) => {
        const bottom = bottoms[lane] ?? 0;
        const left = laneX(lane, rtl) - PAD;
        const top = bottom === 0 ? TOP : bottom + 30;
        return (
          <div
            key={stage}
            className={`${styles.add} nodrag nopan`}
            style={{ left, top }}
            dir={rtl ? 'rtl' : 'ltr'}
          >
            <AriaButton
              className={styles.addButton}
              aria-label={t('canvas.addTo', { stage: t(`gallery.${stage}`) })}
              onFocus={({ target }) => {
                if (target.matches(':focus-visible'))
                  acts.showBox({ x: left, y: top, width: LANE, height: ADD_HEIGHT });
              }}
              onPress={(event) => {
                const box = event.target.getBoundingClientRect();
                store.setState({
                  chooser: {
                    at: { x: box.x + box.width / 2, y: box.y + box.height },
                    out: null,
                    place: null,
                    stage,
                    offers: 'new',
                  },
                });
              }}
            >
              <Icon isDrawn name="add" size={14} />
              {t('canvas.add')}
            </AriaButton>
            {bottom === 0 && <p className={styles.empty}>{t(`canvas.empty.${stage}`)}</p>}
          </div>
        );
      })}
    </ViewportPortal>
  );
});
