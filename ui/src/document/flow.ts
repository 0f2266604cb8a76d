import type { Diagnostic, Edge, HistoryEntry, Patch, Pointer, Screen, Snapshot, Value } from '@/host';
import { screenIndex, valueAt } from './pointer';

/** The read-only mirror of one Flow. Only `applyPatch` makes a new one. */
export interface Flow {
  readonly revision: number;
  readonly name: string;
  /** False while the text cannot be read; the screens are then those of the last readable text. */
  readonly readable: boolean;
  readonly version: string | null;
  readonly dataApiVersion: string | null;
  /** Keys of the screens in file order. */
  readonly order: readonly string[];
  readonly screens: Readonly<Record<string, Screen>>;
  readonly edges: readonly Edge[];
  readonly diagnostics: readonly Diagnostic[];
  /** What is kept beside the text, by name: see the core's notes. */
  readonly notes: Readonly<Record<Pointer, Value>>;
  readonly undo: readonly HistoryEntry[];
  readonly redo: readonly HistoryEntry[];
  /** The whole text; null until somebody asked for it (the source view). */
  readonly text: string | null;
}

export function flowOf(snapshot: Snapshot, text: string | null = null): Flow {
  return {
    revision: snapshot.revision,
    name: snapshot.name,
    readable: snapshot.readable,
    version: snapshot.version,
    dataApiVersion: snapshot.dataApiVersion,
    order: snapshot.screens.map((screen) => screen.key),
    screens: Object.fromEntries(snapshot.screens.map((screen) => [screen.key, screen])),
    edges: snapshot.edges,
    diagnostics: snapshot.diagnostics,
    notes: snapshot.notes,
    undo: snapshot.history.undo,
    redo: snapshot.history.redo,
    text,
  };
}

/** The Flow after a patch. Screens the patch does not name keep their identity, so that nothing is drawn twice. */
export function applyPatch(flow: Flow, patch: Patch): Flow {
  const order = patch.order ?? flow.order;
  return {
    revision: patch.revision,
    name: patch.name ?? flow.name,
    readable: patch.readable,
    version: patch.version,
    dataApiVersion: patch.dataApiVersion,
    order,
    screens: screensAfter(flow, patch, order),
    edges: patch.edges ?? flow.edges,
    diagnostics: patch.diagnostics ?? flow.diagnostics,
    notes: notesAfter(flow, patch),
    undo: patch.history.undo,
    redo: patch.history.redo,
    text: flow.text === null ? null : patch.text.reduce(changeText, flow.text),
  };
}

function notesAfter(flow: Flow, patch: Patch): Flow['notes'] {
  const changed = Object.entries(patch.notes);
  if (changed.length === 0) return flow.notes;
  const kept = Object.entries(flow.notes).filter(([at]) => !Object.hasOwn(patch.notes, at));
  return Object.fromEntries([
    ...kept,
    ...changed.filter((note): note is [Pointer, Value] => note[1] !== null),
  ]);
}

function screensAfter(flow: Flow, patch: Patch, order: readonly string[]): Flow['screens'] {
  if (patch.screens.length === 0 && patch.order === null) return flow.screens;
  const changed = new Map(patch.screens.map((screen) => [screen.key, screen]));
  const screens: Record<string, Screen> = {};
  order.forEach((key, index) => {
    const screen = changed.get(key) ?? flow.screens[key];
    if (screen !== undefined) screens[key] = screen.index === index ? screen : { ...screen, index };
  });
  return screens;
}

function changeText(text: string, change: Patch['text'][number]): string {
  return text.slice(0, change.start) + change.text + text.slice(change.end);
}

/** The screen a pointer lies on. */
export function screenAt(flow: Flow, pointer: Pointer): Screen | undefined {
  const index = screenIndex(pointer);
  const key = index === undefined ? undefined : flow.order[index];
  return key === undefined ? undefined : flow.screens[key];
}

/** The value at a pointer that lies on a screen. */
export function jsonAt(flow: Flow, pointer: Pointer): Value | undefined {
  const screen = screenAt(flow, pointer);
  if (screen === undefined) return undefined;
  return valueAt(screen.json, pointer.slice(`/screens/${screen.index}`.length));
}
