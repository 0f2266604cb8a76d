import type { JourneyStep, Persona, Refusal, RunCost, Skip, Value } from '@/host';
import { direction, formatLocale, isoDay, type Key, money, number, t } from '@/i18n';
import type { IconName } from '@/kit';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(
  at: number,
  zone: string,
  name: string,
  how: Intl.DateTimeFormatOptions,
  locale = formatLocale(),
): string {
  const key = `${locale} ${zone} ${name}`;
  let known = formats.get(key);
  if (known === undefined) {
    known = new Intl.DateTimeFormat(locale, { ...how, timeZone: zone });
    formats.set(key, known);
  }
  return known.format(at);
}

/** "09:31", in another locale than the shell's when given. */
export function timeOf(at: number, zone: string, locale?: string): string {
  return formatted(at, zone, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, locale);
}

/** "Mon 23 Nov". */
export function dayOf(at: number, zone: string): string {
  return formatted(at, zone, 'day', { weekday: 'short', day: 'numeric' });
}

/** "Mon 09:31". */
export function shortMoment(at: number, zone: string): string {
  return `${formatted(at, zone, 'short', { weekday: 'short' })} ${timeOf(at, zone)}`;
}

/** "Mon 23 Nov 09:31", for what lies far ahead. */
export function farMoment(at: number, zone: string): string {
  const day = formatted(at, zone, 'far', { weekday: 'short', day: 'numeric', month: 'short' });
  return `${day} ${timeOf(at, zone)}`;
}

/** "Monday 23 Nov, 09:31". */
export function longMoment(at: number, zone: string): string {
  const day = formatted(at, zone, 'long', { weekday: 'long', day: 'numeric', month: 'short' });
  return t('simulator.moment', { day, time: timeOf(at, zone) });
}

/** The day, as a chat writes it between messages. */
export function chatDay(at: number, zone: string, locale: string): string {
  return formatted(at, zone, 'chat', { weekday: 'long', day: 'numeric', month: 'long' }, locale);
}

/** "Lisbon" of `Europe/Lisbon`. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** Words of others inside of a sentence that runs from the right keep their own direction. */
export function apartWords(words: string): string {
  return direction() === 'rtl' ? `\u2068${words}\u2069` : words;
}

/** A step as a sentence names it. */
export function titleOf(step: JourneyStep | undefined): string {
  if (step === undefined) return '';
  return step.title === '' ? step.id : step.title;
}

export const PERSONAS: readonly Persona[] = [
  'at_once',
  'after_hours',
  'never',
  'after_a_day',
  'wrong',
  'opts_out',
  'asks_for_person',
  'blocks',
];

const PERSONA_ICONS: Record<Persona, IconName> = {
  at_once: 'reply',
  after_hours: 'wait',
  never: 'noReply',
  after_a_day: 'clock',
  wrong: 'help',
  opts_out: 'optOut',
  asks_for_person: 'person',
  blocks: 'blocks',
};

export function personaIcon(persona: Persona | null): IconName {
  return persona === null ? 'tap' : PERSONA_ICONS[persona];
}

/** "answers at once". */
export function personaWords(persona: Persona | null): string {
  return t(`simulator.persona.${persona ?? 'me'}`);
}

/** "Late", for a chip. */
export function personaChip(persona: Persona | null): string {
  return t(`simulator.chip.${persona ?? 'me'}`);
}

export function refusalWords(why: Refusal): string {
  return t(`simulator.refused.${why}`);
}

export function skipWords(why: Skip): string {
  return t(`simulator.skipped.${why}`);
}

/** What a category of Meta's is called. */
export function categoryWords(category: string): string {
  const key = `simulator.category.${category.toLowerCase()}`;
  const known: Record<string, Key> = {
    'simulator.category.marketing': 'simulator.category.marketing',
    'simulator.category.utility': 'simulator.category.utility',
    'simulator.category.authentication': 'simulator.category.authentication',
  };
  const found = known[key];
  return found === undefined ? category.toLowerCase() : t(found);
}

/** What a run costs as people write it; null when a rate is not known. */
export function costWords(cost: RunCost): string | null {
  if (cost.charged === 0) return t('simulator.costNothing');
  return cost.amount === null ? null : money(Number(cost.amount), cost.currency);
}

/** A value as people read it. */
export function valueWords(value: Value): string {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? isoDay(value) : value;
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return t(value ? 'simulator.yes' : 'simulator.no');
  if (Array.isArray(value)) return value.map(valueWords).join(', ');
  return value === null ? '' : JSON.stringify(value);
}

/** Hours and minutes of a time, in a few letters: "24 h", "3 h 20 min", "5 min". */
export function hoursWords(length: number): string {
  const minutes = Math.max(0, Math.ceil(length / 60_000));
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t('simulator.minutes', { minutes });
  if (rest === 0) return t('simulator.hours', { hours });
  return t('simulator.hoursMinutes', { hours, minutes: rest });
}
