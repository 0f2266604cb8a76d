import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer, Persona, RunAct, RunRequest, RunView, Value, WireError } from '@/host';

export type Speed = 1 | 60 | 600;

/** Somebody who is played. */
export interface Somebody {
  readonly id: number;
  /** What they are called; null: as the journey has it. */
  readonly name: string | null;
  /** Key of the start they began with. */
  readonly start: string | null;
  /** How they answer by themselves; none: the user does. */
  readonly persona: Persona | null;
  /** What is seen of them. */
  readonly view: RunView | null;
  /** What happens after now, as far as it was looked at; null while that is not known. */
  readonly ahead: RunView | null;
  /** Messages that came since somebody looked at their phone. */
  readonly unseen: number;
}

/** Several people under one clock. What stands here of a person is of the one who is looked at. */
export interface Run extends Pick<Somebody, 'start' | 'persona' | 'view' | 'ahead'> {
  readonly people: readonly Somebody[];
  /** Id of the one who is looked at. */
  readonly active: number;
  readonly zone: string;
  /** When it began. */
  readonly begin: number;
  /** The clock. What is seen is of this moment, or of one since which nothing happened. */
  readonly now: number;
  /** When something happens next to any of them; none: nothing. */
  readonly next: number | null;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly error: WireError | null;
}

/** Whose run is kept: what they are called, and what happened to them. */
export interface KeptPerson {
  readonly name: string | null;
  readonly script: Value;
}

export interface RunStore {
  readonly store: StoreApi<Run>;
  /** All begin anew; the one who is looked at with another start, all at another moment or in another zone when given. */
  begin(wanted?: { start?: string; at?: number; zone?: string }): Promise<void>;
  /** Shows a run that is kept. */
  load(people: readonly KeptPerson[], until: number): Promise<void>;
  /** The scripts of all, to be kept. */
  kept(): KeptPerson[];
  /** Somebody else comes in now, and is looked at. */
  add(name: string, start: string): Promise<void>;
  /** Looks at somebody. */
  look(id: number): void;
  /** Somebody is not played any more; the last one stays. */
  remove(id: number): void;
  play(): void;
  pause(): void;
  setSpeed(speed: Speed): void;
  /** So much time of the user went by, in milliseconds. `still`: from event to event, without motion. */
  tick(elapsed: number, still: boolean): void;
  /** To the next thing that happens to anybody. */
  nextEvent(): Promise<void>;
  /** Puts the hand of the clock. Before what was played, it shows the past. */
  moveTo(at: number): Promise<void>;
  /** Who is looked at does something now; what was to come for them is forgotten. */
  act(act: RunAct): Promise<void>;
  setPersona(persona: Persona | null): Promise<void>;
  /** Plays the same again, after the journey was changed. */
  refresh(): Promise<void>;
  /** Looks what is to come for who is looked at, for the timeline. */
  lookAhead(): Promise<void>;
}

/** So many are played at once. */
export const MOST_PEOPLE = 3;

/** Between two things a person does. */
const MOMENT = 1000;
/** How far ahead is looked. */
export const AHEAD = 4 * 86_400_000;
/** So many moments without anything to show are passed over at most. */
const MOST_HOPS = 400;
/** How long an event stands before the next one, without motion. */
const STILL = 1200;

/** What is given back with the next question about somebody. */
interface Memory {
  script: Value | null;
  /** How far the script was played with the persona. */
  seen: number | null;
  /** When the persona became the one it is; null: from the first. */
  since: number | null;
}

/**
 * A run as the user plays it. The core has no memory of it: the script that every answer brings is given back with the next
 * question, one question at a time. Each person has a script of their own; the clock is one.
 */
