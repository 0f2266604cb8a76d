// The core as the page sees it. Nothing outside this folder imports `@tauri-apps/*`.
import { type CoreEvent, commands, events, type WireError } from './bindings';

export type * from './bindings';
export type {
  Answer as FormAnswer,
  CoreEvent as Event,
  Value as JsonValue,
  WireError as Error,
} from './bindings';

/** What a command answers: never a thrown exception. */
export type Answer<T> = { ok: true; data: T } | { ok: false; error: WireError };

type Outcome<T> = { status: 'ok'; data: T } | { status: 'error'; error: WireError };
type Commands = typeof commands;

/** Every command of the core, as the page calls it. */
export type Host = {
  [K in keyof Commands]: Commands[K] extends (...args: infer A) => Promise<Outcome<infer T>>
    ? (...args: A) => Promise<Answer<T>>
    : never;
};

/** A refusal by Tauri itself (no permission, arguments that do not decode) is a plain string; ours is an object. */
function asWireError(error: unknown): WireError {
  if (typeof error === 'object' && error !== null && 'code' in error && 'sentence' in error) {
    return error as WireError;
  }
  return { code: 'internal', sentence: String(error), meta: null };
}

function answering(command: (...args: unknown[]) => Promise<Outcome<unknown>>) {
  return async (...args: unknown[]): Promise<Answer<unknown>> => {
    try {
      const outcome = await command(...args);
      if (outcome.status === 'ok') return { ok: true, data: outcome.data };
      return { ok: false, error: asWireError(outcome.error) };
    } catch (error) {
      return { ok: false, error: asWireError(error) };
    }
  };
}

export const host = Object.fromEntries(
  Object.entries(commands).map(([name, command]) => [
    name,
    answering(command as Parameters<typeof answering>[0]),
  ]),
) as unknown as Host;

/** Hears what the core tells by itself. Returns how to stop. */
export function onEvent(listener: (event: CoreEvent) => void): () => void {
  const stop = events.core.listen(({ payload }) => listener(payload));
  return () => void stop.then((end) => end());
}
