import { lazy, Suspense } from 'react';

const Lazy = lazy(() => import('./LanguagesView'));

/** One Flow in several languages. Fetched when it is first shown. */
export function LanguagesView() {
  return (
    <Suspense fallback={null}>
      <Lazy />
    </Suspense>
  );
}