export function createRun(
  ask: (request: RunRequest) => Promise<Answer<RunView>>,
  first: { zone: string; country: string; at: number; persona: Persona | null },
): RunStore {
  const somebody = (id: number, name: string | null, persona: Persona | null): Somebody => ({
    id,
    name,
    start: null,
    persona,
    view: null,
    ahead: null,
    unseen: 0,
  });
  const store = createStore<Run>(() => ({
    people: [somebody(1, null, first.persona)],
    active: 1,
    start: null,
    zone: first.zone,
    persona: first.persona,
    begin: first.at,
    now: first.at,
    next: null,
    view: null,
    ahead: null,
    playing: false,
    speed: 60,
    error: null,
  }));
  const memories = new Map<number, Memory>();
  const memory = (id: number): Memory => {
    const known = memories.get(id) ?? { script: null, seen: null, since: null };
    memories.set(id, known);
    return known;
  };
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

  /** Puts down what changed; what stands of who is looked at follows. */
  const set = (change: Partial<Omit<Run, 'start' | 'persona' | 'view' | 'ahead' | 'next'>>): void => {
    const { people: before, active: looked } = store.getState();
    const people = change.people ?? before;
    const active = change.active ?? looked;
    const { start, persona, view, ahead } = people.find(({ id }) => id === active) ?? somebody(0, null, null);
    const nexts = people.map((one) => one.view?.next ?? null).filter((at) => at !== null);
    const next = nexts.length === 0 ? null : Math.min(...nexts);
    store.setState({ ...change, people, active, start, persona, view, ahead, next });
  };
  const change = (id: number, now: Partial<Somebody>): readonly Somebody[] =>
    store.getState().people.map((one) => (one.id === id ? { ...one, ...now } : one));
  const person = (id: number): Somebody | undefined => store.getState().people.find((one) => one.id === id);
  const looked = (): Somebody =>
    person(store.getState().active) ?? store.getState().people[0] ?? somebody(0, null, null);

  const request = (id: number, until: number): RunRequest => {
    const { zone, begin } = store.getState();
    const { script, seen, since } = memory(id);
    const one = person(id);
    return {
      script,
      start: one?.start ?? null,
      name: one?.name ?? null,
      zone,
      country: first.country,
      persona: one?.persona ?? null,
      seen,
      since,
      at: begin,
      act: null,
      until,
    };
  };

  /** Asks about somebody and takes the answer, and puts the clock where everybody is there with it. */
  const take = async (id: number, asked: RunRequest, now?: number): Promise<RunView | null> => {
    turn += 1;
    const answer = await ask(asked);
    if (!answer.ok) {
      set({ error: answer.error, playing: false });
      return null;
    }
    const kept = memory(id);
    kept.script = answer.data.script;
    kept.seen = asked.act === null ? Math.max(kept.seen ?? asked.until, asked.until) : asked.until;
    const before = person(id);
    const isLooked = store.getState().active === id;
    const came = answer.data.phone.length - (before?.view?.phone.length ?? 0);
    const unseen = isLooked ? 0 : Math.max(0, (before?.unseen ?? 0) + came);
    const people = change(id, { view: answer.data, ahead: null, unseen });
    set({ people, error: null, ...(now === undefined ? {} : { now }) });
    return answer.data;
  };

  /** Whether nothing happens between the moment that is seen and this one. */
  const isSame = (view: RunView, at: number) => at >= view.now && (view.next === null || at < view.next);

  /** Brings everybody to a moment, but who is there already. */
  const goTo = async (at: number, but: number | null = null): Promise<void> => {
    const wanted = Math.max(at, store.getState().begin);
    const late = store
      .getState()
      .people.filter(({ id, view }) => id !== but && (view === null || !isSame(view, wanted)));
    for (const { id } of late) {
      const isLast = id === late.at(-1)?.id;
      if ((await take(id, request(id, wanted), isLast ? wanted : undefined)) === null) return;
    }
    if (late.length === 0) set({ now: wanted });
  };

  const entries = (): number =>
    store.getState().people.reduce((sum, { view }) => sum + (view?.entries.length ?? 0), 0);

  /** Goes on until there is something new to see of anybody. */
  const goNext = async (): Promise<void> => {
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const { next } = store.getState();
      if (next === null) {
        set({ playing: false });
        return;
      }
      const before = entries();
      await goTo(next);
      if (store.getState().error !== null || entries() !== before) return;
    }
  };

  let wanted: number | null = null;
  return {
    store,
    begin: (wish) =>
      queue(async () => {
        const { zone, begin, people, active } = store.getState();
        memories.clear();
        const at = wish?.at ?? begin;
        set({
          people: people.map((one) => ({
            ...one,
            start: one.id === active ? (wish?.start ?? one.start) : one.start,
            view: null,
            ahead: null,
            unseen: 0,
          })),
          zone: wish?.zone ?? zone,
          begin: at,
          now: at,
          playing: false,
          error: null,
        });
        for (const { id, start } of store.getState().people)
          if (start !== null && (await take(id, request(id, at))) === null) return;
      }),
    load: (kept, until) =>
      queue(async () => {
        memories.clear();
        const people = kept.map(({ name }, at) => somebody(at + 1, name, null));
        for (const [at, { script }] of kept.entries())
          memories.set(at + 1, { script, seen: until, since: until });
        set({ people, active: 1, playing: false });
        let begin = until;
        let zone = store.getState().zone;
        for (const { id } of people) {
          const view = await take(id, request(id, until));
          if (view === null) return;
          begin = Math.min(begin, view.entries[0]?.at ?? until);
          if (id === 1) zone = view.zone;
        }
        set({
          now: until,
          begin,
          zone,
          people: store.getState().people.map((one) => ({ ...one, unseen: 0 })),
        });
      }),
    kept: () =>
      store.getState().people.flatMap(({ id, name, view }) => {
        const { script } = memory(id);
        return script === null ? [] : [{ name: name ?? view?.person.name ?? null, script }];
      }),
    add: (name, start) =>
      queue(async () => {
        const { people, now } = store.getState();
        if (people.length >= MOST_PEOPLE) return;
        const id = Math.max(0, ...people.map((one) => one.id)) + 1;
        set({
          people: [...people, { ...somebody(id, name, first.persona), start }],
          active: id,
          playing: false,
        });
        await take(id, { ...request(id, now), at: now });
      }),
    look: (id) => {
      if (person(id) !== undefined) set({ active: id, people: change(id, { unseen: 0 }) });
    },
    remove: (id) => {
      const { people, active } = store.getState();
      const left = people.filter((one) => one.id !== id);
      const [one] = left;
      if (one === undefined) return;
      memories.delete(id);
      set({ people: left, active: active === id ? one.id : active });
    },
    play: () => set({ playing: true }),
    pause: () => set({ playing: false }),
    setSpeed: (speed) => set({ speed }),
    tick(elapsed, still) {
      const { playing, speed, now, view, next } = store.getState();
      if (!playing || busy || view === null) return;
      if (next === null) {
        set({ playing: false });
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
        const { id } = looked();
        const at = store.getState().now + MOMENT;
        const asked = { ...request(id, at), seen: before(memory(id).seen, at), at, act };
        const isAlone = store.getState().people.length === 1;
        const done = await take(id, asked, isAlone ? at : undefined);
        if (done !== null && !isAlone) await goTo(at, id);
      }),
    setPersona: (persona) =>
      queue(async () => {
        const { id, view } = looked();
        const { now } = store.getState();
        set({ people: change(id, { persona }) });
        if (view === null) return;
        memory(id).since = now;
        const react = reactsTo(view, persona);
        const after = await take(id, {
          ...request(id, now),
          seen: react === null ? now : react - 1,
          at: now,
          act: { type: 'Reconsider' },
        });
        // What they do at once is a moment away.
        if (after?.next !== null && after !== null && after.next <= now + MOMENT) await goTo(after.next);
      }),
    refresh: () =>
      queue(async () => {
        const { now, people } = store.getState();
        for (const { id } of people) if (memory(id).script !== null) await take(id, request(id, now));
      }),
    lookAhead: async () => {
      const { now, playing } = store.getState();
      const { id, view } = looked();
      if (view === null || memory(id).script === null || playing) return;
      const mine = turn;
      const far = Math.max(now + AHEAD, view.next ?? 0);
      const answer = await ask(request(id, far));
      if (answer.ok && mine === turn) set({ people: change(id, { ahead: answer.data }) });
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
