import { useStoreApi } from '@xyflow/react';
import { type PointerEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { t } from '@/i18n';
import { type Box, bounds, CARD_HEIGHT, CARD_WIDTH, cardBox, type Point } from './geometry';
import type { Graph } from './graph';
import styles from './map.module.css';
import { useTheme } from './useTheme';

const WIDTH = 148;
const HEIGHT = 96;
const PADDING = 8;

/**
 * The whole map in small, on one canvas: a drawing of its own costs a tenth of an SVG element for each card. A press
 * or a drag moves the view.
 */
export function Minimap({
  graph,
  places,
  selected,
}: {
  graph: Graph;
  /** Where the cards are drawn right now. */
  places(): ReadonlyMap<string, Point>;
  selected: ReadonlySet<string>;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const api = useStoreApi();
  const theme = useTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tokens change with the theme.
  const colours = useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    return ['--accent-line', '--blocked', '--line-strong'].map((name) => style.getPropertyValue(name));
  }, [theme]);
  const drawing = useRef<Drawing>({ graph, places, selected, colours });
  drawing.current = { graph, places, selected, colours };
  const frame = useRef(0);

  const draw = useCallback(() => {
    frame.current = 0;
    const at = canvas.current;
    const context = at?.getContext('2d');
    if (at === null || context === null || context === undefined) return;
    const view = viewOf(api.getState());
    const now = drawing.current.places();
    paint(at, context, drawing.current, now, view, scaleOf(now, view));
  }, [api]);

  const soon = useCallback(() => {
    if (frame.current === 0) frame.current = requestAnimationFrame(draw);
  }, [draw]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn has changed.
  useEffect(soon, [graph, selected, colours, soon]);
  useEffect(() => {
    const stop = api.subscribe((state, before) => {
      if (
        state.nodes !== before.nodes ||
        state.transform !== before.transform ||
        state.width !== before.width ||
        state.height !== before.height
      )
        soon();
    });
    return () => {
      stop();
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
  }, [api, soon]);

  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const state = api.getState();
    const { left, top, scale } = scaleOf(places(), viewOf(state));
    const x = (event.clientX - box.left) / scale + left;
    const y = (event.clientY - box.top) / scale + top;
    void state.setCenter(x, y, { zoom: state.transform[2] });
  };

  return (
    <canvas
      ref={canvas}
      className={styles.minimap}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t('map.overview')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        move(event);
      }}
      onPointerMove={move}
    />
  );
}

interface Drawing {
  graph: Graph;
  places(): ReadonlyMap<string, Point>;
  selected: ReadonlySet<string>;
  /** Of chosen, blocked and other cards. */
  colours: readonly string[];
}

interface Seen {
  transform: [number, number, number];
  width: number;
  height: number;
}

/** What one sees of the map. */
function viewOf({ transform: [x, y, zoom], width, height }: Seen): Box {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

interface Scale {
  left: number;
  top: number;
  scale: number;
}

/** How the whole fits into the small drawing. */
function scaleOf(places: ReadonlyMap<string, Point>, view: Box): Scale {
  const all = bounds([...Array.from(places.values(), cardBox), view]) ?? view;
  const scale = Math.min((WIDTH - 2 * PADDING) / all.width, (HEIGHT - 2 * PADDING) / all.height);
  return {
    scale,
    left: all.x - (WIDTH / scale - all.width) / 2,
    top: all.y - (HEIGHT / scale - all.height) / 2,
  };
}

function paint(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  { graph, selected, colours }: Drawing,
  places: ReadonlyMap<string, Point>,
  view: Box,
  { left, top, scale }: Scale,
): void {
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== WIDTH * ratio) {
    canvas.width = WIDTH * ratio;
    canvas.height = HEIGHT * ratio;
  }
  const [chosen = '', blocked = '', plain = ''] = colours;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, WIDTH, HEIGHT);
  for (const card of graph.cards) {
    const at = places.get(card.key);
    if (at === undefined) continue;
    context.fillStyle = selected.has(card.key) ? chosen : card.severity === 'blocked' ? blocked : plain;
    const width = Math.max(2, CARD_WIDTH * scale);
    const height = Math.max(2, CARD_HEIGHT * scale);
    context.fillRect((at.x - left) * scale, (at.y - top) * scale, width, height);
  }
  context.strokeStyle = chosen;
  context.lineWidth = 1.5;
  context.strokeRect(
    (view.x - left) * scale,
    (view.y - top) * scale,
    view.width * scale,
    view.height * scale,
  );
}
