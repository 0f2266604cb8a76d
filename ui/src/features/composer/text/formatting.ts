import type { EditorView } from '@codemirror/view';

/** WhatsApp's signs for what a text can look like. */
export const MARKS = { bold: '*', italic: '_', strike: '~', mono: '```' } as const;
export type Mark = keyof typeof MARKS;

/** Signs at the beginning of a line. */
export const LINES = { bullets: '- ', numbers: '1. ', quote: '> ' } as const;
export type LineMark = keyof typeof LINES;

/** Puts a sign round what is selected, or takes it away; without a selection the cursor stands between two. */
export function toggleMark(view: EditorView, mark: Mark): void {
  const sign = MARKS[mark];
  const { state } = view;
  const { from, to } = state.selection.main;
  const inside = state.sliceDoc(from, to);
  const around =
    state.sliceDoc(from - sign.length, from) === sign && state.sliceDoc(to, to + sign.length) === sign;
  if (around) {
    view.dispatch({
      changes: [
        { from: from - sign.length, to: from },
        { from: to, to: to + sign.length },
      ],
    });
  } else {
    // Signs beside a space mean nothing to WhatsApp.
    const start = from + (inside.length - inside.trimStart().length);
    const end = inside.trim() === '' ? start : to - (inside.length - inside.trimEnd().length);
    view.dispatch({
      changes: [
        { from: start, insert: sign },
        { from: end, insert: sign },
      ],
      selection: { anchor: start + sign.length, head: end + sign.length },
    });
  }
  view.focus();
}

/** Begins each line of the selection with a sign, or takes it away from all of them. */
export function toggleLines(view: EditorView, mark: LineMark): void {
  const { state } = view;
  const { from, to } = state.selection.main;
  const first = state.doc.lineAt(from).number;
  const last = state.doc.lineAt(to).number;
  const lines = Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index));
  const pattern = mark === 'numbers' ? /^\d+\. / : mark === 'bullets' ? /^[-*] / : /^> /;
  const all = lines.every((line) => pattern.test(line.text));
  view.dispatch({
    changes: lines.map((line, index) => {
      const found = pattern.exec(line.text)?.[0].length ?? 0;
      const insert = all ? '' : mark === 'numbers' ? `${index + 1}. ` : LINES[mark];
      return { from: line.from, to: line.from + found, insert };
    }),
  });
  view.focus();
}
