import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { host, type Imported, type WireError, type Workspace } from '@/host';

type State = { workspace: Workspace | null; error: WireError | null };

const store = createStore<State>(() => ({ workspace: null, error: null }));

/** Opens the workspace, or asks for it anew after it was restored. */
export async function loadWorkspace(): Promise<State> {
  const answer = await host.workspaceOpen();
  store.setState(answer.ok ? { workspace: answer.data, error: null } : { error: answer.error });
  return store.getState();
}

export function useWorkspace(): State {
  return useStore(store);
}

let isFirst = true;

/** The file Waymark was started with, the first time it is asked for. */
export function fileToOpen(workspace: Workspace): Imported | null {
  const file = isFirst ? workspace.open : null;
  isFirst = false;
  return file;
}
