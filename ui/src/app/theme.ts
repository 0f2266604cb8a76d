import type { Settings } from '@/host';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
let wanted: Settings['theme'] = 'system';

function show(): void {
  const isDark = wanted === 'dark' || (wanted === 'system' && dark.matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}

dark.addEventListener('change', show);

/** Light, dark, or as the system. */
export function setTheme(theme: Settings['theme']): void {
  wanted = theme;
  show();
}

/** Size of all text and of what holds it, in percent. */
export function setTextSize(percent: number): void {
  document.documentElement.style.setProperty('--text-size', String(percent / 100));
}
