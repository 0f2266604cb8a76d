import english from 'virtual:catalogue/en';
import { type I18n, setupI18n } from '@lingui/core';
import type { Key } from './keys';

export type { Key } from './keys';
export type Values = Record<string, string | number | Date>;

/** Languages the shell speaks. English words stand in where a language has none. `format` writes numbers and dates. */
export const LANGUAGES = [
  { tag: 'en', name: 'English', direction: 'ltr', format: 'en', words: async () => english },
  {
    tag: 'ar',
    name: 'العربية',
    direction: 'rtl',
    // Digits follow the language: Arabic-Indic.
    format: 'ar-u-nu-arab',
    words: async () => (await import('virtual:catalogue/ar')).default,
  },
] as const;
export type Language = (typeof LANGUAGES)[number]['tag'];

let i18n: I18n = setupI18n({ locale: 'en', messages: { en: english } });
let language: Language = 'en';

/** The shell's sentence for a key, in the user's language. */
export function t(key: Key, values?: Values): string {
  return i18n._(key, values);
}

/** Whether the catalogue has a sentence for a key that was put together. */
export function isKey(text: string): text is Key {
  return Object.hasOwn(english, text);
}

/** Words of languages other than the shell's, as far as they have been asked for. */
const others = new Map<Language, I18n>();

/** Says something in a language that need not be the shell's; in the shell's until that one is loaded. */
export function tIn(wanted: Language, key: Key, values?: Values): string {
  return wanted === language ? t(key, values) : (others.get(wanted) ?? i18n)._(key, values);
}

/** Whether `tIn` can speak a language already. */
export function hasWords(wanted: Language): boolean {
  return wanted === language || others.has(wanted);
}

/** Makes a language ready for `tIn`. */
export async function loadWords(wanted: Language): Promise<void> {
  if (hasWords(wanted)) return;
  const words = await wordsOf(wanted);
  others.set(wanted, setupI18n({ locale: wanted, locales: formatOf(wanted), messages: { [wanted]: words } }));
}

async function wordsOf(wanted: Language): Promise<typeof english> {
  return wanted === 'ar' ? { ...english, ...(await import('virtual:catalogue/ar')).default } : english;
}

/** The closest language the shell speaks. */
export function matchLanguage(wanted: string | null): Language {
  const tags = wanted === null ? navigator.languages : [wanted];
  for (const tag of tags) {
    const base = tag.split('-')[0];
    const found = LANGUAGES.find((spoken) => spoken.tag === base);
    if (found !== undefined) return found.tag;
  }
  return 'en';
}

function known(): (typeof LANGUAGES)[number] {
  return LANGUAGES.find(({ tag }) => tag === language) ?? LANGUAGES[0];
}

/** Loads a language's words and turns the page round for it. */
export async function setLanguage(wanted: Language): Promise<void> {
  language = wanted;
  const words = { ...english, ...(await known().words()) };
  i18n = setupI18n({ locale: wanted, locales: formatLocale(), messages: { [wanted]: words } });
  document.documentElement.lang = wanted;
  document.documentElement.dir = direction();
}

export function currentLanguage(): Language {
  return language;
}

/** What numbers, dates and React Aria's own words are written in. */
export function formatLocale(): string {
  return known().format;
}

/** What numbers and dates of a language are written in. */
export function formatOf(wanted: Language): string {
  return LANGUAGES.find((known) => known.tag === wanted)?.format ?? wanted;
}

export function direction(): 'ltr' | 'rtl' {
  return known().direction;
}

/** "today", "yesterday" or the date, for a time in milliseconds since 1970. */
export function day(at: number, now: number = Date.now()): string {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (days === 0 || days === 1) {
    return new Intl.RelativeTimeFormat(formatLocale(), { numeric: 'auto' }).format(-days, 'day');
  }
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(formatLocale(), {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** The day by its date alone, "12 November", for a time in milliseconds since 1970: it stays true later. */
export function date(at: number, now: number = Date.now()): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(formatLocale(), {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** The time of day, for a time in milliseconds since 1970. */
export function clock(at: number): string {
  return new Intl.DateTimeFormat(formatLocale(), { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** Making a format costs a hundred times as much as using it. */
const numberFormats = new Map<string, Intl.NumberFormat>();

export function number(value: number): string {
  const locale = formatLocale();
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale);
  numberFormats.set(locale, format);
  return format.format(value);
}

/** What people call a language, in the user's own: "Spanish", "Portuguese (Brazil)". */
export function languageName(tag: string): string {
  try {
    return (
      new Intl.DisplayNames([formatLocale()], { type: 'language', languageDisplay: 'standard' }).of(tag) ??
      tag
    );
  } catch {
    return tag;
  }
}

/** Which way a language is written. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const [base = '', ...rest] = tag.toLowerCase().split('-');
  const rtl = ['ar', 'he', 'fa', 'ur', 'ps', 'prs', 'yi', 'dv', 'ug', 'sd', 'ckb'].includes(base);
  return rtl && !rest.includes('latn') ? 'rtl' : 'ltr';
}

/** A day of the core, `2026-10-01`, as people write it. */
export function isoDay(day: string): string {
  return new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}

/**
 * An amount of money; without a currency the bare number. Small amounts show more of their digits. `about`: it is not known so
 * well, from ten on whole units will do.
 */
export function money(amount: number, currency: string | null, about = false): string {
  if (currency === null) return number(amount);
  const isWhole = about && amount >= 10;
  return new Intl.NumberFormat(formatLocale(), {
    style: 'currency',
    currency,
    minimumFractionDigits: isWhole ? 0 : 2,
    maximumFractionDigits: isWhole ? 0 : amount === 0 || amount >= 1 ? 2 : 4,
  }).format(amount);
}

/** A country by its ISO code. */
export function countryName(code: string): string {
  return new Intl.DisplayNames([formatLocale()], { type: 'region' }).of(code) ?? code;
}
