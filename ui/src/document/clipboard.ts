/** Copying and pasting parts and screens, also between Flows and windows. */

import { type RefObject, useEffect } from 'react';
import { type Answer, host, type Pointer } from '@/host';
import type { JourneySession } from './journey';
import type { Session } from './session';

/** What was copied last, for systems that do not let a page read their clipboard. */
let kept = '';

/**
 * Copies parts or screens. The system's clipboard gets text that Waymark and people can read.
 * False when the core refused.
 */
export async function copyItems(
  session: Session,
  items: readonly Pointer[],
  screens: readonly string[],
): Promise<boolean> {
  return keepCopied(await host.flowCopy(session.id, [...items], [...screens]));
}

/** The same for steps of a journey. */
export async function copySteps(session: JourneySession, steps: readonly string[]): Promise<boolean> {
  return keepCopied(await host.journeyCopy(session.id, [...steps]));
}

async function keepCopied(answer: Answer<string>): Promise<boolean> {
  if (!answer.ok || answer.data === '') return false;
  kept = answer.data;
  try {
    await navigator.clipboard.writeText(answer.data);
  } catch {
    // Without the right to write, copying still works inside the app.
  }
  return true;
}

/** The text to paste: what the event brings, else what was copied here last. */
export function pastedText(event: ClipboardEvent): string {
  const brought = event.clipboardData?.getData('text/plain') ?? '';
  return brought === '' ? kept : brought;
}

/** For a menu's Paste, where no event brings the text. */
export async function clipboardText(): Promise<string> {
  try {
    const text = await navigator.clipboard.readText();
    return text === '' ? kept : text;
  } catch {
    return kept;
  }
}

/**
 * Calls `paste` for Ctrl/Cmd+V while the focus is in `region` and nothing is being typed. WebKit only sends the
 * event to text fields, unless the one before it is answered.
 */
export function listenForPaste(region: HTMLElement, paste: (text: string) => void): () => void {
  const mine = (event: Event) => {
    const target = event.target instanceof Element ? event.target : null;
    const focus = document.activeElement;
    if (target?.closest('input, textarea, [contenteditable="true"]')) return false;
    return region.contains(target) || (focus !== null && region.contains(focus));
  };
  const before = (event: Event) => {
    if (mine(event)) event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!mine(event)) return;
    const text = pastedText(event);
    if (text === '') return;
    event.preventDefault();
    paste(text);
  };
  document.addEventListener('beforepaste', before);
  document.addEventListener('paste', onPaste);
  return () => {
    document.removeEventListener('beforepaste', before);
    document.removeEventListener('paste', onPaste);
  };
}

/**
 * The same for a region that takes things in where the pointer is: `paste` gets its place in px of the window, null while
 * it is elsewhere. Give a function that stays; null: nothing is taken in.
 */
export function usePaste(
  region: RefObject<HTMLElement | null>,
  paste: ((text: string, at: { x: number; y: number } | null) => void) | null,
): void {
  useEffect(() => {
    const over = region.current;
    if (over === null || paste === null) return;
    let pointer: { x: number; y: number } | null = null;
    const follow = (event: PointerEvent) => {
      pointer = { x: event.clientX, y: event.clientY };
    };
    const leave = () => {
      pointer = null;
    };
    over.addEventListener('pointermove', follow);
    over.addEventListener('pointerleave', leave);
    const stop = listenForPaste(over, (text) => paste(text, pointer));
    return () => {
      stop();
      over.removeEventListener('pointermove', follow);
      over.removeEventListener('pointerleave', leave);
    };
  }, [region, paste]);
}
