/** A Flow's other languages, as its notes keep them. See the core's `languages`. */

import type { Pointer } from '@/host';
import type { Flow } from './flow';
import { pointerOf, segments } from './pointer';

/** The note with the language the Flow itself is written in. */
export const OWN_LANGUAGE: Pointer = '/language';

/** The note that says a Flow has a language. */
export function languageNote(tag: string): Pointer {
  return pointerOf(['languages', tag]);
}

/** The note with the translation of a text. */
export function wordsNote(tag: string, original: string): Pointer {
  return pointerOf(['words', tag, original]);
}

/** Tags of the other languages, in order. */
export function languagesOf(notes: Flow['notes']): string[] {
  const tags = Object.keys(notes).map(segments);
  return tags.flatMap(([kind, tag]) => (kind === 'languages' && tag !== undefined ? [tag] : [])).sort();
}

/** Tag of the language the Flow itself is written in, when somebody said so. */
export function ownLanguage(notes: Flow['notes']): string | null {
  const tag = notes[OWN_LANGUAGE];
  return typeof tag === 'string' ? tag : null;
}

/** Translations by language and original text. */
export type Words = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function wordsOf(notes: Flow['notes']): Words {
  const words = new Map<string, Map<string, string>>();
  for (const [at, value] of Object.entries(notes)) {
    if (typeof value !== 'string' || value.trim() === '' || !at.startsWith('/words/')) continue;
    const [, tag = '', original = ''] = segments(at);
    const known = words.get(tag) ?? new Map<string, string>();
    words.set(tag, known.set(original, value));
  }
  return words;
}

/** Every note of a language. */
export function notesOf(notes: Flow['notes'], tag: string): Pointer[] {
  const words = `${pointerOf(['words', tag])}/`;
  return Object.keys(notes).filter((at) => at === languageNote(tag) || at.startsWith(words));
}
