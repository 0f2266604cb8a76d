import { useStore, useStoreApi, type Viewport } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { stepAt, useJourney, useJourneySession, usePaste, useReveal } from '@/document';
import { type Box, type Point, viewOf } from '@/graph-view';
import type { Pointer } from '@/host';
import { usePanel } from '@/kit';
import type { CanvasActs } from './acts';
import { HEAD, LANE, LANES } from './geometry';
import { regionAround } from './near';

/** Flies to what is asked to be shown. */
export function useShown(acts: CanvasActs): void {
  const session = useJourneySession();
  const show = useCallback(
    (pointer: Pointer) => {
      const step = stepAt(session.store.getState().journey, pointer);
      if (step === undefined) return undefined;
      // A new card is measured first.
      const frame = requestAnimationFrame(() => acts.bringIntoView(step.key));
      return () => cancelAnimationFrame(frame);
    },
    [session, acts],
  );
  useReveal(
    useJourney((state) => state.reveal),
    show,
  );
}

/** When the form opens, beside the canvas or over it, the selected card stays in sight. */
export function useKeepInSight(acts: CanvasActs, isForm: boolean): void {
  const width = useStore((state) => state.width);
  const before = useRef({ width, isForm });
  useEffect(() => {
    const was = before.current;
    before.current = { width, isForm };
    const key = acts.selected().at(-1);
    if (key !== undefined && width > 0 && (was.width > width || (isForm && !was.isForm)))
      acts.bringIntoView(key);
  }, [width, isForm, acts]);
}

/** What the form leaves of the canvas to be seen. */
export function roomOf(
  root: HTMLElement | null,
  { width, height }: { width: number; height: number },
): { left: number; right: number; height: number } {
  const room = { left: 0, right: width, height };
  const canvas = root?.getBoundingClientRect();
  const form = root?.closest('main')?.querySelector('[data-region="inspector"]')?.getBoundingClientRect();
  if (canvas === undefined || form === undefined) return room;
  const [from, to] = [form.left - canvas.left, form.right - canvas.left];
  if (from > 0 && from < width) room.right = from;
  else if (from <= 0 && to > 0) room.left = to;
  return room;
}

/** What was copied is put in where the pointer is. */
export function usePasted(
  root: RefObject<HTMLDivElement | null>,
  acts: CanvasActs,
  flow: { screenToFlowPosition(point: Point): Point },
  isOn: boolean,
): void {
  const paste = useCallback(
    (copied: string, at: Point | null) =>
      void acts.paste(copied, at === null ? null : flow.screenToFlowPosition(at)),
    [acts, flow],
  );
  usePaste(root, isOn ? paste : null);
}

export interface Opening {
  readonly view: Viewport;
  readonly box: Box;
}

/** Cards are drawn in px: larger text is a larger view of them. */
function textSize(): number {
  const written = getComputedStyle(document.documentElement).getPropertyValue('--text-size');
  return Number.parseFloat(written) || 1;
}

/**
 * The first view, from the top: all five lanes where they fit, larger for who reads larger text; null until the size of the
 * window is known.
 */
export function useOpening(root: RefObject<HTMLDivElement | null>, rtl: boolean): Opening | null {
  const [opening, setOpening] = useState<Opening | null>(null);
  useLayoutEffect(() => {
    const at = root.current;
    if (opening !== null || at === null) return;
    const open = () => {
      const { width, height } = at.getBoundingClientRect();
      // Behind a tab it has no size yet.
      if (width === 0) return;
      const zoom = Math.min(1, Math.max(0.3, width / (LANE * LANES))) * Math.min(2, textSize());
      const spare = width - LANE * LANES * zoom;
      // Where not all fit, the first lane is seen.
      const x = spare >= 0 ? spare / 2 : rtl ? spare : 0;
      setOpening({
        view: { x, y: HEAD, zoom },
        box: viewOf({ transform: [x, HEAD, zoom], width, height }),
      });
    };
    open();
    const watch = new ResizeObserver(open);
    watch.observe(at);
    return () => watch.disconnect();
  }, [opening, root, rtl]);
  return opening;
}

/** A window has to be so wide, in px at 100 %, for the overview not to be in the way. */
const OVERVIEW_FROM = 1100;

/** Whether the overview shows: as it was left, at first where there is room for it. */
export function useOverview(): boolean {
  const initial = window.innerWidth / textSize() < OVERVIEW_FROM ? 0 : 1;
  return usePanel('canvas.overview', initial)[0] === 1;
}

/** What of a large journey is drawn; null: all of it. */
export function useRegion(large: boolean, opening: Opening | null): Box | null {
  const api = useStoreApi();
  const [region, setRegion] = useState<Box | null>(null);
  useEffect(() => {
    if (!large) return;
    return api.subscribe((state, before) => {
      if (
        state.transform !== before.transform ||
        state.width !== before.width ||
        state.height !== before.height
      )
        setRegion((known) => regionAround(known, viewOf(state)));
    });
  }, [api, large]);
  const first = useMemo(() => (opening === null ? null : regionAround(null, opening.box)), [opening]);
  return large ? (region ?? first) : null;
}
