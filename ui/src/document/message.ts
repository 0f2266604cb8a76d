import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Answer,
  type Edit,
  host,
  type MessageSnapshot,
  type MessageView,
  type Pointer,
  type WireError,
} from '@/host';
import { flushDrafts } from './drafts';
import { keepSame } from './keep-same';
import { type Opening, useOpening } from './opening';
import { type Reveal, revealAt } from './reveal';
import { type Saved, saveQueue } from './save-queue';

export interface MessageState {
  readonly message: MessageSnapshot;
  /** What is known of it with what is under the hand; null until the core has answered. */
  readonly view: MessageView | null;
  readonly saved: Saved;
  /** The last change the core refused. */
  readonly refused: WireError | null;
  /** Grows when something asks the composer to bring a place into view. */
  readonly reveal: Reveal | null;
}

/** One open template or message, and the only ways to change it. */
export interface MessageSession {
  readonly id: string;
  readonly store: StoreApi<MessageState>;
  /** Asks for a change; a function makes it from the message as it is when its turn comes. */
  dispatch(
    edit: Edit | ((message: MessageSnapshot) => Edit | undefined),
  ): Promise<Answer<MessageSnapshot | null>>;
  undo(): Promise<Answer<MessageSnapshot | null>>;
  redo(): Promise<Answer<MessageSnapshot | null>>;
  goTo(steps: number): Promise<Answer<MessageSnapshot | null>>;
  /** Runs any other command that answers with the message, in the same line. */
  run(
    command: (revision: number) => Promise<Answer<MessageSnapshot | null>>,
  ): Promise<Answer<MessageSnapshot | null>>;
  /** Lets the phone and the advice follow what is typed before it becomes an edit. */
  tryOut(edit: Edit | null): void;
  /** Asks the composer to show a place. */
  goToPlace(pointer: Pointer): void;
  dismissRefusal(): void;
  /** Tries the last change again that could not be saved. */
  retry(): Promise<Answer<MessageSnapshot | null>>;
  /** Countries that prices are told for. */
  setCountries(countries: string[]): void;
}

/** True when something new is there after it, which the eye goes to. */
function addsSomething(edit: Edit): boolean {
  if (edit.type === 'Batch') return edit.edits.some(addsSomething);
  return edit.type === 'InsertItem' || edit.type === 'MoveItem' || edit.type === 'DuplicateItems';
}

/** Opens a template or a message. */
export async function openMessage(id: string): Promise<Answer<MessageSession>> {
  const answer = await host.messageOpen(id);
  return answer.ok ? { ok: true, data: messageSession(id, answer.data) } : answer;
}

/** The session of one already fetched. */
export function messageSession(id: string, first: MessageSnapshot): MessageSession {
  const store = createStore<MessageState>(() => ({
    message: first,
    view: null,
    saved: { state: 'saved' },
    refused: null,
    reveal: null,
  }));
  let underHand: Edit | null = null;
  let countries: string[] = [];
  let looking = false;
  let lookAgain = false;

  /** One look at a time; what changes meanwhile is looked at right after. */
  const look = async (): Promise<void> => {
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = true;
    do {
      lookAgain = false;
      const answer = await host.messageShow(id, underHand, countries);
      if (answer.ok) store.setState(({ view }) => ({ view: keepSame(view, answer.data) }));
    } while (lookAgain);
    looking = false;
  };

  /** Takes a change over; `follow` says whether the eye goes to what it put there. */
  const take = (message: MessageSnapshot, follow: boolean): void => {
    const { reveal } = store.getState();
    const focus = follow ? message.focus : null;
    store.setState({
      message,
      refused: null,
      reveal: focus === null ? reveal : revealAt(reveal, focus),
    });
    void look();
  };

  const line = saveQueue<MessageSnapshot>({
    took: (message) => take(message, true),
    saved: (saved) => store.setState({ saved }),
    refused: (refused) => store.setState({ refused }),
  });

  /** Another window may have changed it: fetched anew, and an edit that is made from it is made again. */
  const send: MessageSession['dispatch'] = (wanted) => {
    underHand = null;
    let adds = false;
    const change = async (): Promise<Answer<MessageSnapshot | null>> => {
      for (let attempt = 0; ; attempt += 1) {
        const { message } = store.getState();
        const edit = typeof wanted === 'function' ? wanted(message) : wanted;
        if (edit === undefined) return { ok: true, data: null };
        adds = addsSomething(edit);
        const answer = await host.messageEdit(id, message.revision, edit);
        if (answer.ok || answer.error.code !== 'stale' || attempt > 0) return answer;
        const fresh = await host.messageOpen(id);
        if (!fresh.ok) return fresh;
        take(fresh.data, false);
        if (typeof wanted !== 'function') return answer;
      }
    };
    return line.add(change, (message) => take(message, adds));
  };

  const command = (
    call: () => Promise<Answer<MessageSnapshot | null>>,
  ): Promise<Answer<MessageSnapshot | null>> => {
    flushDrafts();
    underHand = null;
    return line.add(call);
  };

  void look();
  return {
    id,
    store,
    dispatch: (wanted) => {
      flushDrafts();
      return send(wanted);
    },
    undo: () => command(() => host.messageUndo(id)),
    redo: () => command(() => host.messageRedo(id)),
    goTo: (steps) => command(() => host.messageGoTo(id, steps)),
    run: (call) => command(() => call(store.getState().message.revision)),
    tryOut(edit) {
      underHand = edit;
      void look();
    },
    goToPlace(pointer) {
      store.setState(({ reveal }) => ({ reveal: revealAt(reveal, pointer) }));
    },
    dismissRefusal: () => store.setState({ refused: null }),
    retry: () => line.retry((message) => take(message, false)),
    setCountries(wanted) {
      countries = wanted;
      void look();
    },
  };
}

const Current = createContext<MessageSession | null>(null);

/** Everything below works on this template or message. */
export const MessageProvider = Current;

/** The open template's or message's session. */
export function useMessageSession(): MessageSession {
  const session = use(Current);
  if (session === null) throw new Error('useMessageSession outside of MessageProvider');
  return session;
}

/** A part of the open message's state; draws again only when that part changes. */
export function useMessage<T>(select: (state: MessageState) => T): T {
  return useStore(useMessageSession().store, select);
}

/** Opens a template or a message while the view that asks is there. */
export function useOpenMessage(id: string): Opening<MessageSession> {
  return useOpening(id, openMessage);
}
