import type { Stage, Value } from '@/host';
import { STAGES } from '@/journey-words';
import { isMembers, type Members } from './json';

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const CATEGORIES = ['marketing', 'utility', 'authentication'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a value is held against, as it is written. */
export const COMPARISONS = ['is', 'is_not', 'contains', 'above', 'below', 'known'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What is looked at, and how. */
export type Test =
  | { readonly type: 'window' | 'ad' | 'consent' }
  | { readonly type: 'tag'; readonly tag: string }
  | { readonly type: 'stage'; readonly stage: Stage }
  | { readonly type: 'allowed'; readonly category: Category }
  | { readonly type: 'between'; readonly from: string; readonly to: string }
  | { readonly type: 'on'; readonly days: readonly Weekday[] }
  | {
      readonly type: 'field';
      readonly name: string;
      readonly comparison: Comparison;
      readonly value: Value;
      /** Members that are not known here. */
      readonly rest: Members;
    };

/** A condition as a tree that the form can show. Of what is not understood the text is kept. */
export type Condition =
  | { readonly kind: 'leaf'; readonly not: boolean; readonly test: Test }
  | { readonly kind: 'group'; readonly join: Join; readonly rows: readonly Condition[] }
  | { readonly kind: 'kept'; readonly json: Value };

/** How many of a group have to be so. */
export type Join = 'all' | 'any' | 'none';

const WORDS = { window_open: 'window', ad_window_open: 'ad', consent: 'consent' } as const;
const WRITTEN = { window: 'window_open', ad: 'ad_window_open', consent: 'consent' } as const;

function only(json: Value): [string, Value] | undefined {
  if (!isMembers(json)) return undefined;
  const entries = Object.entries(json);
  return entries.length === 1 ? entries[0] : undefined;
}

function isWeekday(value: Value): value is Weekday {
  return WEEKDAYS.some((day) => day === value);
}

function readTest(json: Value): Test | undefined {
  if (typeof json === 'string')
    return Object.hasOwn(WORDS, json) ? { type: WORDS[json as keyof typeof WORDS] } : undefined;
  const [key, value] = only(json) ?? [];
  if (value === undefined) return undefined;
  switch (key) {
    case 'tag':
      return typeof value === 'string' ? { type: 'tag', tag: value } : undefined;
    case 'stage': {
      const stage = STAGES.find((known) => known === value);
      return stage === undefined ? undefined : { type: 'stage', stage };
    }
    case 'allowed': {
      const category = CATEGORIES.find((known) => known === value);
      return category === undefined ? undefined : { type: 'allowed', category };
    }
    case 'between': {
      const [from, to] = Array.isArray(value) && value.length === 2 ? value : [];
      return typeof from === 'string' && typeof to === 'string' ? { type: 'between', from, to } : undefined;
    }
    case 'on':
      return Array.isArray(value) && value.every(isWeekday) ? { type: 'on', days: value } : undefined;
    case 'field':
      return readField(value);
    default:
      return undefined;
  }
}

function readField(json: Value): Test | undefined {
  if (!isMembers(json) || typeof json.name !== 'string') return undefined;
  const { name, ...members } = json;
  const [comparison, ...more] = COMPARISONS.filter((known) => Object.hasOwn(members, known));
  if (comparison === undefined || more.length > 0) return undefined;
  const { [comparison]: value = null, ...rest } = members;
  if (comparison === 'known' && typeof value !== 'boolean') return undefined;
  return { type: 'field', name, comparison, value, rest };
}

/** A condition of a journey, as the form shows it. */
export function readCondition(json: Value): Condition {
  const test = readTest(json);
  if (test !== undefined) return { kind: 'leaf', not: false, test };
  const [key, value = null] = only(json) ?? [];
  if ((key === 'all' || key === 'any') && Array.isArray(value))
    return { kind: 'group', join: key, rows: value.map(readCondition) };
  if (key === 'not') {
    const inner = readCondition(value);
    if (inner.kind === 'leaf' && !inner.not) return { ...inner, not: true };
    if (inner.kind === 'group' && inner.join === 'any') return { ...inner, join: 'none' };
  }
  return { kind: 'kept', json };
}

function writeTest(test: Test): Value {
  switch (test.type) {
    case 'tag':
      return { tag: test.tag };
    case 'stage':
      return { stage: test.stage };
    case 'allowed':
      return { allowed: test.category };
    case 'between':
      return { between: [test.from, test.to] };
    case 'on':
      return { on: [...test.days] };
    case 'field':
      return { field: { name: test.name, [test.comparison]: test.value, ...test.rest } };
    default:
      return WRITTEN[test.type];
  }
}

/** The same condition as it is written. */
export function writeCondition(condition: Condition): Value {
  if (condition.kind === 'kept') return condition.json;
  if (condition.kind === 'leaf') {
    const test = writeTest(condition.test);
    return condition.not ? { not: test } : test;
  }
  const rows = condition.rows.map(writeCondition);
  if (condition.join === 'none') return { not: { any: rows } };
  return condition.join === 'all' ? { all: rows } : { any: rows };
}

export type Group = Extract<Condition, { kind: 'group' }>;
export type Leaf = Extract<Condition, { kind: 'leaf' }>;

/** A condition as rows: one alone is a group of one. */
export function asRows(condition: Condition): Group {
  return condition.kind === 'group' ? condition : { kind: 'group', join: 'all', rows: [condition] };
}

/** The other way: a group of one is that one. */
export function fromRows(group: Group): Condition {
  const [row, ...more] = group.rows;
  return row !== undefined && more.length === 0 && group.join !== 'none' ? row : group;
}

/** What a value is, as `data` says it. */
export const DATA_TYPES = ['text', 'number', 'yes_no', 'date', 'moment', 'list', 'record'] as const;
export type DataType = (typeof DATA_TYPES)[number];

/** A type that this form has fields for; others are edited as text. */
export function plainType(type: Value | undefined): DataType {
  return DATA_TYPES.find((known) => known === type) ?? 'record';
}

/** A comparison as people choose it: the opposite of each has words of its own. */
export const CHECKS = [
  'is',
  'is_not',
  'contains',
  'contains_not',
  'above',
  'above_not',
  'below',
  'below_not',
  'known',
  'unknown',
] as const;
export type Check = (typeof CHECKS)[number];

const OPPOSITE = { is: 'is_not', contains: 'contains_not', above: 'above_not', below: 'below_not' } as const;

/** Which comparison a row is. */
export function checkOf(leaf: Leaf): Check | null {
  if (leaf.test.type !== 'field') return null;
  const { comparison, value } = leaf.test;
  if (comparison === 'known') return (value === true) !== leaf.not ? 'known' : 'unknown';
  if (comparison === 'is_not') return leaf.not ? 'is' : 'is_not';
  return leaf.not ? OPPOSITE[comparison] : comparison;
}

/** The same row with another comparison. What it is held against stays where it can. */
export function withCheck(leaf: Leaf, check: Check, fresh: Value): Leaf {
  if (leaf.test.type !== 'field') return leaf;
  const value = leaf.test.comparison === 'known' ? fresh : leaf.test.value;
  const row = (not: boolean, comparison: Comparison, held: Value): Leaf => ({
    kind: 'leaf',
    not,
    test: { ...(leaf.test as Extract<Test, { type: 'field' }>), comparison, value: held },
  });
  switch (check) {
    case 'known':
    case 'unknown':
      return row(false, 'known', check === 'known');
    case 'is':
    case 'is_not':
    case 'contains':
    case 'above':
    case 'below':
      return row(false, check, value);
    case 'contains_not':
      return row(true, 'contains', value);
    case 'above_not':
      return row(true, 'above', value);
    case 'below_not':
      return row(true, 'below', value);
  }
}

const OF_TYPE: Record<DataType, readonly Check[]> = {
  text: ['is', 'is_not', 'contains', 'contains_not', 'known', 'unknown'],
  number: ['is', 'is_not', 'above', 'below', 'known', 'unknown'],
  yes_no: ['is', 'known', 'unknown'],
  date: ['is', 'is_not', 'below', 'above', 'known', 'unknown'],
  moment: ['below', 'above', 'known', 'unknown'],
  list: ['contains', 'contains_not', 'known', 'unknown'],
  record: ['known', 'unknown'],
};

/** The comparisons for a value of a type; the one that is there is always among them. */
export function checksFor(type: DataType, current: Check | null): readonly Check[] {
  const checks = OF_TYPE[type];
  return current === null || checks.includes(current) ? checks : [current, ...checks];
}
