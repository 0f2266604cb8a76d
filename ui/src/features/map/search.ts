/** Find on the map: titles, texts, labels and names. */

import MiniSearch from 'minisearch';
import { isObject } from '@/flow-words';
import type { JsonValue, Pointer, Screen } from '@/host';

/** One place that was found. */
export interface Hit {
  /** Key of the screen. */
  screen: string;
  title: string;
  /** The text it stands in, shortened around the match. */
  excerpt: string;
  /** Where the match lies in `excerpt`. */
  start: number;
  end: number;
  /** The part, or the screen where the title or id matched. */
  pointer: Pointer;
}

/** A text people or the file know a screen or part by. */
interface Entry {
  text: string;
  folded: string;
  pointer: Pointer;
}

/** Members that hold no words: what a part is, where it leads, and pictures. */
const NOT_WORDS = new Set([
  'type',
  'src',
  'image',
  'on-click-action',
  'on-select-action',
  'on-unselect-action',
  'condition',
  'data',
]);
/** Longer texts are pictures or data. */
const LONGEST = 5000;
/** Letters of text around a match. */
const AROUND = 24;

/** Built once for each version of a screen. */
const indexed = new WeakMap<Screen, Entry[]>();

/** Without case and accents, letter for letter as long as the input. */
export function fold(text: string): string {
  let folded = '';
  for (const letter of text) {
    const plain = letter
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase();
    // One letter stays one letter, so that places in the folded text are places in the text.
    folded += plain.length === letter.length ? plain : letter;
  }
  return folded;
}

function entries(screen: Screen): Entry[] {
  const known = indexed.get(screen);
  if (known !== undefined) return known;
  const list: Entry[] = [];
  const root = `/screens/${screen.index}`;
  const add = (text: string, pointer: Pointer) => {
    if (text !== '' && text.length <= LONGEST) list.push({ text, folded: fold(text), pointer });
  };
  add(screen.title, root);
  add(screen.id, root);
  const walk = (value: JsonValue | undefined, pointer: Pointer, part: Pointer) => {
    if (typeof value === 'string') add(value, part);
    else if (Array.isArray(value)) value.forEach((item, i) => void walk(item, `${pointer}/${i}`, part));
    else if (isObject(value)) {
      const own = typeof value.type === 'string' ? pointer : part;
      for (const [key, child] of Object.entries(value)) {
        if (!NOT_WORDS.has(key))
          walk(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, own);
      }
    }
  };
  const layout = isObject(screen.json) ? screen.json.layout : undefined;
  if (isObject(layout)) walk(layout.children, `${root}/layout/children`, root);
  indexed.set(screen, list);
  return list;
}

/** All places in file order. An empty question finds nothing. */
export function find(screens: readonly Screen[], question: string): Hit[] {
  const wanted = fold(question.trim());
  if (wanted === '') return [];
  const hits: Hit[] = [];
  for (const screen of screens) {
    for (const entry of entries(screen)) {
      const place = entry.folded.indexOf(wanted);
      if (place < 0) continue;
      const from = Math.max(0, place - AROUND);
      const to = Math.min(entry.text.length, place + wanted.length + AROUND);
      const lead = from > 0 ? '…' : '';
      hits.push({
        screen: screen.key,
        title: screen.title,
        excerpt: `${lead}${entry.text.slice(from, to)}${to < entry.text.length ? '…' : ''}`,
        start: lead.length + place - from,
        end: lead.length + place - from + wanted.length,
        pointer: entry.pointer,
      });
    }
  }
  return hits;
}

/** The words on the map that are nearest to some that find nothing; `null` when none are near. */
export function suggestion(screens: readonly Screen[], question: string): string | null {
  const wanted = question.trim();
  if (wanted.length < 3) return null;
  // As it was written, for each word as it is compared.
  const written = new Map<string, string>();
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    processTerm: (term) => {
      const folded = fold(term);
      if (!written.has(folded)) written.set(folded, term);
      return folded;
    },
  });
  index.addAll(screens.flatMap(entries).map(({ text }, id) => ({ id, text })));
  const [best] = index.autoSuggest(wanted, { fuzzy: 0.34, prefix: false, processTerm: fold });
  if (best === undefined) return null;
  return best.terms.map((term) => written.get(term) ?? term).join(' ');
}
