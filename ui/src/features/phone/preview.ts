import { useCallback, useEffect, useRef, useState } from 'react';
import { type Flow, shownScreen, useDocument, useSession } from '@/document';
import {
  host,
  type Outcome,
  type Pointer,
  type PreviewAct,
  type PreviewState,
  type ScreenView,
  type WireError,
} from '@/host';
import type { Motion } from '@/phone-view';
import { opensBySystem } from './answers/samples';
import { useLooks } from './looks';
import { wayTo } from './placement';

/** A question to the business's own system. */
export type Asking = Extract<Outcome, { type: 'data_exchange' }>;

/** What the phone is for: choosing parts to change, or filling the form in. */
export type Mode = 'edit' | 'try';

export interface Preview {
  view: ScreenView | null;
  /** Why there is nothing to show. */
  error: WireError | null;
  motion: Motion;
  /** What the last act led to, until the next one. */
  outcome: Outcome | null;
  /** What the business's own system is asked while the phone waits for it. */
  asked: Asking | null;
  act(act: PreviewAct): void;
  /** Begins again with nothing filled in. */
  restart(): void;
  /** Shows a branch of an If or Switch while the screen is edited. */
  look(branch: Pointer): void;
}

function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The state of a phone that has just come to a screen with nothing filled in; `revealed`: branches that show anyway. */
function at(flow: Flow, key: string | undefined, revealed: Pointer[] = []): PreviewState {
  return {
    today: today(),
    current: key ?? '',
    back: key === undefined ? [] : wayTo(flow, key),
    screens: {},
    waiting: false,
    opening: false,
    sent: false,
    revealed,
  };
}

function isEntry(flow: Flow, key: string | undefined): boolean {
  return key !== undefined && flow.screens[key]?.entry === true;
}

/** The newer picture; parts that look as before keep their identity and are not drawn again. */
function kept(before: ScreenView | null, after: ScreenView): ScreenView {
  if (before === null) return after;
  const known = new Map(before.items.map((item) => [item.pointer, item]));
  const items = after.items.map((item) => {
    const old = known.get(item.pointer);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(item) ? old : item;
  });
  return { ...after, items };
}

/**
 * The preview of the open Flow. In edit mode it shows the selected screen at rest, with the branches that are looked
 * at; in try mode it keeps what is filled in, and selection and phone follow each other.
 */
export function usePreview(mode: Mode): Preview {
  const session = useSession();
  const revision = useDocument((state) => state.flow.revision);
  const language = useDocument((state) => state.language);
  const shown = useDocument((state) => shownScreen(state.flow, state.selection));
  const [drawn, setDrawn] = useState<{ view: ScreenView | null; error: WireError | null; motion: Motion }>({
    view: null,
    error: null,
    motion: 'none',
  });
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [revealed, look] = useLooks(shown);
  const [asked, setAsked] = useState<Asking | null>(null);
  const phone = useRef<PreviewState>(at(session.store.getState().flow, shown));
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const tried = useRef(false);

  /** One after the other: nothing is decided while an answer is on its way that will change the state. */
  const queue = useCallback((work: () => Promise<void>) => {
    line.current = line.current.then(work);
  }, []);

  const render = useCallback(async () => {
    const answer = await host.previewRender(session.id, session.store.getState().language, phone.current);
    setDrawn(({ view }) =>
      answer.ok
        ? { view: kept(view, answer.data), error: null, motion: 'none' }
        : { view: null, error: answer.error, motion: 'none' },
    );
  }, [session]);

  const actNow = useCallback(
    async (wanted: PreviewAct) => {
      const before = phone.current;
      const answer = await host.previewAct(session.id, session.store.getState().language, before, wanted);
      if (!answer.ok) {
        setDrawn((last) => ({ ...last, error: answer.error }));
        return;
      }
      const { state, view, outcome: led } = answer.data;
      phone.current = state;
      if (led.type === 'data_exchange') setAsked(led);
      else if (state.waiting !== true) setAsked(null);
      const motion = led.type === 'forward' || led.type === 'back' ? led.type : 'none';
      setDrawn((last) => ({
        view: kept(last.view, view),
        error: null,
        motion: motion === 'none' && last.view?.key === view.key ? last.motion : motion,
      }));
      // What the last press led to stays until something is changed or pressed; leaving a field changes nothing.
      if (wanted.type !== 'blur')
        setOutcome((last) => (led.type === 'stay' && last?.type === 'complete' ? last : led));
      if (state.current !== before.current && state.current !== undefined && state.current !== '') {
        session.select({ screens: [state.current], part: null });
      }
    },
    [session],
  );
  const act = useCallback((wanted: PreviewAct) => queue(() => actNow(wanted)), [queue, actNow]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision or language is what asks for a new picture
  useEffect(() => {
    const begins = mode === 'try' && !tried.current;
    tried.current = mode === 'try';
    queue(() => {
      const { flow } = session.store.getState();
      const moves = shown !== undefined && phone.current.current !== shown;
      if (mode === 'edit') {
        phone.current = at(flow, shown, revealed);
        setOutcome(null);
        setAsked(null);
      } else if (begins) {
        phone.current = at(flow, shown);
      } else if (moves && !phone.current.sent && !phone.current.opening === true) {
        phone.current = { ...phone.current, current: shown, back: wayTo(flow, shown), waiting: false };
        setAsked(null);
      } else return render();
      if (mode === 'edit') return render();
      return actNow({ type: 'open', exchange: begins && opensBySystem(flow) && isEntry(flow, shown) });
    });
  }, [session, revision, language, shown, mode, revealed, queue, render, actNow]);

  const restart = useCallback(() => {
    tried.current = true;
    queue(() => {
      const { flow } = session.store.getState();
      const start = flow.order.find((key) => isEntry(flow, key)) ?? flow.order[0];
      phone.current = at(flow, start);
      setOutcome(null);
      setAsked(null);
      if (start !== undefined) session.select({ screens: [start], part: null });
      return actNow({ type: 'open', exchange: opensBySystem(flow) });
    });
  }, [session, queue, actNow]);

  return { ...drawn, outcome, asked, act, restart, look };
}
