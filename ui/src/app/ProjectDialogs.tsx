import { lazy, Suspense } from 'react';
import { closeProject, useProject } from './project';
import { go, toDocument } from './route';

const Dialogs = lazy(() => import('@/features/project'));

/** Saving as a project, and what came in of one. */
export function ProjectDialogs() {
  const { saving, taken, failed } = useProject();
  if (!saving && taken === null && failed === null) return null;
  return (
    <Suspense fallback={null}>
      <Dialogs
        saving={saving}
        taken={taken}
        failed={failed}
        onClose={closeProject}
        onOpen={(document) => {
          closeProject();
          go(toDocument(document));
        }}
      />
    </Suspense>
  );
}
