/** What one sees of the map: flying to cards, fitting, zooming. */

import { getViewportForBounds, type ReactFlowInstance, type Viewport } from '@xyflow/react';
import { around, type Point } from '@/graph-view';
import { CARD_HEIGHT, CARD_WIDTH, cardBox } from './geometry';
import { motionMs } from './motion';

/** Milliseconds of a flight to a card. */
const FLY_MS = 320;
/** Milliseconds of a step by the zoom buttons. */
const ZOOM_MS = 140;
/** Below this a card that is flown to could not be read. */
const READABLE_ZOOM = 0.6;
/** Smaller than this a card is no place to look at. */
const SMALLEST_ZOOM = 0.3;
/** Smaller than this a Flow that was just opened is not shown whole: its pictures say nothing any more. */
const SMALLEST_FIRST = 0.45;
/** Free space, in px of the window, between a card that comes into view and the border. */
const MARGIN = 28;
/** Free space around everything when it is fitted: for the count and flags above and the controls below. */
const AROUND = { top: 64, bottom: 76, side: 20 };
const FIT_ALL = {
  padding: {
    top: `${AROUND.top}px`,
    bottom: `${AROUND.bottom}px`,
    left: `${AROUND.side}px`,
    right: `${AROUND.side}px`,
  },
  maxZoom: 1,
} as const;
/** As small as the whole may become. */
export const LEAST_ZOOM = 0.1;

/** Width and height of the map's window. */
export interface Size {
  width: number;
  height: number;
}

/** The part of the window that cards should keep to. */
export function roomIn({ width, height }: Size): Size {
  return { width: width - 2 * AROUND.side, height: height - AROUND.top - AROUND.bottom };
}

/** What one sees first, and whether that is everything. */
export interface Opening {
  view: Viewport;
  whole: boolean;
}

/** The whole of a Flow, or its start when the whole would be too small: what it opens with. */
export function firstView(
  window: Size,
  places: readonly Point[],
  start: Point,
  rtl: boolean,
  smallest = SMALLEST_FIRST,
): Opening {
  const box = around(places.map(cardBox)) ?? cardBox(start);
  const { width, height } = window;
  const whole = getViewportForBounds(box, width, height, LEAST_ZOOM, FIT_ALL.maxZoom, FIT_ALL.padding);
  if (whole.zoom >= smallest) return { view: whole, whole: true };
  const zoom = READABLE_ZOOM;
  const x = rtl ? width - AROUND.side - (start.x + CARD_WIDTH) * zoom : AROUND.side - start.x * zoom;
  const middle = height / 2 - (start.y + CARD_HEIGHT / 2) * zoom;
  // No free space above the topmost card.
  return { view: { x, y: Math.min(middle, AROUND.top - box.y * zoom), zoom }, whole: false };
}

export function mapView({
  flow,
  size,
  drawn,
}: {
  flow: ReactFlowInstance;
  size(): Size;
  /** Where a card is drawn right now. */
  drawn(key: string): Point | undefined;
}) {
  /** Moves the view so that a card is in it: as little as it takes, or to its middle when it is far away. */
  const bringIntoView = (key: string, always = false): void => {
    const at = drawn(key);
    if (at === undefined) return;
    const box = size();
    const { x, y, zoom } = flow.getViewport();
    const card = {
      left: at.x * zoom + x,
      top: at.y * zoom + y,
      width: CARD_WIDTH * zoom,
      height: CARD_HEIGHT * zoom,
    };
    const dx = shiftInto(card.left, card.width, box.width);
    const dy = shiftInto(card.top, card.height, box.height);
    if (dx === 0 && dy === 0 && !always && zoom >= SMALLEST_ZOOM) return;
    const near = Math.abs(dx) < box.width / 2 && Math.abs(dy) < box.height / 2;
    if (near && !always && zoom >= SMALLEST_ZOOM) {
      void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: motionMs(FLY_MS) });
      return;
    }
    void flow.setCenter(at.x + CARD_WIDTH / 2, at.y + CARD_HEIGHT / 2, {
      zoom: Math.max(zoom, READABLE_ZOOM),
      duration: motionMs(FLY_MS),
    });
  };

  /** Moves the view so that all these places fill it, or to `start` when there is too much to see at once. */
  const showAll = (places: readonly Point[], start: Point, rtl: boolean): void => {
    const { view } = firstView(size(), places, start, rtl, SMALLEST_ZOOM);
    void flow.setViewport(view, { duration: motionMs(FLY_MS) });
  };

  return {
    bringIntoView,
    showAll,
    fit: () => void flow.fitView({ ...FIT_ALL, duration: motionMs(FLY_MS) }),
    zoomToCards: (keys: readonly string[]) => {
      const box = around(keys.flatMap((key) => drawn(key) ?? []).map(cardBox));
      if (box !== null) void flow.fitBounds(box, { padding: 0.25, duration: motionMs(FLY_MS) });
    },
    zoomIn: () => void flow.zoomIn({ duration: motionMs(ZOOM_MS) }),
    zoomOut: () => void flow.zoomOut({ duration: motionMs(ZOOM_MS) }),
    zoomTo: (zoom: number) => void flow.zoomTo(zoom, { duration: motionMs(ZOOM_MS) }),
  };
}

/** How far something has to move to lie inside of a length, with a margin at both ends. */
function shiftInto(start: number, size: number, length: number): number {
  if (size > length - 2 * MARGIN) return (length - size) / 2 - start;
  if (start < MARGIN) return MARGIN - start;
  return Math.min(0, length - MARGIN - size - start);
}
