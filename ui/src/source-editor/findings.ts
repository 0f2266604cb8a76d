import type { Diagnostic as Mark } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import type { Diagnostic, Fix, Place } from '@/host';

const LEVELS = { blocked: 'error', risky: 'warning', advice: 'info' } as const;

/** A place of the editor's text from a line and a column that count from 1; inside the text in any case. */
function offset(state: EditorState, line: number, column: number): number {
  const { doc } = state;
  if (line > doc.lines) return doc.length;
  const { from, to } = doc.line(Math.max(1, line));
  return Math.min(to, from + Math.max(0, column - 1));
}

function range(state: EditorState, { lines }: Place): { from: number; to: number } {
  const from = offset(state, lines.line_start, lines.column_start);
  return { from, to: Math.max(from, offset(state, lines.line_end, lines.column_end)) };
}

/** The findings as marks in the text: one for each place, the sentence first, the first fix as a button. */
export function marksOf(
  state: EditorState,
  findings: readonly Diagnostic[],
  onFix: (finding: Diagnostic, fix: Fix) => void,
): Mark[] {
  const marks = findings.flatMap((finding) =>
    [finding.place, ...finding.more_places].map((place): Mark => {
      const [fix] = finding.fixes;
      return {
        ...range(state, place),
        severity: LEVELS[finding.severity],
        message: finding.headline,
        actions: fix === undefined ? [] : [{ name: fix.title, apply: () => onFix(finding, fix) }],
      };
    }),
  );
  return marks.sort((a, b) => a.from - b.from || a.to - b.to);
}
