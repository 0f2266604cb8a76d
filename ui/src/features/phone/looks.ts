/** Which branches of a screen's Ifs and Switches are looked at while it is edited. The document knows nothing of it. */

import { useCallback, useEffect, useMemo, useState } from 'react';
import { contains, join, screenAt, segments, useDocument, useSession } from '@/document';
import { isObject } from '@/flow-words';
import type { JsonValue, Pointer, Screen } from '@/host';

/**
 * The branch that is looked at (`then`, `else`, `cases/<case>`) by what decides. Pointers move with every part that
 * comes or goes before them; what an If or Switch asks for stays.
 */
export type Looks = ReadonlyMap<string, string>;

export const NO_LOOKS: Looks = new Map();

interface Fork {
  pointer: Pointer;
  /** Its screen, what it asks for, and the how many-th with the same question it is. */
  id: string;
}

/** The Ifs and Switches of a screen, outer ones before those inside. */
function forksOf(screen: Screen): Fork[] {
  const forks: Fork[] = [];
  const times = new Map<string, number>();
  const walk = (value: JsonValue | undefined, at: Pointer) => {
    if (!Array.isArray(value)) return;
    value.forEach((part, index) => {
      if (!isObject(part)) return;
      const pointer = join(at, index);
      if (part.type === 'If' || part.type === 'Switch') {
        const question = JSON.stringify([screen.key, part.type, part.condition ?? part.value ?? null]);
        const time = times.get(question) ?? 0;
        times.set(question, time + 1);
        forks.push({ pointer, id: `${time} ${question}` });
      }
      for (const key of ['children', 'then', 'else']) walk(part[key], join(pointer, key));
      if (isObject(part.cases))
        for (const [key, parts] of Object.entries(part.cases)) walk(parts, join(pointer, 'cases', key));
    });
  };
  const layout = isObject(screen.json) ? screen.json.layout : undefined;
  walk(isObject(layout) ? layout.children : undefined, `/screens/${screen.index}/layout/children`);
  return forks;
}

/** The branch of a fork that a place lies in. */
function branchAt(fork: Pointer, place: Pointer): string | undefined {
  if (!contains(fork, place)) return undefined;
  const [list, key] = segments(place.slice(fork.length));
  if (list === 'then' || list === 'else') return list;
  return list === 'cases' && key !== undefined
    ? place
        .slice(fork.length + 1)
        .split('/', 2)
        .join('/')
    : undefined;
}

/** Looks at a part or a branch: every If and Switch around it shows the branch it lies in. */
export function lookAt(looks: Looks, screen: Screen, place: Pointer): Looks {
  const next = new Map(looks);
  for (const { pointer, id } of forksOf(screen)) {
    const branch = branchAt(pointer, place);
    if (branch !== undefined) next.set(id, branch);
  }
  return next;
}

/** The branches to show, those around others last. One inside a branch that is not looked at does not count. */
export function lookedAt(looks: Looks, screen: Screen): Pointer[] {
  const shown: Pointer[] = [];
  const forks = forksOf(screen);
  for (const { pointer, id } of forks) {
    const branch = looks.get(id);
    const around = forks.filter((other) => other.pointer !== pointer && contains(other.pointer, pointer));
    const isReached = around.every((other) => looks.get(other.id) === branchAt(other.pointer, pointer));
    if (branch !== undefined && isReached) shown.unshift(`${pointer}/${branch}`);
  }
  return shown;
}

/**
 * The branches that are looked at on a screen, and how to look at another one. What is selected is always looked at:
 * a part inside a branch brings that branch up.
 */
export function useLooks(key: string | undefined): [revealed: Pointer[], look: (place: Pointer) => void] {
  const session = useSession();
  const screen = useDocument((state) => (key === undefined ? undefined : state.flow.screens[key]));
  const part = useDocument((state) => state.selection.part);
  const turn = useDocument((state) => state.reveal?.turn);
  const [looks, setLooks] = useState(NO_LOOKS);

  const look = useCallback(
    (place: Pointer) => {
      const around = screenAt(session.store.getState().flow, place);
      if (around !== undefined) setLooks((before) => lookAt(before, around, place));
    },
    [session],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is pointed to again is looked at again
  useEffect(() => {
    if (part !== null) look(part);
  }, [part, turn, look]);

  // The same branches are the same list, so that the phone is drawn once.
  const found = JSON.stringify(screen === undefined ? [] : lookedAt(looks, screen));
  return [useMemo(() => JSON.parse(found) as Pointer[], [found]), look];
}
