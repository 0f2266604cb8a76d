import { useEffect } from 'react';
import { allCommands, announce, isTyping, matchesKeys } from '@/kit';

/** Fields that undo their own typing: search, dialogs. The text editors have no history of their own. */
const OWN_UNDO = 'input[type="search"], [role="dialog"], .cm-panel';
const EDITING_KEYS = ['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+C', 'Mod+X', 'Mod+V', 'Mod+A'];

/** What has all keys for itself while it is open. A toast is an alert dialog too, but not modal. */
const DIALOG = '[role="dialog"][data-rac], [role="alertdialog"]:not([aria-modal="false"])';

function belongsToField(event: KeyboardEvent, keys: string): boolean {
  if (!isTyping(event.target) || !EDITING_KEYS.includes(keys)) return false;
  const undoes = keys === 'Mod+Z' || keys === 'Mod+Shift+Z' || keys === 'Mod+Y';
  return !undoes || (event.target instanceof Element && event.target.closest(OWN_UNDO) !== null);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const inDialog = document.querySelector(DIALOG) !== null;
  for (const command of allCommands()) {
    for (const keys of command.keys ?? []) {
      if (!matchesKeys(event, keys) || belongsToField(event, keys)) continue;
      const plain = !keys.includes('Mod+') && !/^(Shift\+)?F\d+$/.test(keys);
      if (plain && isTyping(event.target) && command.whileTyping !== true) continue;
      if (inDialog && command.id !== 'app.palette') continue;
      event.preventDefault();
      if (command.disabled === undefined) command.run();
      else announce(`${command.title}: ${command.disabled}`);
      return;
    }
  }
}

/** Buttons and fields take every Enter for themselves, so commands such as Ctrl+Enter come first. */
function onChordWithEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  onKeyDown(event);
  if (event.defaultPrevented) event.stopPropagation();
}

/** Runs commands by their keys. */
export function useKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', onChordWithEnter, true);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onChordWithEnter, true);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
