import { lazy, Suspense } from 'react';
import type { SourceEditorProps } from './SourceEditor';

const Lazy = lazy(() => import('./SourceEditor'));

/** The exact text of a document. Its editor is fetched when it is first shown. */
export function SourceEditor(props: SourceEditorProps) {
  return (
    <Suspense fallback={null}>
      <Lazy {...props} />
    </Suspense>
  );
}
