/** A stretch of text that stayed, went or came. */
export interface Piece {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Longer texts are compared as a whole, so that the page never stalls. */
const MOST_WORDS = 800;

/** Words, the signs behind them, spaces and details (`{{name}}`), one by one. */
function words(text: string): string[] {
  return text.match(/\s+|\{\{[^{}]*\}\}|[.,;:!?،؛؟]+|(?:(?!\{\{[^{}]*\}\}|[.,;:!?،؛؟]+(?:\s|$))\S)+/gu) ?? [];
}

/** What differs between two texts, word by word: the longest common run of words stays. */
export function wordsDiff(before: string, after: string): Piece[] {
  const a = words(before);
  const b = words(after);
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    return join([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  }
  const lengths = commonLengths(a, b);
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      pieces.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'removed', text: left });
      i += 1;
    } else if (right !== undefined) {
      pieces.push({ kind: 'added', text: right });
      j += 1;
    }
  }
  return together(join(pieces));
}

/** A change that only spaces interrupt reads as one: all that went, then all that came. */
function together(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    out.push({ kind: 'removed', text: removed }, { kind: 'added', text: added });
    removed = '';
    added = '';
  };
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1];
    const between =
      piece.kind === 'same' &&
      piece.text.trim() === '' &&
      removed + added !== '' &&
      next !== undefined &&
      next.kind !== 'same';
    if (piece.kind === 'same' && !between) {
      flush();
      out.push(piece);
      return;
    }
    if (piece.kind !== 'added') removed += piece.text;
    if (piece.kind !== 'removed') added += piece.text;
  });
  flush();
  return join(out);
}

/** `table[i][j]`: how many words the rests from `i` and `j` have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table: number[][] = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = table[i];
    const below = table[i + 1];
    if (row === undefined || below === undefined) continue;
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.text === '') continue;
    if (last?.kind === piece.kind)
      joined[joined.length - 1] = { kind: last.kind, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}
