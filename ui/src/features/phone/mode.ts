import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Mode } from './preview';

/** The Flow that is being tried; any other one opens for editing. Outlives the panel, which narrow windows take away. */
const store = createStore<{ tried: string | null }>(() => ({ tried: null }));

/** Whether the phone of a Flow is being edited or tried. */
export function usePhoneMode(flow: string): Mode {
  return useStore(store, ({ tried }) => (tried === flow ? 'try' : 'edit'));
}

export function setPhoneMode(flow: string, mode: Mode): void {
  store.setState({ tried: mode === 'try' ? flow : null });
}
