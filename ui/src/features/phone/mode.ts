import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Mode } from './preview';

const store = createStore<{ mode: Mode }>(() => ({ mode: 'edit' }));

/** Whether the phone is being edited or tried. The top bar and the phone share it. */
export function usePhoneMode(): [Mode, (mode: Mode) => void] {
  return [useStore(store, (state) => state.mode), setPhoneMode];
}

export function setPhoneMode(mode: Mode): void {
  store.setState({ mode });
}
