/** Moments as somebody in a time zone reads them. */

import type { Value } from '@/host';

const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

const parts = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  let known = parts.get(zone);
  if (known === undefined) {
    known = new Intl.DateTimeFormat('en-GB-u-nu-latn', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    });
    parts.set(zone, known);
  }
  return known;
}

/** How far the clocks of a zone are ahead of UTC at a moment. */
export function offset(at: number, zone: string): number {
  const read = Object.fromEntries(
    format(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** The moment when the clocks of a zone show this time, counted as if it were UTC. */
export function fromWall(wall: number, zone: string): number {
  const guess = wall - offset(wall, zone);
  return wall - offset(guess, zone);
}

/** Midnight before a moment. */
export function startOfDay(at: number, zone: string): number {
  const wall = at + offset(at, zone);
  return fromWall(Math.floor(wall / DAY) * DAY, zone);
}

/** Midnight so many days later. */
export function addDays(midnight: number, days: number, zone: string): number {
  const wall = midnight + offset(midnight, zone);
  return fromWall(wall + days * DAY, zone);
}

/** Minutes since midnight of `21:00`; null when it is none. */
export function minutesOf(text: unknown): number | null {
  const found = typeof text === 'string' ? /^(\d{1,2}):(\d{2})$/.exec(text) : null;
  if (found === null) return null;
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  return minutes <= 24 * 60 ? minutes : null;
}

export type Span = { from: number; to: number };

/** The quiet hours between two moments, cut off at both. */
export function quietSpans(settings: unknown, from: number, to: number, zone: string): Span[] {
  const quiet = (settings as { quiet_hours?: { from?: unknown; to?: unknown } } | null)?.quiet_hours;
  const begins = minutesOf(quiet?.from);
  const ends = minutesOf(quiet?.to);
  if (begins === null || ends === null || begins === ends) return [];
  const spans: Span[] = [];
  for (let day = addDays(startOfDay(from, zone), -1, zone); day < to; day = addDays(day, 1, zone)) {
    const wall = day + offset(day, zone);
    const span = {
      from: Math.max(from, fromWall(wall + begins * MINUTE, zone)),
      to: Math.min(to, fromWall(wall + ends * MINUTE + (ends > begins ? 0 : DAY), zone)),
    };
    if (span.from < span.to) spans.push(span);
  }
  return spans;
}

/** Midnights from one moment to another. */
export function midnights(from: number, to: number, zone: string): number[] {
  const days: number[] = [];
  for (let day = startOfDay(from, zone); day < to; day = addDays(day, 1, zone)) {
    if (day >= from) days.push(day);
  }
  return days;
}

/** So many days before the first sample date a run begins. */
const BEFORE = 4;

/**
 * The day a run begins: today, or, where every sample of the journey speaks of days gone by, a few days before the first of
 * them. Otherwise a booking that is made in the run would be in the past.
 */
export function firstDay(steps: readonly { readonly json: Value }[], today: number): number {
  const dates = steps.flatMap(({ json }) => JSON.stringify(json).match(/"\d{4}-\d{2}-\d{2}/gu) ?? []);
  const days = dates.map((date) => Date.parse(date.slice(1))).filter((day) => !Number.isNaN(day));
  if (days.length === 0 || Math.max(...days) >= today) return today;
  return Math.min(...days) - BEFORE * DAY;
}
