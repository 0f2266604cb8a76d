import { useEffect, useState } from 'react';
import type { GoneStep } from '@/features/canvas';
import { host, type JourneyLive } from '@/host';

/** Steps that are gone, each with what led to it. */
export function goneOf(live: JourneyLive | null): GoneStep[] {
  if (live === null) return [];
  const from = new Map(live.changes.ways.map((way) => [way.before, way.step]));
  for (const step of live.removed)
    for (const way of step.ways) if (way.to !== null) from.set(way.to, step.key);
  return live.removed.map((step) => ({ step, from: from.get(step.key) ?? null }));
}

/** How the journey differs from what was published last; null when it never was. Asked again with every revision it is given. */
export function useLive(id: string, revision: number | null): JourneyLive | null {
  const [live, setLive] = useState<JourneyLive | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change is compared anew.
  useEffect(() => {
    let here = true;
    void host.journeyLive(id).then((answer) => {
      if (here && answer.ok) setLive(answer.data);
    });
    return () => {
      here = false;
    };
  }, [id, revision]);
  return live;
}
