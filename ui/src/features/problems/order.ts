import type { Problem } from '@/document';
import type { Diagnostic, Severity } from '@/host';

export const SEVERITIES: readonly Severity[] = ['blocked', 'risky', 'advice'];

/** What makes a finding the same one after an edit elsewhere: its rule and its place. */
export function idOf(problem: Diagnostic): string {
  return `${problem.rule} ${problem.place.pointer}`;
}

/** One line of the list. */
export interface Row {
  id: string;
  problem: Diagnostic;
  /** How many more sentences of Meta's follow from it. */
  echoes: number;
  /** It is one of those sentences. */
  isEcho: boolean;
}

/**
 * The problems that show, worst first, in the order of the text within a severity; below an open one all that follows
 * from it. Each has an id of its own.
 */
export function rowsOf(
  problems: readonly Problem[],
  hidden: ReadonlySet<Severity>,
  open: ReadonlySet<string>,
): Row[] {
  const seen = new Map<string, number>();
  const own = (problem: Diagnostic): string => {
    const id = idOf(problem);
    const times = seen.get(id) ?? 0;
    seen.set(id, times + 1);
    return times === 0 ? id : `${id} ${times}`;
  };
  return SEVERITIES.filter((severity) => !hidden.has(severity)).flatMap((severity) =>
    problems
      .filter(({ finding }) => finding.severity === severity)
      .flatMap(({ finding, echoes }): Row[] => {
        const row = { id: own(finding), problem: finding, echoes: echoes.length, isEcho: false };
        const below = echoes.map((problem) => ({ id: own(problem), problem, echoes: 0, isEcho: true }));
        return open.has(row.id) ? [row, ...below] : [row];
      }),
  );
}

/** The row to go to from `current`: the next or the one before, round the end. */
export function stepFrom<Row extends { id: string }>(
  rows: readonly Row[],
  current: string | null,
  step: 1 | -1,
): Row | undefined {
  const here = rows.findIndex((row) => row.id === current);
  if (here < 0) return step > 0 ? rows[0] : rows.at(-1);
  return rows[(here + step + rows.length) % rows.length];
}
