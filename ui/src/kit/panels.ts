import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Sizes and choices of panels by name; whole numbers only (0 is closed). */
export type Panels = Readonly<Record<string, number>>;

export const panelStore = createStore<{ panels: Panels; changed: ((panels: Panels) => void) | null }>(() => ({
  panels: {},
  changed: null,
}));

/** Starts from what was remembered, and tells of every change. */
export function rememberPanels(panels: Panels, changed: (panels: Panels) => void): void {
  panelStore.setState({ panels, changed });
}

export function setPanel(name: string, value: number): void {
  const rounded = Math.max(0, Math.round(value));
  const { panels, changed } = panelStore.getState();
  if (panels[name] === rounded) return;
  const after = { ...panels, [name]: rounded };
  panelStore.setState({ panels: after });
  changed?.(after);
}

/** A remembered number, for example the width of a panel in px. */
export function usePanel(name: string, initial: number): [number, (value: number) => void] {
  const value = useStore(panelStore, (state) => state.panels[name] ?? initial);
  return [value, (next) => setPanel(name, next)];
}
