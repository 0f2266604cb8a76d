import { useStoreApi } from '@xyflow/react';
import { type PointerEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { around, type Box } from './boxes';
import styles from './overview.module.css';
import { useTheme } from './useTheme';

const WIDTH = 180;
const HEIGHT = 64;
const PADDING = 4;

/** A card in small. */
export interface Dot extends Box {
  /** Name of the token of its colour, such as `--blocked`. */
  colour: string;
}

/**
 * The whole graph in small, on one canvas: a drawing of its own costs a tenth of an SVG element for each card, and it
 * knows cards that the editor was not given. A press or a drag moves the view.
 */
export function Overview({
  label,
  dots,
}: {
  label: string;
  /** Where the cards are drawn right now. Another function when they have changed. */
  dots(): readonly Dot[];
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const api = useStoreApi();
  const theme = useTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tokens change with the theme.
  const colour = useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    const known = new Map<string, string>();
    return (token: string): string => {
      const found = known.get(token) ?? style.getPropertyValue(token);
      known.set(token, found);
      return found;
    };
  }, [theme]);
  const latest = useRef({ dots, colour });
  latest.current = { dots, colour };
  const frame = useRef(0);

  const draw = useCallback(() => {
    frame.current = 0;
    const at = canvas.current;
    const context = at?.getContext('2d');
    if (at === null || context === null || context === undefined) return;
    paint(at, context, latest.current.dots(), viewOf(api.getState()), latest.current.colour);
  }, [api]);

  const soon = useCallback(() => {
    if (frame.current === 0) frame.current = requestAnimationFrame(draw);
  }, [draw]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn has changed.
  useEffect(soon, [dots, colour, soon]);
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
    const { left, top, scale } = scaleOf(dots(), viewOf(state));
    const x = (event.clientX - box.left) / scale + left;
    const y = (event.clientY - box.top) / scale + top;
    void state.setCenter(x, y, { zoom: state.transform[2] });
  };

  return (
    <canvas
      ref={canvas}
      className={styles.overview}
      data-overview=""
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        move(event);
      }}
      onPointerMove={move}
    />
  );
}

/** A view of the editor: where it stands, and its size in px of the window. */
export interface View {
  transform: [number, number, number];
  width: number;
  height: number;
}

/** What one sees of the graph. */
export function viewOf({ transform: [x, y, zoom], width, height }: View): Box {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

interface Scale {
  left: number;
  top: number;
  scale: number;
}

/** How the whole fits into the small drawing. */
function scaleOf(dots: readonly Box[], view: Box): Scale {
  const all = around([...dots, view]) ?? view;
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
  dots: readonly Dot[],
  view: Box,
  colour: (token: string) => string,
): void {
  const { left, top, scale } = scaleOf(dots, view);
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== WIDTH * ratio) {
    canvas.width = WIDTH * ratio;
    canvas.height = HEIGHT * ratio;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, WIDTH, HEIGHT);
  for (const dot of dots) {
    context.fillStyle = colour(dot.colour);
    const width = Math.max(2, dot.width * scale);
    const height = Math.max(2, dot.height * scale);
    context.fillRect((dot.x - left) * scale, (dot.y - top) * scale, width, height);
  }
  context.strokeStyle = colour('--accent-line');
  context.lineWidth = 1.5;
  context.strokeRect(
    (view.x - left) * scale,
    (view.y - top) * scale,
    view.width * scale,
    view.height * scale,
  );
}
