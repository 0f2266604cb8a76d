import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { host, type Settings } from '@/host';
import { matchLanguage, setLanguage } from '@/i18n';
import { rememberPanels } from '@/kit';
import { setTextSize, setTheme } from './theme';

const INITIAL: Settings = { theme: 'system', locale: null, country: null, textSize: 100, panels: {} };
/** Dragging a border changes a number many times; it is kept when it rests. */
const REST_MS = 500;

/** `turn` grows when the language changed, so that the page is drawn anew. */
const store = createStore<{ settings: Settings; turn: number }>(() => ({ settings: INITIAL, turn: 0 }));
let timer = 0;

function keep(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void host.settingsSet(store.getState().settings), REST_MS);
}

/** Fetches what was set before, and shows the page accordingly. */
export async function loadPreferences(): Promise<void> {
  const answer = await host.settingsGet();
  const settings = answer.ok ? answer.data : INITIAL;
  store.setState({ settings });
  rememberPanels(settings.panels, (panels) => {
    store.setState((state) => ({ settings: { ...state.settings, panels: { ...panels } } }));
    keep();
  });
  setTheme(settings.theme);
  setTextSize(settings.textSize);
  await setLanguage(matchLanguage(settings.locale));
}

export async function setPreferences(change: Partial<Omit<Settings, 'panels'>>): Promise<void> {
  const before = store.getState().settings;
  const settings = { ...before, ...change };
  store.setState({ settings });
  keep();
  if (settings.theme !== before.theme) setTheme(settings.theme);
  if (settings.textSize !== before.textSize) setTextSize(settings.textSize);
  if (settings.locale !== before.locale) {
    await setLanguage(matchLanguage(settings.locale));
    store.setState(({ turn }) => ({ turn: turn + 1 }));
  }
}

export function usePreferences(): Settings {
  return useStore(store, (state) => state.settings);
}

/** The country prices are told for: the one that was chosen, else the system's. */
export function useCountry(): string {
  const { country } = usePreferences();
  // A system without a language says "C", which is no tag that `Intl` knows.
  return country ?? /[-_]([A-Z]{2})\b/.exec(navigator.language)?.[1] ?? 'US';
}

/** Changes with the language; used as the key of the whole page. */
export function useLanguageTurn(): number {
  return useStore(store, (state) => state.turn);
}
