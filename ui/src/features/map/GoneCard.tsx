import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { t } from '@/i18n';
import { Icon } from '@/kit';
import styles from './card.module.css';
import type { GoneNode } from './nodes';
import { LineEnds } from './ScreenCard';
import { useMap } from './store';

/** Stands where a line leads to a screen that does not exist. A press offers another one. */
export const GoneCard = memo(function GoneCard({ data }: NodeProps<GoneNode>) {
  const { store } = useMap();
  return (
    <>
      <LineEnds />
      <button
        type="button"
        className={`${styles.gone} nodrag nopan`}
        title={t('map.missingHint')}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const at = { x: box.left, y: box.bottom };
          store.setState({
            chooser: { kind: 'where', from: data.link.from, link: data.link, at, place: null },
          });
        }}
      >
        <Icon isDrawn name="broken" size={13} />
        <span dir="auto">{t('map.missing', { id: data.id })}</span>
      </button>
    </>
  );
});
