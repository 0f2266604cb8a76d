import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Answer,
  type Diagnostic,
  type Edit,
  host,
  type JourneyPatch,
  type JourneySnapshot,
  type JourneyStep,
  type Pointer,
  type WireError,
} from '@/host';
import { flushDrafts } from './drafts';
import { keepSame } from './keep-same';
import { type Opening, useOpening } from './opening';
import { segments } from './pointer';
import { type Reveal, revealAt } from './reveal';
import { type Saved, saveQueue } from './save-queue';

export interface JourneyState {
  readonly journey: JourneySnapshot;
  /** Keys of the selected steps; the last one is the one its form shows. */
  readonly selection: readonly string[];
  readonly saved: Saved;
  /** The last change the core refused. */
  readonly refused: WireError | null;
  /** Grows when something asks the views to bring a place into view. */
  readonly reveal: Reveal | null;
}

/** An edit, or what makes it from the journey as it is when its turn comes (undefined: nothing to do). */
export type JourneyEditOr = Edit | ((journey: JourneySnapshot) => Edit | undefined);

/** One open journey, and the only ways to change it. */
export interface JourneySession {
  readonly id: string;
  readonly store: StoreApi<JourneyState>;
  dispatch(edit: JourneyEditOr): Promise<Answer<JourneyPatch | null>>;
  undo(): Promise<Answer<JourneyPatch | null>>;
  redo(): Promise<Answer<JourneyPatch | null>>;
  /** Several steps at once; negative goes back. */
  goTo(steps: number): Promise<Answer<JourneyPatch | null>>;
  select(keys: readonly string[]): void;
  /** Selects the step that a pointer lies in and asks the views to show it. */
  goToPlace(pointer: Pointer): void;
  /** Asks the views to show a place, and leaves the selection. */
  show(pointer: Pointer): void;
  dismissRefusal(): void;
  /** Tries the last change again that could not be saved. */
  retry(): Promise<Answer<JourneyPatch | null>>;
  /** Fetches the journey again beside what is in the workspace now. */
  refresh(): Promise<void>;
}

/** The step that a pointer lies in. */
export function stepAt(journey: JourneySnapshot, pointer: Pointer): JourneyStep | undefined {
  const [list, index] = segments(pointer);
  if (list !== 'nodes' || index === undefined) return undefined;
  return journey.steps.find((step) => step.index === Number(index));
}

/** What stands to be said about a step, worst first. */
export function findingsOf(journey: JourneySnapshot, step: JourneyStep): Diagnostic[] {
  return journey.diagnostics.filter((finding) => stepAt(journey, finding.place.pointer)?.key === step.key);
}

/** The journey after a patch. What is equal stays the same object, so that only what changed is drawn again. */
export function patched(journey: JourneySnapshot, patch: JourneyPatch): JourneySnapshot {
  const changed = new Map(patch.steps.map((step) => [step.key, step]));
  const before = new Map(journey.steps.map((step) => [step.key, step]));
  const order = patch.order ?? journey.steps.map((step) => step.key);
  const steps = order.flatMap((key) => {
    const known = before.get(key);
    const next = changed.get(key);
    const step = next === undefined ? known : keepSame(known, next);
    return step === undefined ? [] : [step];
  });
  return {
    revision: patch.revision,
    name: patch.name ?? journey.name,
    readable: patch.readable,
    settings: patch.settings ?? journey.settings,
    data: patch.data ?? journey.data,
    steps: patch.order === null && changed.size === 0 ? journey.steps : steps,
    diagnostics:
      patch.diagnostics === null ? journey.diagnostics : keepSame(journey.diagnostics, patch.diagnostics),
    settled: patch.settled,
    notes: patch.notes ?? journey.notes,
    history: patch.history,
    focus: patch.focus,
  };
}

/** True when something new is there after it, which the eye goes to. */
function addsSomething(edit: Edit): boolean {
  if (edit.type === 'Batch') return edit.edits.some(addsSomething);
  return ['AddStep', 'DuplicateSteps', 'Paste'].includes(edit.type);
}

/** So long the hand rests before what is dear to say is looked at. */
const REST_MS = 1200;

/** Opens a journey. */
export async function openJourney(id: string): Promise<Answer<JourneySession>> {
  const answer = await host.journeyOpen(id);
  return answer.ok ? { ok: true, data: journeySession(id, answer.data) } : answer;
}

