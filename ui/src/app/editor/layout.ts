import { useSyncExternalStore } from 'react';
import { setPanel, usePanel } from '@/kit';
import { usePreferences } from '../preferences';

/** `wide` as at 1440, `normal` as at 1280, `compact` as at 1024, `narrow` as at 1280 with text twice as large. */
export type Layout = 'wide' | 'normal' | 'compact' | 'narrow';

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** How much room there is, counted in the size of text the user chose. */
export function useLayout(): Layout {
  const width = useSyncExternalStore(subscribe, () => window.innerWidth);
  const room = (width * 100) / usePreferences().textSize;
  if (room >= 1400) return 'wide';
  if (room >= 1160) return 'normal';
  return room >= 760 ? 'compact' : 'narrow';
}

/** Sizes of the panels in px at 100 % text, before anybody dragged a border. */
export const SIZES = {
  wide: { left: 236, phone: 304, inspector: 268, problems: 136 },
  normal: { left: 196, phone: 284, inspector: 252, problems: 112 },
  compact: { left: 236, phone: 304, inspector: 304, problems: 112 },
  narrow: { left: 236, phone: 304, inspector: 304, problems: 112 },
} as const;

export type Panel = 'left' | 'map' | 'phone' | 'inspector';

/** Panels that share the room of a narrow window; `editor.shown` remembers which of them is in front. */
export const SHARED: readonly Panel[] = ['left', 'map', 'phone', 'inspector'];

/** Brings a panel to the front where panels share the room. */
export function showPanel(panel: Panel): void {
  setPanel('editor.shown', SHARED.indexOf(panel));
}

/** What the middle of the editor can show; `editor.source` remembers its place here. */
export const MIDDLE = ['map', 'source', 'languages'] as const;
export type Middle = (typeof MIDDLE)[number];

/** What the middle shows, and how it shows something else. */
export function useMiddle(): [Middle, (view: Middle) => void] {
  const [kept, setKept] = usePanel('editor.source', 0);
  return [MIDDLE[kept] ?? 'map', (view) => setKept(MIDDLE.indexOf(view))];
}
