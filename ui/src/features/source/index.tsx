import { lazy, Suspense } from 'react';

const Lazy = lazy(() => import('./SourceView'));

/** The text of the Flow. Its editor is fetched when it is first shown. */
export function SourceView() {
  return (
    <Suspense fallback={null}>
      <Lazy />
    </Suspense>
  );
}
