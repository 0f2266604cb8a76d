import { useEffect, useRef } from 'react';
import type { Pointer } from '@/host';

/** A place that a problem, undo or a new part asks the views to show; `turn` grows each time. */
export interface Reveal {
  readonly pointer: Pointer;
  readonly turn: number;
}

/** Asks for a place after what was asked for before. */
export function revealAt(before: Reveal | null, pointer: Pointer): Reveal {
  return { pointer, turn: (before?.turn ?? 0) + 1 };
}

/**
 * Shows each place that is asked for, once, and nothing of what was asked for before the view was there. `show` may give
 * what ends it early; give a function that stays.
 */
export function useReveal(reveal: Reveal | null, show: (pointer: Pointer) => undefined | (() => void)): void {
  const seen = useRef(reveal?.turn);
  useEffect(() => {
    if (reveal === null || reveal.turn === seen.current) return;
    seen.current = reveal.turn;
    return show(reveal.pointer);
  }, [reveal, show]);
}
