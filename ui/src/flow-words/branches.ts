/** What stands on an edge: which answer leads this way, read from the If and Switch parts around its button. */

import { segments } from '@/document';
import type { JsonValue, Pointer } from '@/host';
import { t } from '@/i18n';

/** Words on an edge, not yet in anyone's language. */
export type LinkWords =
  /** Of an answer: "If Colour", or "If not Colour". */
  | { kind: 'answer'; answer: string; not: boolean }
  /** Of a yes/no value: "If I agree". */
  | { kind: 'yes'; of: string; not: boolean }
  /** A condition that says more than one short thing. */
  | { kind: 'condition' }
  /** Everybody else. */
  | { kind: 'others' }
  /** What people press. */
  | { kind: 'press'; label: string }
  /** The endpoint decides. */
  | { kind: 'endpoint' };

type JsonObject = { [key: string]: JsonValue };

/** Whether a JSON value is an object. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member or item of a JSON value. */
function member(value: JsonValue | undefined, token: string): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(token)];
  return isObject(value) ? value[token] : undefined;
}

/**
 * The branch a part stands in, as words; `null` outside of every If and Switch. The innermost one counts.
 * `via` points into the whole file: `/screens/N/...`; `screen` is the JSON of that screen.
 */
export function branchWords(screen: JsonValue, via: Pointer): LinkWords | null {
  const tokens = segments(via).slice(2);
  let at: JsonValue | undefined = screen;
  let words: LinkWords | null = null;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] ?? '';
    if (isObject(at)) {
      if (at.type === 'If' && token === 'then') words = conditionWords(screen, at.condition, false);
      else if (at.type === 'If' && token === 'else') words = { kind: 'others' };
      else if (at.type === 'Switch' && token === 'cases')
        words = caseWords(screen, at.value, tokens[i + 1] ?? '');
    }
    at = member(at, token);
  }
  return words;
}

const REFERENCE = /^\$\{(?:screen\.[\w,]+\.)?(form|data)\.([\w-]+)\}$/;
const COMPARISON = /^(.+?)\s*(==|!=)\s*(.+)$/;
const TEXT = /^'([^']*)'$/;

/** Reads a condition of one comparison or one yes/no value; anything longer is only called a condition. */
function conditionWords(screen: JsonValue, condition: JsonValue | undefined, not: boolean): LinkWords {
  if (typeof condition !== 'string') return { kind: 'condition' };
  const text = unwrapped(condition);
  if (text.startsWith('!') && !text.startsWith('!=')) return conditionWords(screen, text.slice(1), !not);
  const single = REFERENCE.exec(text);
  if (single) return { kind: 'yes', of: fieldLabel(screen, single[2] ?? ''), not };
  const [, left = '', operator = '', right = ''] = COMPARISON.exec(text) ?? [];
  const [reference, literal] = REFERENCE.test(left.trim())
    ? [left.trim(), right.trim()]
    : [right.trim(), left.trim()];
  const field = REFERENCE.exec(reference)?.[2];
  if (field === undefined) return { kind: 'condition' };
  const differs = not !== (operator === '!=');
  const value = TEXT.exec(literal)?.[1];
  if (value !== undefined) return { kind: 'answer', answer: optionTitle(screen, field, value), not: differs };
  if (literal === 'true' || literal === 'false') {
    return { kind: 'yes', of: fieldLabel(screen, field), not: differs !== (literal === 'false') };
  }
  return { kind: 'condition' };
}

/** Without backticks, outer spaces and parentheses that hold the whole. */
function unwrapped(condition: string): string {
  let text = condition.trim();
  if (text.length > 1 && text.startsWith('`') && text.endsWith('`')) text = text.slice(1, -1).trim();
  while (text.startsWith('(') && text.endsWith(')') && !text.slice(1, -1).includes('('))
    text = text.slice(1, -1).trim();
  return text;
}

function caseWords(screen: JsonValue, value: JsonValue | undefined, key: string): LinkWords {
  if (key === 'default') return { kind: 'others' };
  const field = typeof value === 'string' ? REFERENCE.exec(unwrapped(value))?.[2] : undefined;
  return { kind: 'answer', answer: field === undefined ? key : optionTitle(screen, field, key), not: false };
}

/** The parts of a screen in file order, those in branches included. */
export function* partsOf(value: JsonValue | undefined): Generator<JsonObject> {
  if (Array.isArray(value)) {
    for (const item of value) yield* partsOf(item);
  } else if (isObject(value)) {
    if (typeof value.type === 'string') yield value;
    for (const key of ['layout', 'children', 'then', 'else']) yield* partsOf(value[key]);
    if (isObject(value.cases)) for (const branch of Object.values(value.cases)) yield* partsOf(branch);
  }
}

function fieldNamed(screen: JsonValue, name: string): JsonObject | undefined {
  for (const part of partsOf(screen)) if (part.name === name) return part;
  return undefined;
}

/** What people read on the option with this id; the id where the screen does not offer it itself. */
function optionTitle(screen: JsonValue, field: string, id: string): string {
  const options = fieldNamed(screen, field)?.['data-source'];
  if (Array.isArray(options)) {
    for (const option of options) {
      if (isObject(option) && option.id === id && typeof option.title === 'string' && option.title !== '')
        return option.title;
    }
  }
  return id;
}

/** What people read at the field; its name where the screen does not show it. */
function fieldLabel(screen: JsonValue, name: string): string {
  const label = fieldNamed(screen, name)?.label;
  return typeof label === 'string' && label !== '' && !label.includes('${') ? label : name;
}

/** The words in the user's language. */
export function wordsText(words: LinkWords): string {
  switch (words.kind) {
    case 'answer':
      return t(words.not ? 'parts.ifNotAnswer' : 'parts.ifAnswer', { answer: words.answer });
    case 'yes':
      return t(words.not ? 'parts.ifNot' : 'parts.if', { of: words.of });
    case 'condition':
      return t('parts.ifCondition');
    case 'others':
      return t('parts.others');
    case 'press':
      return words.label;
    case 'endpoint':
      return t('parts.endpoint');
  }
}

/** What the branch of an If or a case of a Switch is called; `list` points to its array of parts. */
export function listWords(screen: JsonValue, list: Pointer): LinkWords | null {
  return branchWords(screen, `${list}/0`);
}
