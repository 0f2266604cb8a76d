import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo, type PointerEvent } from 'react';
import { createPortal } from 'react-dom';
import { wordsText } from '@/flow-words';
import type { Box } from '@/graph-view';
import { t } from '@/i18n';
import { Icon } from '@/kit';
import { CARD_HEIGHT, CARD_WIDTH } from './geometry';
import styles from './link.module.css';
import { GONE_HEIGHT, GONE_WIDTH, type LinkEdge } from './nodes';
import {
  arrowHead,
  type Curve,
  curve,
  middle,
  type Port,
  pathData,
  pointOn,
  portPoint,
  sides,
} from './ports';
import { useMap, useMapState } from './store';

/** Where the loose controls stand below words, in px. */
const BELOW_WORDS = 24;
/** The widest and the narrowest that words on a line get, in px. */
const WIDEST_WORDS = 118;
const NARROWEST_WORDS = 44;

/** One line between two cards, with its words, its ends, and what can be done with it. */
export const LinkLine = memo(function LinkLine(props: EdgeProps<LinkEdge>) {
  const { data } = props;
  if (data === undefined) return null;
  return <Line {...props} data={data} />;
});

function Line({
  id,
  data,
  sourceX,
  sourceY,
  targetX,
  targetY,
}: EdgeProps<LinkEdge> & { data: NonNullable<LinkEdge['data']> }) {
  const { link, ports, touched, rtl } = data;
  const { store, endsLayer } = useMap();
  const lit = useMapState((state) => state.link === id || state.hovered === id);
  const selected = useMapState((state) => state.link === id);
  const moving = useMapState((state) => state.pull?.link?.id === id);

  const gone = link.to === null;
  const from: Box = {
    x: sourceX - CARD_WIDTH,
    y: sourceY - CARD_HEIGHT / 2,
    width: CARD_WIDTH,
    height: CARD_HEIGHT,
  };
  const to: Box = {
    x: targetX,
    y: targetY - (gone ? GONE_HEIGHT : CARD_HEIGHT) / 2,
    width: gone ? GONE_WIDTH : CARD_WIDTH,
    height: gone ? GONE_HEIGHT : CARD_HEIGHT,
  };
  // While a card moves its lines may change sides before the ends are worked out anew.
  const side = sides(from, to, rtl);
  const start: Port =
    side.from === ports.from.side ? ports.from : { side: side.from, offset: middle(from, side.from) };
  const finish: Port = side.to === ports.to.side ? ports.to : { side: side.to, offset: middle(to, side.to) };
  const shape = curve(portPoint(from, start), start.side, portPoint(to, finish), finish.side);
  const path = pathData(shape);

  const hover = (on: boolean) => hoverLink(store, on ? id : null);
  return (
    <>
      <g
        className={styles.line}
        data-lit={lit || undefined}
        data-on={touched || selected || undefined}
        data-broken={link.broken || undefined}
        data-moving={moving || undefined}
        onPointerEnter={() => hover(true)}
        onPointerLeave={() => hover(false)}
      >
        <path className={styles.reach} d={path} />
        <path className={styles.stroke} d={path} />
      </g>
      <Ends
        layer={endsLayer}
        shape={shape}
        id={id}
        lit={lit}
        on={touched || selected}
        broken={link.broken}
        gone={gone}
      />
      <Middle data={data} shape={shape} lit={lit} selected={selected} hover={hover} />
    </>
  );
}

let leaving = 0;

/** The pointer may cross the gap between a line and its buttons without losing them. */
function hoverLink(store: ReturnType<typeof useMap>['store'], id: string | null): void {
  window.clearTimeout(leaving);
  if (id !== null) store.setState({ hovered: id });
  else leaving = window.setTimeout(() => store.setState({ hovered: null }), 160);
}

