import type { Diagnostic, Pointer, Severity } from '@/host';

/** A finding of a rule at a place, with nothing else to say. */
export function finding(rule: string, pointer: Pointer, severity: Severity = 'blocked'): Diagnostic {
  return {
    rule,
    meta_code: null,
    severity,
    place: {
      pointer,
      path: '',
      span: { start: 0, end: 0 },
      lines: { line_start: 1, column_start: 1, line_end: 1, column_end: 1 },
      screen: null,
    },
    more_places: [],
    headline: rule,
    why: '',
    message: '',
    fixes: [],
  };
}