/** The session of one already fetched. */
export function journeySession(id: string, first: JourneySnapshot): JourneySession {
  const store = createStore<JourneyState>(() => ({
    journey: first,
    selection: [],
    saved: { state: 'saved' },
    refused: null,
    reveal: null,
  }));

  const take = (patch: JourneyPatch, follow: boolean): void => {
    const { journey, reveal, selection } = store.getState();
    if (patch.revision <= journey.revision) return;
    const after = patched(journey, patch);
    const there = new Set(after.steps.map((step) => step.key));
    const shown = follow && patch.focus !== null ? stepAt(after, patch.focus) : undefined;
    store.setState({
      journey: after,
      refused: null,
      selection: shown === undefined ? selection.filter((key) => there.has(key)) : [shown.key],
      reveal: shown === undefined || patch.focus === null ? reveal : revealAt(reveal, patch.focus),
    });
    checkOnceAtRest();
  };
  const queue = saveQueue<JourneyPatch>({
    took: (patch) => take(patch, true),
    saved: (saved) => store.setState({ saved }),
    refused: (refused) => store.setState({ refused }),
  });

  /** What is too dear after each edit is looked at once the hand rests. */
  let rest = 0;
  const checkOnceAtRest = (): void => {
    window.clearTimeout(rest);
    rest = 0;
    if (store.getState().journey.settled) return;
    const mine = window.setTimeout(() => {
      void host.journeyCheck(id).then((answer) => {
        const now = store.getState().journey;
        if (!answer.ok || mine !== rest || answer.data.revision !== now.revision) return;
        // What stays the same is not drawn again
        const diagnostics = keepSame(now.diagnostics, answer.data.diagnostics);
        store.setState({ journey: { ...now, diagnostics, settled: true } });
      });
    }, REST_MS);
    rest = mine;
  };

  const refresh = async (): Promise<void> => {
    const fresh = await host.journeyOpen(id);
    if (!fresh.ok) return;
    const { journey } = store.getState();
    if (fresh.data.revision >= journey.revision)
      store.setState({ journey: { ...keepSame(journey, fresh.data) } });
    checkOnceAtRest();
  };

  const send = async (wanted: JourneyEditOr): Promise<Answer<JourneyPatch | null>> => {
    for (let attempt = 0; ; attempt += 1) {
      const { journey } = store.getState();
      const edit = typeof wanted === 'function' ? wanted(journey) : wanted;
      if (edit === undefined) return { ok: true, data: null };
      const answer = await host.journeyEdit(id, journey.revision, edit);
      // Another window may have changed it: what is made from the journey is made again.
      if (answer.ok || answer.error.code !== 'stale' || attempt > 0) return answer;
      await refresh();
      if (typeof wanted !== 'function') return answer;
    }
  };

  const command = (call: () => Promise<Answer<JourneyPatch>>): Promise<Answer<JourneyPatch | null>> => {
    flushDrafts();
    return queue.add(call);
  };

  checkOnceAtRest();
  return {
    id,
    store,
    dispatch(wanted) {
      flushDrafts();
      let adds = false;
      const make = (journey: JourneySnapshot): Edit | undefined => {
        const edit = typeof wanted === 'function' ? wanted(journey) : wanted;
        adds = edit !== undefined && addsSomething(edit);
        return edit;
      };
      return queue.add(
        () => send(make),
        (patch) => take(patch, adds),
      );
    },
    undo: () => command(() => host.journeyUndo(id)),
    redo: () => command(() => host.journeyRedo(id)),
    goTo: (steps) => command(() => host.journeyGoTo(id, steps)),
    select: (selection) => store.setState({ selection }),
    goToPlace(pointer) {
      const { journey, reveal } = store.getState();
      const step = stepAt(journey, pointer);
      store.setState({
        reveal: revealAt(reveal, pointer),
        ...(step === undefined ? {} : { selection: [step.key] }),
      });
    },
    show: (pointer) => store.setState(({ reveal }) => ({ reveal: revealAt(reveal, pointer) })),
    dismissRefusal: () => store.setState({ refused: null }),
    retry: () => queue.retry(),
    refresh,
  };
}

const Current = createContext<JourneySession | null>(null);

/** Everything below works on this journey. */
export const JourneyProvider = Current;

/** The open journey's session. */
export function useJourneySession(): JourneySession {
  const session = use(Current);
  if (session === null) throw new Error('useJourneySession outside of JourneyProvider');
  return session;
}

/** A part of the open journey's state; draws again only when that part changes. */
export function useJourney<T>(select: (state: JourneyState) => T): T {
  return useStore(useJourneySession().store, select);
}

/** Opens a journey while the view that asks is there. */
export function useOpenJourney(id: string): Opening<JourneySession> {
  return useOpening(id, openJourney);
}