/** The ends lie above the cards: an arrow where it arrives. Under the pointer that end can be taken to another card. */
function Ends({
  layer,
  shape,
  id,
  lit,
  on,
  broken,
  gone,
}: {
  layer: SVGSVGElement | null;
  shape: Curve;
  id: string;
  lit: boolean;
  on: boolean;
  broken: boolean;
  gone: boolean;
}) {
  const { store, acts } = useMap();
  if (layer === null) return null;
  const take = (event: PointerEvent) => {
    const link = acts.linkById(id);
    if (event.button !== 0 || link === undefined) return;
    event.stopPropagation();
    event.preventDefault();
    store.setState({ pull: { from: link.from, link, to: shape.to, over: null } });
  };
  return createPortal(
    <g
      className={styles.ends}
      data-lit={lit || undefined}
      data-on={on || undefined}
      data-broken={broken || undefined}
    >
      <circle cx={shape.from.x} cy={shape.from.y} r={3.5} />
      {!lit && <path d={arrowHead(shape)} />}
      {!gone && lit && (
        <circle
          className={`${styles.loose} nodrag nopan`}
          cx={shape.to.x}
          cy={shape.to.y}
          r={5}
          onPointerDown={take}
          onPointerEnter={() => hoverLink(store, id)}
          onPointerLeave={() => hoverLink(store, null)}
        />
      )}
    </g>,
    layer,
  );
}

/** How wide words on a line may be, in px: cards lie above, so between two side by side no more than the gap. */
function roomForWords({ from, to, control: [leaving] }: Curve): number {
  const sideways = leaving.y === from.y;
  const gap = sideways ? Math.abs(to.x - from.x) : WIDEST_WORDS;
  return Math.min(WIDEST_WORDS, Math.max(NARROWEST_WORDS, gap));
}

/** Words, the broken mark, and the buttons of a line under the pointer. */
function Middle({
  data,
  shape,
  lit,
  selected,
  hover,
}: {
  data: NonNullable<LinkEdge['data']>;
  shape: Curve;
  lit: boolean;
  selected: boolean;
  hover(on: boolean): void;
}) {
  const { link } = data;
  const { acts, store } = useMap();
  const [words, ...others] = link.words;
  const insertable = link.to !== null;
  // A selected card shows the "+" of its lines without a hover, as long as they say nothing else.
  const showsButtons = lit || (data.touched && words === undefined && !link.broken);
  if (words === undefined && !link.broken && !showsButtons) return null;
  const at = pointOn(shape, 0.5);
  const below = words !== undefined || link.broken ? BELOW_WORDS : 0;
  const text = words === undefined ? '' : wordsText(words);
  return (
    <EdgeLabelRenderer>
      {link.broken && (
        <span
          className={styles.broken}
          style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
          title={t('map.brokenHint')}
        >
          <Icon isDrawn name="broken" size={12} />
        </span>
      )}
      {words !== undefined && !link.broken && (
        <button
          type="button"
          tabIndex={-1}
          className={`${styles.words} nodrag nopan`}
          dir="auto"
          data-lit={lit || undefined}
          title={link.words.map(wordsText).join(', ')}
          style={{
            transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)`,
            maxInlineSize: roomForWords(shape),
          }}
          onPointerEnter={() => hover(true)}
          onPointerLeave={() => hover(false)}
          onClick={() => store.setState({ link: link.id })}
        >
          <span className={styles.text}>{text}</span>
          {others.length > 0 && <span>{t('map.more', { count: others.length })}</span>}
        </button>
      )}
      {showsButtons && (
        <span
          className={`${styles.buttons} nodrag nopan`}
          style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y + below}px)` }}
          onPointerEnter={() => hover(true)}
          onPointerLeave={() => hover(false)}
        >
          {insertable && (
            <button
              type="button"
              tabIndex={-1}
              className={styles.button}
              title={t('map.insert')}
              onClick={() => acts.insert(link)}
            >
              <Icon isDrawn name="add" size={11} />
              <span className="visually-hidden">{t('map.insert')}</span>
            </button>
          )}
          {(lit || selected) && (
            <button
              type="button"
              tabIndex={-1}
              className={styles.button}
              title={t('map.disconnect')}
              onClick={() => acts.disconnect(link)}
            >
              <Icon isDrawn name="close" size={11} />
              <span className="visually-hidden">{t('map.disconnect')}</span>
            </button>
          )}
        </span>
      )}
    </EdgeLabelRenderer>
  );
}
