/** The rows of the table: every text once, by screens, as far as they are asked for. */

import type { Words } from '@/document';
import type { Text, TextPlace } from '@/host';

export interface Row {
  /** Which text of the Flow. */
  index: number;
  text: Text;
  /** Where it stands first. */
  place: TextPlace;
}

export interface Group {
  /** The screen, as the mirror names it. */
  screen: string;
  rows: Row[];
}

/** What of the texts is shown. */
export interface Wanted {
  search: string;
  /** Only these originals; null shows all. */
  only: ReadonlySet<string> | null;
}

/** Whether a text has to be translated and is not. */
export function isMissing(text: Text, tag: string, words: Words): boolean {
  return text.hasLetters && words.get(tag)?.has(text.original) !== true;
}

/** Originals that some language has no words for. */
export function missing(texts: readonly Text[], tags: readonly string[], words: Words): string[] {
  return texts.filter((text) => tags.some((tag) => isMissing(text, tag, words))).map((text) => text.original);
}

/** Rows by the screen each text stands on first, in the order of the Flow. */
export function groupsOf(texts: readonly Text[], words: Words, { search, only }: Wanted): Group[] {
  const sought = search.trim().toLocaleLowerCase();
  const has = (text: string | undefined) => text?.toLocaleLowerCase().includes(sought) === true;
  const groups: Group[] = [];
  texts.forEach((text, index) => {
    const [place] = text.places;
    if (place === undefined || (only !== null && !only.has(text.original))) return;
    if (sought !== '' && !has(text.original)) {
      if (![...words.values()].some((known) => has(known.get(text.original)))) return;
    }
    const last = groups.at(-1);
    if (last?.screen === place.screen) last.rows.push({ index, text, place });
    else groups.push({ screen: place.screen, rows: [{ index, text, place }] });
  });
  return groups;
}

/** The first so many rows, and how many more there are. */
export function firstRows(groups: readonly Group[], count: number): { groups: Group[]; more: number } {
  let room = count;
  const shown: Group[] = [];
  for (const group of groups) {
    if (room <= 0) break;
    shown.push({ ...group, rows: group.rows.slice(0, room) });
    room -= group.rows.length;
  }
  return { groups: shown, more: Math.max(0, -room) + rest(groups, shown.length) };
}

function rest(groups: readonly Group[], from: number): number {
  return groups.slice(from).reduce((sum, group) => sum + group.rows.length, 0);
}

/** The next row without words behind a text, round to the first; undefined when nothing is missing. */
export function nextMissing(rows: readonly Row[], tag: string, words: Words, after: number): Row | undefined {
  const open = rows.filter((row) => isMissing(row.text, tag, words));
  return open.find((row) => row.index > after) ?? open[0];
}
