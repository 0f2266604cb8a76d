import type { Diagnostic } from '@/host';

/** The worst that is found on each screen, by its id. Advice puts no mark on a screen. */
export function marksOf(diagnostics: readonly Diagnostic[]): Map<string, 'blocked' | 'risky'> {
  const marks = new Map<string, 'blocked' | 'risky'>();
  for (const { severity, place } of diagnostics) {
    if (place.screen === null || severity === 'advice' || marks.get(place.screen) === 'blocked') continue;
    marks.set(place.screen, severity);
  }
  return marks;
}
