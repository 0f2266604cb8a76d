import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

export const isMac = /mac|iphone|ipad/i.test(navigator.platform);

const MAC: Record<string, string> = {
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Backspace: '⌫',
  Delete: '⌦',
};
const OTHER: Record<string, string> = { Mod: 'Ctrl', Delete: 'Del', ArrowUp: '↑', ArrowDown: '↓' };

/** `Mod+Shift+Z` as people read it: "Ctrl Shift Z", on a Mac "⇧⌘Z". */
export function readableKeys(keys: string): string {
  const parts = keys.split('+').map((part) => (isMac ? MAC : OTHER)[part] ?? part);
  return parts.join(isMac ? '' : ' ');
}

/** True when the pressed keys are `keys`, for example `Mod+Shift+Z`, `F8` or `?`. */
export function matchesKeys(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string) => parts.includes(name) && key !== name;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const stray = isMac ? event.ctrlKey : event.metaKey;
  if (stray || mod !== wants('Mod') || event.altKey !== wants('Alt')) return false;
  // A sign like "?" already contains its Shift.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  if (!isSign && event.shiftKey !== wants('Shift')) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

/** True while the keyboard writes text, so that plain letters are not shortcuts. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  );
}

/** Enter in the field of a list to choose from, before the list has marked its first line: the first line is meant. */
export function onEnterUnmarked(take: () => void) {
  return (event: ReactKeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter' || event.currentTarget.hasAttribute('aria-activedescendant')) return;
    event.preventDefault();
    event.stopPropagation();
    take();
  };
}
