import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer, Persona, RunAct, RunRequest, RunView, Value, WireError } from '@/host';

export type Speed = 1 | 60 | 600;

export interface Run {
  /** Key of the start it began with. */
  readonly start: string | null;
  readonly zone: string;
  /** Who answers by themselves; none: the user does. */
  readonly persona: Persona | null;
  /** When it began. */
  readonly begin: number;
  /** The clock. What is seen is of this moment, or of one since which nothing happened. */
  readonly now: number;
  readonly view: RunView | null;
  /** What happens after now, as far as it was looked at; null while that is not known. */
  readonly ahead: RunView | null;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly error: WireError | null;
}

export interface RunStore {
  readonly store: StoreApi<Run>;
  /** Begins anew, with another start, moment or time zone when given. */
  begin(wanted?: { start?: string; at?: number; zone?: string }): Promise<void>;
  /** Shows a run that is kept. */
  load(script: Value, until: number): Promise<void>;
  play(): void;
  pause(): void;
  setSpeed(speed: Speed): void;
  /** So much time of the user went by, in milliseconds. `still`: from event to event, without motion. */
  tick(elapsed: number, still: boolean): void;
  /** To the next thing that happens. */
  nextEvent(): Promise<void>;
  /** Puts the hand of the clock. Before what was played, it shows the past. */
  moveTo(at: number): Promise<void>;
  /** Somebody does something now; what was to come is forgotten. */
  act(act: RunAct): Promise<void>;
  setPersona(persona: Persona | null): Promise<void>;
  /** Plays the same again, after the journey was changed. */
  refresh(): Promise<void>;
  /** Looks what is to come, for the timeline. */
  lookAhead(): Promise<void>;
}

/** Between two things a person does. */
const MOMENT = 1000;
/** How far ahead is looked. */
export const AHEAD = 4 * 86_400_000;
/** So many moments without anything to show are passed over at most. */
const MOST_HOPS = 400;
/** How long an event stands before the next one, without motion. */
const STILL = 1200;

/**
 * A run as the user plays it. The core has no memory of it: the script that every answer brings is given back with the next
 * question, one question at a time.
 */
