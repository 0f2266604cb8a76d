/** What stands between the words of a text: bindings and pictures, by short names while somebody translates. */

import { t } from '@/i18n';

/** A short name in braces for each piece: `${screen.TIME.form.day}` is {day}. Names differ from each other. */
export function pieceNames(pieces: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const piece of pieces) {
    const picture = /^picture:\d+$/.test(piece);
    const binding = /^\$\{(?:[^}]*\.)?([^.}]+)\}$/.exec(piece);
    const stem = picture ? t('languages.piecePicture') : (binding?.[1] ?? t('languages.pieceValue'));
    let name = stem;
    for (let number = 2; taken.has(name); number += 1) name = `${stem} ${number}`;
    taken.add(name);
    names.set(piece, `{${name}}`);
  }
  return names;
}

/** Words as they are kept, with pieces by their short names. */
export function withNames(words: string, names: ReadonlyMap<string, string>): string {
  return replaced(words, [...names]);
}

/** Words as they were typed, with pieces as they are kept. */
export function withPieces(typed: string, names: ReadonlyMap<string, string>): string {
  return replaced(
    typed,
    [...names].map(([piece, name]) => [name, piece]),
  );
}

/** Words and names of pieces, one after the other. */
export function parts(
  words: string,
  names: ReadonlyMap<string, string>,
): { words: string; isPiece: boolean }[] {
  const found: { words: string; isPiece: boolean }[] = [];
  each(words, [...names], (text, isPiece) => found.push({ words: text, isPiece }));
  return found;
}

function replaced(text: string, pairs: readonly (readonly [string, string])[]): string {
  let out = '';
  each(text, pairs, (part) => {
    out += part;
  });
  return out;
}

/** Goes through a text; what is the first of a pair is given as its second. */
function each(
  text: string,
  pairs: readonly (readonly [string, string])[],
  give: (part: string, isPair: boolean) => void,
): void {
  const longest = [...pairs].sort(([a], [b]) => b.length - a.length);
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const pair = longest.find(([from]) => from !== '' && text.startsWith(from, at));
    if (pair === undefined) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain !== '') give(plain, false);
    plain = '';
    give(pair[1], true);
    at += pair[0].length;
  }
  if (plain !== '') give(plain, false);
}
