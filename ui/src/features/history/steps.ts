import type { HistoryEntry } from '@/host';

export interface Step {
  /** The distance, as a key. */
  id: string;
  /** What was done; null for the state before the first step. */
  name: string | null;
  /** Milliseconds since 1970. */
  at: number | null;
  /** How many steps away: negative lies behind, 0 is now, positive was undone. */
  distance: number;
}

/** The states one can go to, the newest first. */
export function steps(undo: readonly HistoryEntry[], redo: readonly HistoryEntry[]): Step[] {
  const step = (entry: HistoryEntry | undefined, distance: number): Step => ({
    id: String(distance),
    name: entry?.name ?? null,
    at: entry === undefined ? null : Number(entry.at),
    distance,
  });
  return [
    ...redo.map((entry, index) => step(entry, index + 1)).reverse(),
    ...undo.map((entry, index) => step(entry, index === 0 ? 0 : -index)),
    step(undefined, undo.length === 0 ? 0 : -undo.length),
  ];
}
