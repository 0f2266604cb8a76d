import { useStore } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { listenForPaste, stepAt, useJourney, useJourneySession } from '@/document';
import type { Point } from '@/graph-view';
import type { CanvasActs } from './acts';

/** Flies to what a problem, undo or a new step asks to show. */
export function useReveal(acts: CanvasActs): void {
  const reveal = useJourney((state) => state.reveal);
  const session = useJourneySession();
  const seen = useRef(reveal?.turn);
  useEffect(() => {
    if (reveal === null || reveal.turn === seen.current) return;
    seen.current = reveal.turn;
    const step = stepAt(session.store.getState().journey, reveal.pointer);
    if (step === undefined) return;
    // A new card is measured first.
    const frame = requestAnimationFrame(() => acts.bringIntoView(step.key));
    return () => cancelAnimationFrame(frame);
  }, [reveal, session, acts]);
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
export function usePaste(
  root: RefObject<HTMLDivElement | null>,
  acts: CanvasActs,
  flow: { screenToFlowPosition(point: Point): Point },
  isOn: boolean,
): void {
  useEffect(() => {
    const at = root.current;
    if (at === null || !isOn) return;
    let pointer: Point | null = null;
    const follow = (event: PointerEvent) => {
      pointer = { x: event.clientX, y: event.clientY };
    };
    at.addEventListener('pointermove', follow);
    const stop = listenForPaste(at, (copied) => {
      void acts.paste(copied, pointer === null ? null : flow.screenToFlowPosition(pointer));
    });
    return () => {
      stop();
      at.removeEventListener('pointermove', follow);
    };
  }, [root, acts, flow, isOn]);
}
