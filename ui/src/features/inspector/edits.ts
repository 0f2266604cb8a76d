import type { PropertyFacts } from '@/document';
import { join } from '@/document';
import type { Edit, Pointer, Value } from '@/host';

function same(a: Value | undefined, b: Value | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Sets a member, or takes it away when the new value says no more than its absence: nothing at all, or what holds
 * anyway. None when nothing changes.
 */
export function setMember(
  at: Pointer,
  facts: Pick<PropertyFacts, 'name' | 'required' | 'default'>,
  before: Value | undefined,
  value: Value | undefined,
): Edit | undefined {
  const key = facts.name;
  const empty = value === undefined || value === '';
  const idle = !facts.required && (empty || (facts.default !== null && same(value, facts.default)));
  if (idle) return before === undefined ? undefined : { type: 'RemoveProperty', at, key };
  const next = value ?? '';
  return same(before, next) ? undefined : { type: 'SetProperty', at, key, value: next };
}

/** Members of a range: what `CalendarPicker` has twice in range mode. */
const TWICE = ['label', 'helper-text', 'required', 'init-value', 'error-message'] as const;

/** Members that only a range has. */
const RANGE_ONLY = ['title', 'description', 'min-days', 'max-days'] as const;

/** Turns a `CalendarPicker` into one for a day or for a stretch of days, with every member in the shape it needs. */
export function calendarMode(at: Pointer, json: Value, mode: 'single' | 'range'): Edit {
  const object = typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};
  const edits: Edit[] = [{ type: 'SetProperty', at, key: 'mode', value: mode }];
  for (const key of TWICE) {
    const value = object[key];
    if (value === undefined) continue;
    const isPair = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (mode === 'range' && !isPair) {
      edits.push({ type: 'SetProperty', at, key, value: { 'start-date': value, 'end-date': value } });
    }
    if (mode === 'single' && isPair) {
      const kept = value['start-date'];
      if (kept !== undefined) edits.push({ type: 'SetProperty', at, key, value: kept });
    }
  }
  if (mode === 'single') {
    for (const key of RANGE_ONLY)
      if (object[key] !== undefined) edits.push({ type: 'RemoveProperty', at, key });
  }
  return { type: 'Batch', name: null, edits };
}

/** A free id made from words: "Hair colour" becomes `hair_colour`, then `hair_colour_2`. */
export function freeId(words: string, taken: readonly string[]): string {
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 30);
  const stem = plain === '' ? 'option' : plain;
  if (!taken.includes(stem)) return stem;
  let number = 2;
  while (taken.includes(`${stem}_${number}`)) number += 1;
  return `${stem}_${number}`;
}

/** Options from pasted lines: one a line, a description behind a tab or " - ". Ids that are taken are made free. */
export function optionsFromLines(text: string, taken: readonly string[]): { [key: string]: Value }[] {
  const ids = [...taken];
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [title = line, ...rest] = line.split(/\t| [-–—] /);
      const id = freeId(title, ids);
      ids.push(id);
      const description = rest.join(' ').trim();
      return { id, title: title.trim(), ...(description === '' ? {} : { description }) };
    });
}

/** Moves an item of an array one step. */
export function moveItem(list: Pointer, from: number, step: 1 | -1): Edit {
  return { type: 'MoveItem', from: join(list, from), to: list, index: from + step };
}
