import type { Diagnostic, Severity } from '@/host';

export const SEVERITIES: readonly Severity[] = ['blocked', 'risky', 'advice'];

/** What makes a finding the same one after an edit elsewhere: its rule and its place. */
export function idOf(problem: Diagnostic): string {
  return `${problem.rule} ${problem.place.pointer}`;
}

/** The findings that show, worst first, in the order of the text within a severity. Each has an id of its own. */
export function rowsOf(
  problems: readonly Diagnostic[],
  hidden: ReadonlySet<Severity>,
): { id: string; problem: Diagnostic }[] {
  const seen = new Map<string, number>();
  return SEVERITIES.filter((severity) => !hidden.has(severity)).flatMap((severity) =>
    problems
      .filter((problem) => problem.severity === severity)
      .map((problem) => {
        const id = idOf(problem);
        const times = seen.get(id) ?? 0;
        seen.set(id, times + 1);
        return { id: times === 0 ? id : `${id} ${times}`, problem };
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
