import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Text rests this long before it becomes an edit. */
export const REST_MS = 300;

/** A field that draws its letters itself is told what it shows so long after: two frames, in which the phone follows. */
const LATER_MS = 32;

/** Everything being typed that has not become an edit yet. */
const pending = new Set<() => void>();

/** Turns what is being typed into edits now: before any command, on leaving a view, on closing. */
export function flushDrafts(): void {
  for (const flush of [...pending]) flush();
}

/** For what rests like text and is none, such as steps by keys; and whether there is anything. */
export const drafts = {
  add: (flush: () => void): void => void pending.add(flush),
  remove: (flush: () => void): void => void pending.delete(flush),
  any: (): boolean => pending.size > 0,
};

function isRefused(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
}

export interface Draft {
  /** What the field shows. */
  value: string;
  /** Call with every change of the field. */
  onChange(value: string): void;
  /** Call when focus leaves the field, or Enter is pressed. */
  onBlur(): void;
  /** The same, as a field of one line takes it. */
  field: { value: string; onChange(value: string): void; onBlur(): void; onEnter(): void };
  /** Forget what was typed since the last edit. */
  discard(): void;
}

export interface DraftOptions {
  later?: boolean;
  heard?: (text: string) => void;
  rests?: boolean;
  written?: (text: string) => string;
}

/**
 * A text field whose value belongs to the document: what is under the hand stays here, and is committed
 * after a rest of 300 ms, on blur, and before any command. `commit` gets the whole new text and
 * resolves with the document's answer. With `later` the value follows a moment after the letters: for an editor that
 * draws them itself. `heard` is told of every letter, before the field is drawn with it. Without `rests` nothing is
 * committed after a rest: for what must not be written half. `written` is what becomes of a text that is written in
 * another form: until focus leaves the field it shows what was typed, not that.
 */
export function useDraft(
  value: string,
  commit: (text: string) => Promise<unknown>,
  { later = false, heard, rests = true, written }: DraftOptions = {},
): Draft {
  const [text, setText] = useState<string | null>(null);
  const [hand, setHand] = useState<string | null>(null);
  const keeps = written !== undefined;
  const state = useRef({ text: null as string | null, commit, heard, timer: 0, drawing: 0 });
  state.current.commit = commit;
  state.current.heard = heard;

  const flush = useCallback(() => {
    const now = state.current;
    window.clearTimeout(now.timer);
    pending.delete(flush);
    const typed = now.text;
    if (typed === null) return;
    now.text = null;
    if (now.drawing !== 0) {
      window.clearTimeout(now.drawing);
      now.drawing = 0;
      setText(typed);
    }
    void now.commit(typed).then((answer) => {
      // Typed on meanwhile, or refused: what the user wrote stays in the field.
      if (state.current.text === null && !isRefused(answer)) setText(null);
    });
  }, []);

  const onChange = useCallback(
    (typed: string) => {
      const now = state.current;
      now.text = typed;
      now.heard?.(typed);
      if (keeps) setHand(typed);
      if (!later) setText(typed);
      else if (now.drawing === 0) {
        now.drawing = window.setTimeout(() => {
          now.drawing = 0;
          // At once: a letter typed before it is drawn would be taken for one the document does not have.
          flushSync(() => setText(now.text));
        }, LATER_MS);
      }
      pending.add(flush);
      window.clearTimeout(now.timer);
      if (rests) now.timer = window.setTimeout(flush, REST_MS);
    },
    [flush, later, rests, keeps],
  );

  const leave = useCallback(() => {
    setHand(null);
    flush();
  }, [flush]);

  const discard = useCallback(() => {
    window.clearTimeout(state.current.timer);
    window.clearTimeout(state.current.drawing);
    state.current.drawing = 0;
    pending.delete(flush);
    state.current.text = null;
    setText(null);
    setHand(null);
  }, [flush]);

  useEffect(() => flush, [flush]);

  // Undo, or another window: the document's text wins over one that was refused.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new value counts.
  useEffect(() => {
    if (state.current.text === null) setText(null);
  }, [value]);

  const current = text ?? value;
  const shown = keeps && hand !== null && written(hand) === written(current) ? hand : current;
  const field = { value: shown, onChange, onBlur: leave, onEnter: leave };
  return { value: shown, onChange, onBlur: leave, field, discard };
}
