import { useCallback } from 'react';
import { useStore } from 'zustand';
import { panelStore, setPanel } from './panels';

/** When things were last used, in seconds since 1970; kept with the panels. */
export function useUse(kind: string): { usedAt(id: string): number; use(id: string): void } {
  const panels = useStore(panelStore, (state) => state.panels);
  const usedAt = useCallback((id: string) => panels[`used.${kind}.${id}`] ?? 0, [panels, kind]);
  const use = useCallback(
    (id: string) => setPanel(`used.${kind}.${id}`, Math.floor(Date.now() / 1000)),
    [kind],
  );
  return { usedAt, use };
}
