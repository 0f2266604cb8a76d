import { type Flow, join } from '@/document';
import type { Pointer, Screen, Value } from '@/host';

/** A place that takes an answer or a value. */
export interface Usage {
  /** The value that names it. */
  pointer: Pointer;
  screen: Screen;
}

/** Texts that read something. */
function texts(value: Value | undefined, at: Pointer): { pointer: Pointer; text: string }[] {
  if (typeof value === 'string') return value.includes('${') ? [{ pointer: at, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((item, place) => texts(item, join(at, place)));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, join(at, key)));
}

/** Texts of screens already walked: a screen that did not change is the same object. */
const walked = new WeakMap<Screen, ReturnType<typeof texts>>();

function textsOf(screen: Screen) {
  const before = walked.get(screen);
  if (before !== undefined) return before;
  const found = texts(screen.json, `/screens/${screen.index}`);
  walked.set(screen, found);
  return found;
}

/** Whether a text reads `path` or something in it: `form.name`, `screen.A.data.visit.day`. */
function reads(text: string, path: string): boolean {
  for (const part of text.split('${').slice(1)) {
    const end = part.indexOf('}');
    const found = end < 0 ? '' : part.slice(0, end);
    if (found === path || found.startsWith(`${path}.`)) return true;
  }
  return false;
}

function uses(flow: Flow, home: Screen, kind: 'form' | 'data', name: string): Usage[] {
  return flow.order.flatMap((key) => {
    const screen = flow.screens[key];
    if (screen === undefined) return [];
    const paths = [`screen.${home.id}.${kind}.${name}`];
    if (screen.key === home.key) paths.push(`${kind}.${name}`);
    return textsOf(screen)
      .filter(({ text }) => paths.some((path) => reads(text, path)))
      .map(({ pointer }) => ({ pointer, screen }));
  });
}

/** Every place that takes the answer `name` of `home`, in file order. */
export function usesOf(flow: Flow, home: Screen, name: string): Usage[] {
  return uses(flow, home, 'form', name);
}

/** Every place that reads the value `name` that `home` is given, in file order. */
export function usesOfData(flow: Flow, home: Screen, name: string): Usage[] {
  return uses(flow, home, 'data', name);
}
