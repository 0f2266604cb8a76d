import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Answer, type Edit, host, type Patch, type Pointer, type WireError } from '@/host';
import { flushDrafts } from './drafts';
import { applyPatch, type Flow, flowOf } from './flow';
import { languageNote } from './languages';
import { type Reveal, revealAt } from './reveal';
import { type Saved, saveQueue } from './save-queue';
import { NOTHING, rebase, type Selection, selectionAt } from './selection';

/** An edit, or what makes it from the Flow as it is when its turn comes (undefined: nothing to do). */
export type EditOr = Edit | ((flow: Flow) => Edit | undefined);

export interface SessionState {
  readonly flow: Flow;
  readonly selection: Selection;
  readonly saved: Saved;
  /** The last edit, undo or redo the core refused, for the view that caused it or a line in the frame. */
  readonly refused: WireError | null;
  /** Grows when something asks the views to bring a place into view (a problem, undo, a new part). */
  readonly reveal: Reveal | null;
  /** Tag of the language the phone shows; none is the one the Flow is written in. */
  readonly language: string | null;
}

/** One open Flow: the mirror, the selection, and the only ways to change the document. */
export interface Session {
  readonly id: string;
  readonly store: StoreApi<SessionState>;
  /** Asks for a change. Resolves with the patch, or with why not. */
  dispatch(edit: EditOr): Promise<Answer<Patch | null>>;
  undo(): Promise<Answer<Patch | null>>;
  redo(): Promise<Answer<Patch | null>>;
  /** Several steps at once; negative goes back. */
  goTo(steps: number): Promise<Answer<Patch | null>>;
  /** Runs any other command that answers with a patch (pictures), in the same line. */
  run(command: (revision: number) => Promise<Answer<Patch | null>>): Promise<Answer<Patch | null>>;
  select(selection: Partial<Selection>): void;
  /** Selects what a pointer means and asks the views to show it. */
  goToPlace(pointer: Pointer): void;
  /** Lets the phone show the Flow in one of its languages. */
  showLanguage(tag: string | null): void;
  /** Fetches the text once; from then on patches keep it. */
  loadText(): Promise<Answer<string>>;
  /** Hears every patch after it was applied. Returns how to stop. */
  onPatch(listener: (patch: Patch) => void): () => void;
  dismissRefusal(): void;
  /** Tries the last change again that could not be saved. */
  retry(): Promise<Answer<Patch | null>>;
}

const NEVER_MOVES = new Set<Edit['type']>([
  'SetProperty',
  'RemoveProperty',
  'RenameField',
  'RenameScreen',
  'ConnectScreens',
  'SetTerminal',
  'MoveCards',
  'RenameFlow',
  'SetNote',
]);

/** True when pointers made before this edit still mean the same after it. */
function keepsPointers(edit: Edit): boolean {
  return edit.type === 'Batch' ? edit.edits.every(keepsPointers) : NEVER_MOVES.has(edit.type);
}

/** True when the edit names nothing by pointer, so that it fits any revision. */
function fitsAnyRevision(edit: Edit): boolean {
  switch (edit.type) {
    case 'Batch':
      return edit.edits.every(fitsAnyRevision);
    case 'ConnectScreens':
      return edit.via === null;
    case 'RenameField':
    case 'RenameData':
    case 'AddScreen':
    case 'InsertScreenBetween':
    case 'DeleteScreens':
    case 'DuplicateScreens':
    case 'RenameScreen':
    case 'DisconnectScreens':
    case 'SetTerminal':
    case 'SetEndpoint':
    case 'MoveCards':
    case 'RenameFlow':
    case 'SetNote':
      return true;
    default:
      return false;
  }
}

/** Shows in a profile, as "edit", how long a change took from the asking until the page's mirror had it. */
function measureEdit(began: number): void {
  performance.measure('edit', { start: began });
  // Whoever observes has got it by now; kept, they would pile up.
  performance.clearMeasures('edit');
}

/** Opens a Flow. */
export async function openSession(id: string): Promise<Answer<Session>> {
  const answer = await host.flowOpen(id);
  if (!answer.ok) return answer;
  return { ok: true, data: sessionOf(id, flowOf(answer.data)) };
}

