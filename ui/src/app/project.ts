import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { flushDrafts } from '@/document';
import { host, type ProjectForm, type ProjectTaken, type WireError } from '@/host';
import { loadWorkspace } from './workspace';

interface State {
  /** The dialog that saves is open. */
  saving: boolean;
  /** What came in last, until it has been read. */
  taken: ProjectTaken | null;
  /** Why it did not come in. */
  failed: WireError | null;
  /** How many came in. */
  arrived: number;
}

const store = createStore<State>(() => ({ saving: false, taken: null, failed: null, arrived: 0 }));

export function useProject(): State {
  return useStore(store);
}

/** Changes whenever a project came in. */
export function useProjectsArrived(): number {
  return useStore(store, (state) => state.arrived);
}

/** Asks how everything is to be saved as a project. */
export function saveProject(): void {
  flushDrafts();
  store.setState({ saving: true });
}

/** Lets the user choose a project and takes it in. */
export async function openProject(form: ProjectForm): Promise<void> {
  flushDrafts();
  const answer = await host.projectImport(form);
  if (!answer.ok) store.setState({ failed: answer.error.code === 'cancelled' ? null : answer.error });
  else if (answer.data !== null) projectArrived(answer.data);
}

/** A project is in the workspace: says so, and what is listed is asked for anew. */
export function projectArrived(taken: ProjectTaken): void {
  store.setState((state) => ({ taken, failed: null, arrived: state.arrived + 1 }));
  void loadWorkspace();
}

export function closeProject(): void {
  store.setState({ saving: false, taken: null, failed: null });
}
