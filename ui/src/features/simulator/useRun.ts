import { createContext, use, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useJourney, useJourneySession } from '@/document';
import { host, type Value } from '@/host';
import { t } from '@/i18n';
import { type Command, useCommands } from '@/kit';
import { DAY, firstDay, fromWall, HOUR, startOfDay } from './moments';
import { createRun, type Run, type RunStore } from './run';

const Current = createContext<RunStore | null>(null);

/** Everything below shows this run. */
export const RunProvider = Current;

export function useRunStore(): RunStore {
  const run = use(Current);
  if (run === null) throw new Error('useRunStore outside of RunProvider');
  return run;
}

export function useRun<T>(select: (run: Run) => T): T {
  return useStore(useRunStore().store, select);
}

/** Where the user's own clock is. */
function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** A run to begin with, as the core told it. */
export interface Replay {
  readonly script: Value;
  readonly until: number;
}

/** The run of the open journey: made once, begun, and played as long as it is there. */
export function useNewRun(country: string, start: string | null, replay: Replay | null): RunStore {
  const session = useJourneySession();
  const { id } = session;
  const [run] = useState(() => {
    const zone = ownZone();
    // In the morning, when nearly nobody has quiet hours.
    const day = firstDay(session.store.getState().journey.steps, Date.now());
    const at = fromWall(Math.floor((startOfDay(day, zone) + 12 * HOUR) / DAY) * DAY + 10 * HOUR, zone);
    return createRun((request) => host.journeyRun(id, request), { zone, country, at, persona: 'at_once' });
  });
  const steps = useJourney((state) => state.journey.steps);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) return;
    first.current = false;
    const starts = steps.filter((step) => step.role === 'trigger' && !step.off && !step.sealed);
    const wanted = starts.find((step) => step.key === start) ?? starts[0];
    if (replay !== null) void run.load([{ name: null, script: replay.script }], replay.until);
    else if (wanted !== undefined) void run.begin({ start: wanted.key });
  }, [run, steps, start, replay]);

  const revision = useJourney((state) => state.journey.revision);
  const played = useRef(revision);
  useEffect(() => {
    if (played.current === revision) return;
    played.current = revision;
    void run.refresh();
  }, [run, revision]);

  usePlaying(run);
  useLookAhead(run);
  useClockKeys(run);
  return run;
}

/** Lets time go by while it plays. */
function usePlaying(run: RunStore): void {
  const playing = useStore(run.store, (state) => state.playing);
  useEffect(() => {
    if (!playing) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    let last = performance.now();
    let frame = requestAnimationFrame(function next(now) {
      // A window that was hidden does not make up for it.
      run.tick(Math.min(now - last, 250), still);
      last = now;
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [run, playing]);
}

/** How long the hand rests before it is looked what is to come. */
const REST = 180;

function useLookAhead(run: RunStore): void {
  const view = useStore(run.store, (state) => state.view);
  const playing = useStore(run.store, (state) => state.playing);
  useEffect(() => {
    if (view === null || playing) return;
    const timer = setTimeout(() => void run.lookAhead(), REST);
    return () => clearTimeout(timer);
  }, [run, view, playing]);
}

function useClockKeys(run: RunStore): void {
  const playing = useStore(run.store, (state) => state.playing);
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'simulator.play',
        title: t(playing ? 'simulator.pause' : 'simulator.play'),
        group: t('simulator.title'),
        icon: playing ? 'pause' : 'play',
        keys: ['Mod+Enter'],
        run: () => (playing ? run.pause() : run.play()),
      },
      {
        id: 'simulator.next',
        title: t('simulator.nextEvent'),
        group: t('simulator.title'),
        icon: 'skipTo',
        keys: ['N'],
        run: () => void run.nextEvent(),
      },
      {
        id: 'simulator.again',
        title: t('simulator.again'),
        group: t('simulator.title'),
        icon: 'startAnew',
        run: () => void run.begin(),
      },
    ],
    [run, playing],
  );
  useCommands(commands);
}
