import { useStore } from '@xyflow/react';
import { memo, useState } from 'react';
import { Button } from 'react-aria-components';
import { graphFrame } from '@/graph-view';
import { number, t } from '@/i18n';
import { Hint, IconButton, setPanel, ToggleIconButton } from '@/kit';
import { useMap } from './store';

/** Zoom, fit, tidy, overview. */
export const Controls = memo(function Controls({ overview }: { overview: boolean }) {
  const { acts } = useMap();
  const [busy, setBusy] = useState(false);
  return (
    <div className={graphFrame.controls} role="toolbar" aria-label={t('map.title')}>
      <IconButton icon="remove" label={t('map.zoomOut')} keys="-" onPress={acts.zoomOut} />
      <Percent />
      <IconButton icon="add" label={t('map.zoomIn')} keys="+" onPress={acts.zoomIn} />
      <IconButton icon="fit" label={t('map.fit')} keys="1" onPress={acts.fit} />
      <IconButton
        icon="tidy"
        label={busy ? t('map.tidying') : t('map.tidy')}
        keys="Shift+T"
        isDisabled={busy}
        onPress={() => {
          setBusy(true);
          void acts.tidy().finally(() => setBusy(false));
        }}
      />
      <ToggleIconButton
        icon="map"
        label={t('map.overview')}
        isSelected={overview}
        onChange={(on) => setPanel('map.overview', on ? 1 : 0)}
      />
    </div>
  );
});

function Percent() {
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const { acts } = useMap();
  return (
    <Hint words={t('map.zoom', { percent: number(percent) })} keys="0">
      <Button
        className={`${graphFrame.percent} tabular`}
        aria-label={t('map.zoom', { percent: number(percent) })}
        onPress={() => acts.zoomTo(1)}
      >
        {t('map.percent', { percent: number(percent) })}
      </Button>
    </Hint>
  );
}
