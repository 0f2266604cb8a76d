import { type CalendarDate, getDayOfWeek, parseDate } from '@internationalized/date';
import type { Weekday } from '@/host';

const WEEKDAYS: readonly Weekday[] = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** A day from `YYYY-MM-DD`; none for anything else. */
export function dayOf(text: string): CalendarDate | null {
  try {
    return parseDate(text);
  } catch {
    return null;
  }
}

/** The day as people write it where they live; the text itself when it is no day. */
export function dayWords(text: string, locale: string, weekday: boolean): string {
  const day = dayOf(text);
  if (day === null) return text;
  const format = new Intl.DateTimeFormat(locale, {
    weekday: weekday ? 'short' : undefined,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(day.toDate('UTC'));
}

/** Says which days cannot be chosen. An empty list of weekdays lets none through, as on the phone. */
export function unavailableDays(unavailable: readonly string[], includeDays: readonly Weekday[] | null) {
  const days = new Set(unavailable);
  const weekdays = includeDays === null ? null : new Set(includeDays);
  return (day: CalendarDate): boolean => {
    if (days.has(day.toString())) return true;
    const weekday = WEEKDAYS[getDayOfWeek(day, 'en-US')];
    return weekdays !== null && (weekday === undefined || !weekdays.has(weekday));
  };
}
