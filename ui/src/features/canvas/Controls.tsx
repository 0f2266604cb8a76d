import { useStore } from '@xyflow/react';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import { graphFrame } from '@/graph-view';
import { number, t } from '@/i18n';
import { Hint, IconButton, setPanel, ToggleIconButton } from '@/kit';
import { useCanvas } from './store';
import { useOverview } from './useView';

/** Zoom, fit, tidy, overview. */
export const Controls = memo(function Controls() {
  const { acts } = useCanvas();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const overview = useOverview();
  return (
    <div className={graphFrame.controls} role="toolbar" aria-label={t('canvas.title')}>
      <IconButton icon="remove" label={t('map.zoomOut')} keys="-" onPress={() => acts.zoomBy(0.8)} />
      <Hint words={t('map.zoom', { percent: number(percent) })} keys="0">
        <Button
          className={`${graphFrame.percent} tabular`}
          aria-label={t('map.zoom', { percent: number(percent) })}
          onPress={() => acts.zoomTo(1)}
        >
          {t('map.percent', { percent: number(percent) })}
        </Button>
      </Hint>
      <IconButton icon="add" label={t('map.zoomIn')} keys="+" onPress={() => acts.zoomBy(1.25)} />
      <IconButton icon="fit" label={t('canvas.fit')} keys="1" onPress={acts.fit} />
      <IconButton icon="tidy" label={t('canvas.tidy')} keys="Shift+T" onPress={acts.tidy} />
      <ToggleIconButton
        icon="map"
        label={t('canvas.overview')}
        isSelected={overview}
        onChange={(on) => setPanel('canvas.overview', on ? 1 : 0)}
      />
    </div>
  );
});
