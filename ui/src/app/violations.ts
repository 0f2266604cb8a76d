/** The mark that a refusal leaves in the page's performance timeline. */
const MARK = 'csp-violation';

/**
 * Marks what the content security policy refuses, so that it can be seen in the profiler and counted. There
 * should never be any: every one is a mistake of ours or an attack.
 */
export function markViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    performance.mark(MARK, {
      detail: `${event.effectiveDirective}: ${event.blockedURI}, ${event.sourceFile}:${event.lineNumber}`,
    });
  });
}
