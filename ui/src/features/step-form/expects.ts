import type { Value } from '@/host';
import { DATA_TYPES, type DataType, isMembers } from '@/journey-values';
import { rangeOf, rangePattern } from './range';

/** What an answer can be asked to be without more. */
const PLAIN = [
  'choice',
  'any',
  'email',
  'phone',
  'yes_no',
  'date',
  'moment',
  'list',
  'record',
  'location',
  'media',
] as const;
type Plain = (typeof PLAIN)[number];

/** So many of something. */
const COUNTED = ['letters', 'digits', 'code'] as const;
export type Counted = (typeof COUNTED)[number];

/** What the answer to a question has to be, as the form has it. */
export type Expects =
  | { readonly as: Plain }
  | { readonly as: 'number'; readonly from: number | null; readonly to: number | null }
  | {
      readonly as: Counted;
      readonly from: number;
      /** Null: there is no most. */
      readonly to: number | null;
      /** What stands before it, as an expression. */
      readonly before: string;
      readonly isNumber: boolean;
    }
  | { readonly as: 'oneOf'; readonly words: readonly string[] }
  /** An expression that the form has no words for. */
  | { readonly as: 'pattern'; readonly pattern: string; readonly be: DataType | null };

export type As = Expects['as'];

/** What is offered, in its order. */
export const OFFERED: readonly As[] = [
  'choice',
  'any',
  'number',
  'yes_no',
  'date',
  'email',
  'phone',
  'oneOf',
  'letters',
  'digits',
  'code',
  'list',
  'location',
  'media',
];

const EMAIL = String.raw`[^@\s]+@[^@\s]+\.[^@\s]+`;
const PHONE = '[+(]?[0-9][0-9 ()./-]{5,24}';
const CLASSES: Record<Counted, string> = {
  letters: String.raw`[\s\S]`,
  digits: '[0-9]',
  code: '[A-Za-z0-9 -]',
};

/** The longest text that can be asked for, and as many digits: a pattern for more is too large for the engine. */
export const MOST_LETTERS = 500;

const SPECIAL = /[\\^$.*+?()[\]{}|]/gu;

function asWords(pattern: string): string[] | null {
  const inner = /^\(\?i:(.+)\)$/su.exec(pattern)?.[1];
  if (inner === undefined) return null;
  const parts = inner.match(/(?:\\[\s\S]|[^|\\])+/gu) ?? [];
  const words = parts.map((word) => word.replace(/\\([\s\S])/gu, '$1'));
  return wordsPattern(words) === pattern ? words : null;
}

function wordsPattern(words: readonly string[]): string {
  return `(?i:${words.map((word) => word.replace(SPECIAL, String.raw`\$&`)).join('|')})`;
}

function asCount(pattern: string, isNumber: boolean): Expects | null {
  for (const as of COUNTED)
    for (const before of ['', '#?']) {
      const start = before + CLASSES[as];
      if (!pattern.startsWith(start)) continue;
      const [, from, comma, to] = /^\{(\d{1,3})(,(\d{0,3}))?\}$/u.exec(pattern.slice(start.length)) ?? [];
      if (from === undefined) continue;
      const most = comma === undefined ? Number(from) : to === '' ? null : Number(to);
      return { as, from: Number(from), to: most, before, isNumber };
    }
  return null;
}

function isType(value: Value | undefined): value is DataType {
  return DATA_TYPES.some((known) => known === value);
}

/** What the form understands of it; null: it stays as it is. */
export function readExpects(value: Value | undefined): Expects | null {
  if (value === 'choice' || value === 'location' || value === 'media') return { as: value };
  if (!isMembers(value) || Object.keys(value).length !== 1 || !isMembers(value.text)) return null;
  const { be = null, pattern = null, ...rest } = value.text;
  if (Object.keys(rest).length > 0 || (be !== null && !isType(be))) return null;
  if (pattern !== null && typeof pattern !== 'string') return null;
  if (pattern === null) {
    if (be === null || be === 'text') return { as: 'any' };
    return be === 'number' ? { as: be, from: null, to: null } : { as: be };
  }
  if (be === 'number') {
    const range = rangeOf(pattern);
    if (range !== null) return { as: 'number', ...range };
  }
  const own: Expects = { as: 'pattern', pattern, be };
  if (be === null || be === 'text') {
    if (pattern === EMAIL) return { as: 'email' };
    if (pattern === PHONE) return { as: 'phone' };
    const words = asWords(pattern);
    if (words !== null) return { as: 'oneOf', words };
    return asCount(pattern, false) ?? own;
  }
  return (be === 'number' ? asCount(pattern, true) : null) ?? own;
}

export function writeExpects(expects: Expects): Value {
  switch (expects.as) {
    case 'choice':
    case 'location':
    case 'media':
      return expects.as;
    case 'any':
      return { text: {} };
    case 'email':
      return { text: { pattern: EMAIL } };
    case 'phone':
      return { text: { pattern: PHONE } };
    case 'number': {
      const { from, to } = expects;
      if (from === null && to === null) return { text: { be: 'number' } };
      return { text: { be: 'number', pattern: rangePattern({ from: from ?? 0, to }) } };
    }
    case 'oneOf':
      return { text: { pattern: wordsPattern(expects.words) } };
    case 'pattern':
      return { text: { ...(expects.be === null ? {} : { be: expects.be }), pattern: expects.pattern } };
    case 'letters':
    case 'digits':
    case 'code': {
      const { as, from, to, before, isNumber } = expects;
      const pattern = `${before}${CLASSES[as]}{${from},${to ?? ''}}`;
      return { text: { ...(isNumber ? { be: 'number' } : {}), pattern } };
    }
    default:
      return { text: { be: expects.as } };
  }
}

/** What is asked for first where somebody chooses it. */
export function freshExpects(as: As, words: readonly string[]): Expects {
  switch (as) {
    case 'number':
      return { as, from: null, to: null };
    case 'oneOf':
      return { as, words };
    case 'letters':
      return { as, from: 2, to: 100, before: '', isNumber: false };
    case 'digits':
      return { as, from: 3, to: 8, before: '#?', isNumber: false };
    case 'code':
      return { as, from: 4, to: 10, before: '', isNumber: false };
    case 'pattern':
      return { as, pattern: '', be: null };
    default:
      return { as };
  }
}
