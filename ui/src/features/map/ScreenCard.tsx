import type { NodeProps } from '@xyflow/react';
import { memo, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTheme } from '@/graph-view';
import { number, t } from '@/i18n';
import { Icon } from '@/kit';
import { Miniature } from '@/phone-view';
import styles from './card.module.css';
import { CARD_HEAD, CARD_HEIGHT, CARD_WIDTH } from './geometry';
import type { Card } from './graph';
import { useMiniature } from './miniatures';
import type { CardNode } from './nodes';
import { useMap, useMapState } from './store';
import { useNear } from './useNear';

/** Width of the border of a card. */
const BORDER = 1;

/** One screen on the map. Where it stands is the editor's own matter: a card that only moves is not drawn again. */
export const ScreenCard = memo(
  function ScreenCard({ data, selected }: NodeProps<CardNode>) {
    return <Screen card={data.card} selected={selected} />;
  },
  (before, now) => before.data.card === now.data.card && before.selected === now.selected,
);

function Screen({ card, selected }: { card: Card; selected: boolean }) {
  const pulled = useMapState((state) => {
    if (state.pull === null) return undefined;
    if (state.pull.over?.key === card.key) return state.pull.over.refusal === null ? 'over' : 'refused';
    return state.pull.from === card.key ? 'source' : 'possible';
  });
  const renaming = useMapState((state) => state.renaming === card.key);
  return (
    <>
      <LineEnds />
      <div
        className={styles.card}
        data-selected={selected || undefined}
        data-severity={card.severity ?? undefined}
        data-pull={pulled}
        dir={document.documentElement.dir}
      >
        {card.entry && (
          <span className={styles.start}>
            <Icon isDrawn name="entry" size={12} />
            {t('map.start')}
          </span>
        )}
        <div className={styles.head}>
          <span className={`${styles.number} tabular`}>{number(card.number)}</span>
          {renaming ? <TitleField card={card} /> : <Title card={card} />}
        </div>
        <Picture id={card.key} />
        {card.terminal && (
          <span className={styles.end}>
            <Icon isDrawn name="end" size={12} />
            {t('map.end')}
          </span>
        )}
        {card.severity !== null && (
          <span className={styles.badge} data-severity={card.severity} title={card.headline ?? undefined}>
            <Icon isDrawn name={card.severity} size={card.severity === 'blocked' ? 13 : 11} />
          </span>
        )}
        <Knob id={card.key} />
      </div>
    </>
  );
}

/** Where the node editor thinks lines leave and enter: it measures these two points on the page. */
export function LineEnds() {
  return (
    <>
      <i className={`source ${styles.lineEnd}`} data-handlepos="right" />
      <i className={`target ${styles.lineStart}`} data-handlepos="left" />
    </>
  );
}

function Title({ card }: { card: Card }) {
  const empty = card.title === '';
  return (
    <span className={styles.title} data-empty={empty || undefined} title={card.title} dir="auto" data-title>
      {empty ? t('map.untitled') : card.title}
    </span>
  );
}

/** Typing a title: Enter and leaving keep it, Escape does not. */
function TitleField({ card }: { card: Card }) {
  const { acts, store } = useMap();
  const [title, setTitle] = useState(card.title);
  const field = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const leave = (keep: boolean) => {
    if (left.current) return;
    left.current = true;
    if (keep) acts.retitle(card.key, title);
    else {
      store.setState({ renaming: null });
      acts.focusCard(card.key);
    }
  };
  return (
    <input
      ref={field}
      className={`${styles.field} nodrag nopan nokey`}
      aria-label={t('map.rename')}
      value={title}
      dir="auto"
      onChange={(event) => setTitle(event.target.value)}
      onBlur={() => leave(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') leave(true);
        if (event.key === 'Escape') leave(false);
      }}
    />
  );
}

/** The screen as the phone shows it; only while it can be seen, and is large enough to. */
function Picture({ id }: { id: string }) {
  const shown = useMapState((state) => state.detail === 'all' || state.detail === 'most');
  const view = useMiniature(id);
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const near = useNear(box);
  return (
    <div ref={box} className={styles.picture}>
      {shown && near && view !== undefined && (
        <Miniature
          view={view}
          width={CARD_WIDTH - 2 * BORDER}
          height={CARD_HEIGHT - CARD_HEAD - 2 * BORDER}
          platform="android"
          theme={theme}
        />
      )}
    </div>
  );
}

/** Pulls a line out of the card. Keys have C for it. */
function Knob({ id }: { id: string }) {
  const { store } = useMap();
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.preventDefault();
    // The first move says where the loose end is.
    store.setState({ pull: { from: id, link: null, to: { x: Number.NaN, y: Number.NaN }, over: null } });
  };
  return (
    <div className={`${styles.knob} nodrag nopan`} title={t('map.pull')} onPointerDown={begin}>
      <span className={styles.dot} />
    </div>
  );
}
