import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import { Canvas } from './Canvas';
import { useMiniatures } from './miniatures';

/** The screens of the open Flow as cards, with the ways between them. Fills the box it is put into. */
export function ScreenMap() {
  useMiniatures();
  return (
    <ReactFlowProvider zIndexMode="manual">
      <Canvas />
    </ReactFlowProvider>
  );
}
