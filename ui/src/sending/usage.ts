import { type Flow, join } from '@/document';
import type { Pointer, Screen, Value } from '@/host';

/** A place that takes an answer. */
export interface Usage {
  /** The value that names it. */
  pointer: Pointer;
  screen: Screen;
}

function texts(value: Value | undefined, at: Pointer): { pointer: Pointer; text: string }[] {
  if (typeof value === 'string') return [{ pointer: at, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, place) => texts(item, join(at, place)));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, join(at, key)));
}

/** Whether a text takes the answer `name`; `screen` names the other screen it is on, none for the own one. */
function names(text: string, name: string, screen: string | null): boolean {
  const prefix = screen === null ? '' : `screen.${screen}.`;
  for (const part of text.split('${').slice(1)) {
    const end = part.indexOf('}');
    const path = end < 0 ? '' : part.slice(0, end);
    const wanted = `${prefix}form.${name}`;
    if (path === wanted || path.startsWith(`${wanted}.`)) return true;
  }
  return false;
}

/** Every place that takes the answer `name` of `home`, in file order. */
export function usesOf(flow: Flow, home: Screen, name: string): Usage[] {
  return flow.order.flatMap((key) => {
    const screen = flow.screens[key];
    if (screen === undefined) return [];
    const own = screen.key === home.key;
    return texts(screen.json, `/screens/${screen.index}`)
      .filter(({ text }) => names(text, name, own ? null : home.id))
      .map(({ pointer }) => ({ pointer, screen }));
  });
}
