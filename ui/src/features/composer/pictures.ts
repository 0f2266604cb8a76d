import { useSyncExternalStore } from 'react';
import { host } from '@/host';

/** Pictures of the workspace by name, as the page can show them; null while one is fetched or when it is none. */
const known = new Map<string, string | null>();
const listeners = new Set<() => void>();

/** The name in `media:<name>`, which stands for a file of this workspace. */
export function fileName(handle: string): string | undefined {
  return handle.startsWith('media:') ? handle.slice('media:'.length) : undefined;
}

/** Where the page can show a picture; fetched once. */
export function pictureOf(name: string): string | undefined {
  const there = known.get(name);
  if (there === undefined) {
    known.set(name, null);
    void host.messagePicture(name).then((answer) => {
      if (!answer.ok) return;
      known.set(name, answer.data);
      for (const listener of listeners) listener();
    });
  }
  return there ?? undefined;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePicture(name: string | undefined): string | undefined {
  return useSyncExternalStore(subscribe, () => (name === undefined ? undefined : pictureOf(name)));
}

/** Draws again when a picture has come. */
export function usePictures(): (name: string | undefined) => string | undefined {
  useSyncExternalStore(subscribe, () => [...known.values()].filter((url) => url !== null).length);
  return (name) => (name === undefined ? undefined : pictureOf(name));
}
