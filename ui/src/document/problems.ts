import type { Diagnostic, Pointer } from '@/host';

/** A finding, with what Meta says besides about the same place and what goes away with it. */
export interface Problem {
  readonly finding: Diagnostic;
  readonly echoes: readonly Diagnostic[];
}

/** The rule whose findings only follow from another one. */
const ECHO = 'echo';

/** Worked out once for each list of findings. */
const known = new WeakMap<readonly Diagnostic[], readonly Problem[]>();

/** The findings as problems, in their order. An echo that follows from none is a problem of its own. */
export function problemsOf(diagnostics: readonly Diagnostic[]): readonly Problem[] {
  const before = known.get(diagnostics);
  if (before !== undefined) return before;
  const problems = gather(diagnostics);
  known.set(diagnostics, problems);
  return problems;
}

function gather(diagnostics: readonly Diagnostic[]): Problem[] {
  const echoes = new Map<Diagnostic, Diagnostic[]>();
  const at = new Map<Pointer, Diagnostic>();
  for (const finding of diagnostics) {
    if (finding.rule === ECHO) continue;
    echoes.set(finding, []);
    // Of several at one place the worst speaks for it.
    const there = at.get(finding.place.pointer);
    if (there === undefined || (there.severity !== 'blocked' && finding.severity === 'blocked'))
      at.set(finding.place.pointer, finding);
  }
  for (const echo of diagnostics) {
    if (echo.rule !== ECHO) continue;
    const main = mainOf(echo.place.pointer, at);
    if (main === undefined) echoes.set(echo, []);
    else echoes.get(main)?.push(echo);
  }
  return diagnostics.flatMap((finding) => {
    const own = echoes.get(finding);
    return own === undefined ? [] : [{ finding, echoes: own }];
  });
}

/** What is found at a place, or at the nearest one around it on its screen. */
function mainOf(pointer: Pointer, at: ReadonlyMap<Pointer, Diagnostic>): Diagnostic | undefined {
  for (let place = pointer; place.split('/').length > 3; place = place.slice(0, place.lastIndexOf('/'))) {
    const found = at.get(place);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How many problems of each severity there are. */
export function counts(diagnostics: readonly Diagnostic[]): Record<Diagnostic['severity'], number> {
  const sum = { blocked: 0, risky: 0, advice: 0 };
  for (const { finding } of problemsOf(diagnostics)) sum[finding.severity] += 1;
  return sum;
}
