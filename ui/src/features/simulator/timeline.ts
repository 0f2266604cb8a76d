import { addDays, startOfDay } from './moments';

/** So many days show. */
export const DAYS = 4;

/** What the timeline shows: from the first day, or around the hand once it is further. */
export function shown(begin: number, now: number, zone: string): { from: number; to: number } {
  const first = startOfDay(begin, zone);
  const today = startOfDay(now, zone);
  const from = now < addDays(first, DAYS - 1, zone) ? first : addDays(today, -1, zone);
  return { from, to: addDays(from, DAYS, zone) };
}

/** Where a moment stands, from 0 to 1. */
export function place(at: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}

/** Of marks that would lie over each other the first of each heap, with how many there are. */
export function apart<T extends { at: number }>(
  marks: readonly T[],
  from: number,
  to: number,
  least: number,
): (T & { count: number })[] {
  const out: (T & { count: number })[] = [];
  for (const mark of marks) {
    const last = out.at(-1);
    if (last !== undefined && place(mark.at, from, to) - place(last.at, from, to) < least) last.count += 1;
    else out.push({ ...mark, count: 1 });
  }
  return out;
}

const MINUTE = 60_000;

/** Where a key leads the hand; null: it is no key of the clock. */
export function keyed(key: string, shift: boolean, now: number, rtl: boolean): number | null {
  const step = (shift ? 60 : 1) * MINUTE;
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = rtl ? 'ArrowRight' : 'ArrowLeft';
  switch (key) {
    case forward:
    case 'ArrowUp':
      return now + step;
    case back:
    case 'ArrowDown':
      return now - step;
    case 'PageUp':
      return now + 24 * 60 * MINUTE;
    case 'PageDown':
      return now - 24 * 60 * MINUTE;
    default:
      return null;
  }
}
