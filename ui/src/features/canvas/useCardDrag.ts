import { useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Point } from '@/graph-view';
import type { CanvasActs } from './acts';

/** Cards under the hand. */
export interface CardDrag {
  /** Where they are held, by their keys; none is. */
  readonly held: ReadonlyMap<string, Point> | null;
  /** The hand has taken cards there; those it held before stay under it. */
  hold(moved: ReadonlyMap<string, Point>): void;
  /** The hand has let go. */
  drop(): void;
}

export function useCardDrag(acts: CanvasActs): CardDrag {
  const [held, setHeld] = useState<ReadonlyMap<string, Point> | null>(null);
  const latest = useRef(held);
  latest.current = held;
  // At once: the card is where the hand is before the next frame.
  const hold = useCallback((moved: ReadonlyMap<string, Point>) => {
    flushSync(() => setHeld((before) => new Map([...(before ?? []), ...moved])));
  }, []);
  const drop = useCallback(() => {
    const moved = latest.current;
    if (moved === null) return;
    // A card stays under where it was let go until the document has it there.
    void acts.drop(moved).then(() => setHeld((now) => (now === moved ? null : now)));
  }, [acts]);
  return { held, hold, drop };
}
