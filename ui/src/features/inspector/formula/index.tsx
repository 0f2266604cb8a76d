import { lazy, Suspense } from 'react';
import type { FormulaProps } from './FormulaEditor';

export type { FormulaHandle } from './FormulaEditor';

const Lazy = lazy(() => import('./FormulaEditor'));

/** Words with answers among them, or an expression. Its editor is fetched when it is first shown. */
export function Formula(props: FormulaProps) {
  return (
    <Suspense fallback={null}>
      <Lazy {...props} />
    </Suspense>
  );
}