/** The session of a Flow already fetched. */
export function sessionOf(id: string, first: Flow): Session {
  const store = createStore<SessionState>(() => ({
    flow: first,
    selection: NOTHING,
    saved: { state: 'saved' },
    refused: null,
    reveal: null,
    language: null,
  }));
  const listeners = new Set<(patch: Patch) => void>();
  /** Pointers made against this revision or a later one still hold. */
  let pointersHoldSince = first.revision;
  /** Grows when somebody chooses what to look at. */
  let choices = 0;

  /** Takes a change over; `follow` says whether the eye may go to what it put there. */
  const take = (patch: Patch, movesNothing: boolean, follow: boolean): void => {
    const { flow, selection, reveal, language } = store.getState();
    if (patch.revision <= flow.revision) return;
    const focus = follow ? patch.focus : null;
    const after = applyPatch(flow, patch);
    if (!movesNothing) pointersHoldSince = patch.revision;
    store.setState({
      flow: after,
      selection: rebase(selection, flow, after, focus),
      refused: null,
      reveal: focus === null ? reveal : revealAt(reveal, focus),
      language: language !== null && after.notes[languageNote(language)] === undefined ? null : language,
    });
    for (const listener of listeners) listener(patch);
  };

  const refetch = async (): Promise<boolean> => {
    const [snapshot, text] = await Promise.all([
      host.flowOpen(id),
      store.getState().flow.text === null ? null : host.flowSource(id),
    ]);
    if (!snapshot.ok) return false;
    const { flow, selection } = store.getState();
    const after = flowOf(snapshot.data, text?.ok ? text.data : null);
    pointersHoldSince = after.revision;
    store.setState({ flow: after, selection: rebase(selection, flow, after, null) });
    return true;
  };

  const line = saveQueue<Patch>({
    took: (patch) => take(patch, false, true),
    saved(saved) {
      if (saved.state !== 'saved' || store.getState().saved.state !== 'saved') store.setState({ saved });
    },
    refused: (refused) => store.setState({ refused }),
  });

  /** How the patch of a command is taken that is put into the line now. */
  const taking = (movesNothing: boolean): ((patch: Patch) => void) => {
    const began = performance.now();
    const asked = choices;
    return (patch) => {
      // Whoever has gone somewhere else meanwhile stays there.
      take(patch, movesNothing, choices === asked);
      measureEdit(began);
    };
  };

  const send = async (wanted: EditOr, madeAgainst: number): Promise<Answer<Patch | null>> => {
    const make = (): Edit | undefined =>
      typeof wanted === 'function' ? wanted(store.getState().flow) : wanted;
    const edit = make();
    if (edit === undefined) return { ok: true, data: null };
    const anyRevision = typeof wanted === 'function' || fitsAnyRevision(edit);
    const current = store.getState().flow.revision;
    const revision = anyRevision || madeAgainst >= pointersHoldSince ? current : madeAgainst;
    const answer = await host.flowEdit(id, revision, edit);
    if (answer.ok || answer.error.code !== 'stale' || !(await refetch()) || !anyRevision) return answer;
    const again = make();
    if (again === undefined) return { ok: true, data: null };
    return host.flowEdit(id, store.getState().flow.revision, again);
  };

  const dispatch = (edit: EditOr): Promise<Answer<Patch | null>> => {
    flushDrafts();
    const madeAgainst = store.getState().flow.revision;
    const movesNothing = typeof edit !== 'function' && keepsPointers(edit);
    return line.add(() => send(edit, madeAgainst), taking(movesNothing));
  };

  const command = (call: () => Promise<Answer<Patch | null>>): Promise<Answer<Patch | null>> => {
    flushDrafts();
    return line.add(call, taking(false));
  };

  return {
    id,
    store,
    dispatch,
    undo: () => command(() => host.flowUndo(id)),
    redo: () => command(() => host.flowRedo(id)),
    goTo: (steps) => command(() => host.flowGoTo(id, steps)),
    run: (call) => command(() => call(store.getState().flow.revision)),
    select(selection) {
      choices += 1;
      store.setState((state) => ({ selection: { ...state.selection, ...selection } }));
    },
    goToPlace(pointer) {
      choices += 1;
      const { flow, reveal } = store.getState();
      const selection = selectionAt(flow, pointer);
      store.setState({
        reveal: revealAt(reveal, pointer),
        ...(selection === undefined ? {} : { selection }),
      });
    },
    showLanguage(tag) {
      store.setState({ language: tag });
    },
    async loadText() {
      const { flow } = store.getState();
      if (flow.text !== null) return { ok: true, data: flow.text };
      flushDrafts();
      // In the line, so that the text belongs to the revision it is stored with.
      const text = await line.read(() => host.flowSource(id));
      if (text.ok) store.setState((state) => ({ flow: { ...state.flow, text: text.data } }));
      return text;
    },
    onPatch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dismissRefusal() {
      store.setState({ refused: null });
    },
    retry: () => line.retry(taking(false)),
  };
}
