import { createStore } from 'zustand/vanilla';

/** What a screen reader is told next. */
export const liveWords = createStore<{ polite: string; assertive: string }>(() => ({
  polite: '',
  assertive: '',
}));

const PAUSE_MS = 1000;
let waiting: string[] = [];
let timer = 0;

/** Tells a screen reader what happened out of its sight: at most one sentence a second. */
export function announce(words: string): void {
  waiting = [...waiting.filter((other) => other !== words), words].slice(-3);
  if (timer === 0) next();
}

function next(): void {
  const words = waiting.shift();
  if (words === undefined) {
    timer = 0;
    return;
  }
  // A space at the end makes the same sentence a new one.
  liveWords.setState(({ polite }) => ({ polite: polite === words ? `${words}\u00a0` : words }));
  timer = window.setTimeout(next, PAUSE_MS);
}

/** Interrupts: only for what stops the user now. */
export function interrupt(words: string): void {
  liveWords.setState(({ assertive }) => ({ assertive: assertive === words ? `${words}\u00a0` : words }));
}