export function createRun(
  ask: (request: RunRequest) => Promise<Answer<RunView>>,
  first: { zone: string; country: string; at: number; persona: Persona | null },
): RunStore {
  const store = createStore<Run>(() => ({
    start: null,
    zone: first.zone,
    persona: first.persona,
    begin: first.at,
    now: first.at,
    view: null,
    ahead: null,
    playing: false,
    speed: 60,
    error: null,
  }));
  let script: Value | null = null;
  /** How far the script was played with the persona. */
  let seen: number | null = null;
  /** When the persona became the one it is; null: from the first. */
  let since: number | null = null;
  let busy = false;
  let stood = 0;
  /** Grows when a look ahead would be of something old. */
  let turn = 0;
  let line: Promise<unknown> = Promise.resolve();

  const queue = (work: () => Promise<void>): Promise<void> => {
    const next = line.then(async () => {
      busy = true;
      try {
        await work();
      } finally {
        busy = false;
      }
    });
    line = next.catch(() => undefined);
    return next;
  };

  const request = (until: number): RunRequest => {
    const { start, zone, persona, begin } = store.getState();
    return {
      script,
      start,
      zone,
      country: first.country,
      persona,
      seen,
      since,
      at: begin,
      act: null,
      until,
    };
  };

  /** Asks, takes the answer, and puts the clock to it. */
  const take = async (asked: RunRequest): Promise<RunView | null> => {
    turn += 1;
    const answer = await ask(asked);
    if (!answer.ok) {
      store.setState({ error: answer.error, playing: false });
      return null;
    }
    script = answer.data.script;
    seen = asked.act === null ? Math.max(seen ?? asked.until, asked.until) : asked.until;
    store.setState({ view: answer.data, now: asked.until, ahead: null, error: null });
    return answer.data;
  };

  /** Whether nothing happens between the moment that is seen and this one. */
  const isSame = (view: RunView, at: number) => at >= view.now && (view.next === null || at < view.next);

  const goTo = async (at: number): Promise<void> => {
    const { view, begin } = store.getState();
    const wanted = Math.max(at, begin);
    if (view !== null && isSame(view, wanted)) store.setState({ now: wanted });
    else await take(request(wanted));
  };

  /** Goes on until there is something new to see. */
  const goNext = async (): Promise<void> => {
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const { view } = store.getState();
      if (view === null || view.next === null) {
        store.setState({ playing: false });
        return;
      }
      const next = await take(request(view.next));
      if (next === null || next.entries.length !== view.entries.length) return;
    }
  };

  let wanted: number | null = null;
  return {
    store,
    begin: (wish) =>
      queue(async () => {
        const { start, zone, begin } = store.getState();
        script = null;
        seen = null;
        since = null;
        const at = wish?.at ?? begin;
        store.setState({
          start: wish?.start ?? start,
          zone: wish?.zone ?? zone,
          begin: at,
          now: at,
          view: null,
          ahead: null,
          playing: false,
          error: null,
        });
        if (store.getState().start !== null) await take(request(at));
      }),
    load: (kept, until) =>
      queue(async () => {
        script = kept;
        seen = until;
        since = until;
        store.setState({ playing: false, persona: null, view: null });
        const view = await take(request(until));
        const begin = view?.entries[0]?.at;
        if (view !== null) store.setState({ zone: view.zone, begin: begin ?? until });
      }),
    play: () => store.setState({ playing: true }),
    pause: () => store.setState({ playing: false }),
    setSpeed: (speed) => store.setState({ speed }),
    tick(elapsed, still) {
      const { playing, speed, now, view } = store.getState();
      if (!playing || busy || view === null) return;
      if (view.next === null) {
        store.setState({ playing: false });
        return;
      }
      if (!still) {
        void queue(() => goTo(now + elapsed * speed));
        return;
      }
      stood += elapsed;
      if (stood < STILL) return;
      stood = 0;
      void queue(goNext);
    },
    nextEvent: () => queue(goNext),
    moveTo(at) {
      // While one answer is on its way only the last wish counts.
      const waits = wanted !== null;
      wanted = at;
      if (waits) return line.then(() => undefined);
      return queue(async () => {
        while (wanted !== null) {
          const to = wanted;
          wanted = null;
          await goTo(to);
        }
      });
    },
    act: (act) =>
      queue(async () => {
        const at = store.getState().now + MOMENT;
        await take({ ...request(at), seen: before(seen, at), at, act });
      }),
    setPersona: (persona) =>
      queue(async () => {
        const { now, view } = store.getState();
        store.setState({ persona });
        if (view === null) return;
        since = now;
        const react = reactsTo(view, persona);
        await take({
          ...request(now),
          seen: react === null ? now : react - 1,
          at: now,
          act: { type: 'Reconsider' },
        });
        // What they do at once is a moment away.
        const after = store.getState().view;
        if (after?.next !== null && after !== null && after.next <= now + MOMENT)
          await take(request(after.next));
      }),
    refresh: () =>
      queue(async () => {
        if (script !== null) await take(request(store.getState().now));
      }),
    lookAhead: async () => {
      const { view, now, playing } = store.getState();
      if (view === null || script === null || playing) return;
      const mine = turn;
      const far = Math.max(now + AHEAD, view.next ?? 0);
      const answer = await ask(request(far));
      if (answer.ok && mine === turn) store.setState({ ahead: answer.data });
    },
  };
}

/** Up to where it was seen, when something happens at a moment. */
function before(seen: number | null, at: number): number | null {
  return seen === null ? null : Math.min(seen, at - 1);
}

/** To which moment somebody new reacts, of what has come already; none: only to what comes. */
export function reactsTo(view: RunView, persona: Persona | null): number | null {
  const came = view.phone.filter((bubble) => bubble.chat !== null || bubble.words === null);
  if (persona === 'opts_out' || persona === 'blocks') return came.at(-1)?.at ?? null;
  if (persona === null || persona === 'never') return null;
  return came.findLast((bubble) => bubble.answers !== null)?.at ?? null;
}
