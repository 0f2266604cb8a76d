import { useStoreApi } from '@xyflow/react';
import { type PointerEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { around, type Box } from './boxes';
import styles from './overview.module.css';
import { useTheme } from './useTheme';

/** The height of the drawing in px; `overview.module.css` has it, too. */
const HEIGHT = 40;
const LEAST_WIDTH = 120;
const MOST_WIDTH = 280;
const PADDING = 3;
/** The least height in px of the frame around what one sees. */
const LEAST_VIEW = 4;

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
    const { left, top, across, down } = scaleOf(dots(), viewOf(state), box.width);
    const x = (event.clientX - box.left) / across + left;
    const y = (event.clientY - box.top) / down + top;
    void state.setCenter(x, y, { zoom: state.transform[2] });
  };

  return (
    <canvas
      ref={canvas}
      className={styles.overview}
      data-overview=""
      width={LEAST_WIDTH}
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

/** The width in px of the drawing of a graph: as much as its shape asks for. */
export function widthFor(dots: readonly Box[]): number {
  const all = around(dots);
  if (all === null || all.height === 0) return LEAST_WIDTH;
  const wanted = (all.width * (HEIGHT - 2 * PADDING)) / all.height + 2 * PADDING;
  return Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, wanted)));
}

interface Scale {
  left: number;
  top: number;
  /** Px of the drawing for a px of the graph. */
  across: number;
  down: number;
}

/** How the whole fits into the small drawing. A tall graph is drawn broader than it is, so that its lanes stay apart. */
export function scaleOf(dots: readonly Box[], view: Box, width: number): Scale {
  const all = around([...dots, view]) ?? view;
  const across = (width - 2 * PADDING) / all.width;
  const down = Math.min(across, (HEIGHT - 2 * PADDING) / all.height);
  return { across, down, left: all.x - PADDING / across, top: all.y - (HEIGHT / down - all.height) / 2 };
}

function paint(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  dots: readonly Dot[],
  view: Box,
  colour: (token: string) => string,
): void {
  const width = widthFor(dots);
  const { left, top, across, down } = scaleOf(dots, view, width);
  const ratio = window.devicePixelRatio || 1;
  const [pixels, rows] = [Math.round(width * ratio), Math.round(HEIGHT * ratio)];
  if (canvas.width !== pixels || canvas.height !== rows) {
    canvas.width = pixels;
    canvas.height = rows;
    canvas.style.inlineSize = `${width}px`;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, HEIGHT);
  for (const dot of dots) {
    context.fillStyle = colour(dot.colour);
    context.fillRect(
      (dot.x - left) * across,
      (dot.y - top) * down,
      Math.max(2, dot.width * across),
      Math.max(2, dot.height * down),
    );
  }
  context.strokeStyle = colour('--accent-line');
  context.lineWidth = 1.5;
  // Of a long journey the view is a thin line: it stays one that can be seen, around where it is.
  const tall = Math.max(LEAST_VIEW, view.height * down);
  const from = (view.y + view.height / 2 - top) * down - tall / 2;
  const within = Math.max(PADDING - 1, Math.min(from, HEIGHT - PADDING + 1 - tall));
  context.strokeRect((view.x - left) * across, within, view.width * across, tall);
}
