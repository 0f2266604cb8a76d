import { describe, expect, test, vi } from 'vitest';
import type { Answer, RunBubble, RunEntry, RunRequest, RunView } from '@/host';
import { createRun, reactsTo } from './run';

const START = 1_000_000;
const MINUTE = 60_000;

/** A core in which something happens at these moments, and acts are entries of their own. */
function core(moments: readonly number[]) {
  const asked: RunRequest[] = [];
  const pending: (() => void)[] = [];
  let slow = false;
  const ask = async (request: RunRequest): Promise<Answer<RunView>> => {
    asked.push(request);
    if (slow) await new Promise<void>((resolve) => pending.push(resolve));
    let planned = (request.script as { planned: number[] } | null)?.planned ?? [...moments];
    let acts = (request.script as { acts: number[] } | null)?.acts ?? [];
    if (request.act !== null) {
      planned = planned.filter((at) => at <= request.at);
      acts = acts.filter((at) => at <= request.at);
      if (request.act.type !== 'Reconsider') acts = [...acts, request.at];
    }
    const all = [...planned, ...acts].sort((a, b) => a - b);
    const entries: RunEntry[] = all
      .filter((at) => at <= request.until)
      .map((at) => ({ at, step: null, what: { type: 'Began' } }));
    return {
      ok: true,
      data: view({
        script: { planned, acts },
        now: request.until,
        entries,
        next: all.find((at) => at > request.until) ?? null,
      }),
    };
  };
  return { asked, ask, release: () => pending.shift()?.(), hold: () => (slow = true) };
}

function view(parts: Partial<RunView>): RunView {
  return {
    script: null,
    now: START,
    zone: 'UTC',
    phone: [],
    entries: [],
    ways: [],
    at: [],
    person: {
      name: 'Ana',
      windowUntil: null,
      adUntil: null,
      consent: 'unknown',
      blocked: false,
      stage: null,
      tags: [],
      values: [],
    },
    next: null,
    cost: {
      amount: '0',
      currency: 'EUR',
      validFrom: null,
      illustrative: false,
      charged: 0,
      free: 0,
      why: null,
    },
    cut: false,
    ...parts,
  };
}

async function begun(moments: readonly number[]) {
  const fake = core(moments);
  const run = createRun(fake.ask, { zone: 'UTC', country: 'PT', at: START, persona: 'at_once' });
  await run.begin({ start: 'first' });
  return { ...fake, run };
}

const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

describe('the clock', () => {
  test('nothing is asked while nothing can happen', async () => {
    const { run, asked } = await begun([START, START + 10 * MINUTE]);
    expect(asked).toHaveLength(1);
    await run.moveTo(START + 9 * MINUTE);
    expect(run.store.getState().now).toBe(START + 9 * MINUTE);
    expect(asked).toHaveLength(1);
    await run.moveTo(START + 10 * MINUTE);
    expect(asked).toHaveLength(2);
    expect(run.store.getState().view?.entries).toHaveLength(2);
  });

  test('time goes by as fast as is chosen, and stops when nothing more comes', async () => {
    const { run } = await begun([START, START + 2 * MINUTE]);
    run.play();
    run.setSpeed(60);
    run.tick(1000, false);
    await settle();
    expect(run.store.getState().now).toBe(START + MINUTE);
    run.setSpeed(600);
    run.tick(1000, false);
    await settle();
    expect(run.store.getState().view?.entries).toHaveLength(2);
    run.tick(16, false);
    expect(run.store.getState().playing).toBe(false);
  });

  test('a question on its way is not asked again by the next frame', async () => {
    const { run, asked, hold, release } = await begun([START, START + 1, START + 2]);
    hold();
    run.play();
    run.tick(16, false);
    await settle();
    run.tick(16, false);
    run.tick(16, false);
    await settle();
    expect(asked).toHaveLength(2);
    release();
  });

  test('without motion it steps from event to event', async () => {
    const { run } = await begun([START, START + 30 * MINUTE]);
    run.play();
    run.tick(100, true);
    await settle();
    expect(run.store.getState().now).toBe(START);
    run.tick(2000, true);
    await settle();
    expect(run.store.getState().now).toBe(START + 30 * MINUTE);
  });

  test('the hand shows the past, and the future is still there', async () => {
    const { run } = await begun([START, START + MINUTE, START + 2 * MINUTE]);
    await run.moveTo(START + 5 * MINUTE);
    await run.moveTo(START + MINUTE);
    expect(run.store.getState().view?.entries).toHaveLength(2);
    await run.moveTo(START + 5 * MINUTE);
    expect(run.store.getState().view?.entries).toHaveLength(3);
    await run.moveTo(START - MINUTE);
    expect(run.store.getState().now).toBe(START);
  });

  test('of many wishes while one is asked only the last counts', async () => {
    const { run, asked } = await begun([START, START + 1, START + 2, START + 3, START + 4]);
    await Promise.all([run.moveTo(START + 1), run.moveTo(START + 2), run.moveTo(START + 4)]);
    expect(run.store.getState().now).toBe(START + 4);
    expect(asked.length).toBeLessThan(4);
  });

  test('next event passes over moments in which nothing shows, and ends where nothing comes', async () => {
    const { run } = await begun([START, START + 3 * MINUTE]);
    run.play();
    await run.nextEvent();
    expect(run.store.getState().now).toBe(START + 3 * MINUTE);
    await run.nextEvent();
    expect(run.store.getState()).toMatchObject({ now: START + 3 * MINUTE, playing: false });
  });
});

describe('what somebody does', () => {
  test('acting in the past forgets the future', async () => {
    const { run, asked } = await begun([START, START + MINUTE, START + 2 * MINUTE]);
    await run.moveTo(START + 5 * MINUTE);
    await run.moveTo(START + MINUTE);
    await run.act({ type: 'Text', words: 'Hi' });
    const last = asked.at(-1);
    expect(last).toMatchObject({ at: START + MINUTE + 1000, seen: START + MINUTE + 999 });
    await run.moveTo(START + 10 * MINUTE);
    expect(run.store.getState().view?.entries.map(({ at }) => at - START)).toEqual([
      0,
      MINUTE,
      MINUTE + 1000,
    ]);
  });

  test('starting again keeps the start and forgets the rest', async () => {
    const { run, asked } = await begun([START, START + MINUTE]);
    await run.moveTo(START + MINUTE);
    await run.begin({ zone: 'Asia/Tokyo' });
    expect(asked.at(-1)).toMatchObject({
      script: null,
      start: 'first',
      zone: 'Asia/Tokyo',
      seen: null,
      until: START,
    });
  });

  test('what the core refuses is said, and the clock stops', async () => {
    const error = { code: 'not_found', sentence: 'Gone.', meta: null } as const;
    const ask = vi.fn(async (): Promise<Answer<RunView>> => ({ ok: false, error }));
    const run = createRun(ask, { zone: 'UTC', country: 'PT', at: START, persona: null });
    run.play();
    await run.begin({ start: 'first' });
    expect(run.store.getState()).toMatchObject({ error, playing: false, view: null });
  });

  test('a look ahead is shown, and changes nothing of the run', async () => {
    const { run, asked } = await begun([START, START + MINUTE]);
    await run.lookAhead();
    expect(run.store.getState().ahead?.entries).toHaveLength(2);
    expect(run.store.getState().view?.entries).toHaveLength(1);
    await run.moveTo(START + 30_000);
    await run.act({ type: 'Text', words: 'Hi' });
    expect(run.store.getState().ahead).toBeNull();
    expect(asked.at(-1)?.until).toBe(START + 31_000);
  });
});

describe('who answers', () => {
  const bubble = (at: number, parts: Partial<RunBubble>): RunBubble => ({
    at,
    step: 'a',
    chat: null,
    words: null,
    form: false,
    answers: null,
    status: null,
    ...parts,
  });
  const asks = bubble(2, { answers: { type: 'Text' } });

  test('somebody new answers what is open now, not what was answered', () => {
    expect(reactsTo(view({ phone: [bubble(1, {}), asks] }), 'at_once')).toBe(2);
    expect(reactsTo(view({ phone: [bubble(1, {}), bubble(3, { words: 'Hi' })] }), 'at_once')).toBeNull();
    expect(reactsTo(view({ phone: [asks] }), 'never')).toBeNull();
    expect(reactsTo(view({ phone: [asks] }), null)).toBeNull();
  });

  test('who opts out does so after the last message, asked or not', () => {
    expect(reactsTo(view({ phone: [asks, bubble(5, {}), bubble(6, { words: 'Hi' })] }), 'opts_out')).toBe(5);
    expect(reactsTo(view({ phone: [] }), 'blocks')).toBeNull();
  });

  test('a change forgets what the one before was about to do', async () => {
    const { run, asked } = await begun([START, START + MINUTE]);
    await run.setPersona('never');
    expect(asked.at(-1)).toMatchObject({
      persona: 'never',
      act: { type: 'Reconsider' },
      since: START,
      at: START,
    });
    await run.moveTo(START + 5 * MINUTE);
    expect(run.store.getState().view?.entries).toHaveLength(1);
  });
});

describe('several people', () => {
  test('have one clock, and each their own script and start', async () => {
    const { run, asked } = await begun([START, START + 10 * MINUTE]);
    await run.moveTo(START + 5 * MINUTE);
    await run.add('Ben', 'second');
    expect(asked.at(-1)).toMatchObject({
      name: 'Ben',
      start: 'second',
      script: null,
      until: START + 5 * MINUTE,
    });
    expect(run.store.getState()).toMatchObject({ active: 2, start: 'second' });
    await run.moveTo(START + 20 * MINUTE);
    const { people, now } = run.store.getState();
    expect(now).toBe(START + 20 * MINUTE);
    expect(people.map(({ view: seen }) => seen?.now)).toEqual([now, now]);
    expect(run.kept().map(({ name }) => name)).toEqual(['Ana', 'Ben']);
  });

  test('what is done is done by who is looked at; the others only come along', async () => {
    const { run } = await begun([START]);
    await run.add('Ben', 'second');
    const before = run.store.getState().people[0]?.view?.entries.length;
    await run.act({ type: 'Happen', name: 'order_placed', data: {} });
    const [ana, ben] = run.store.getState().people;
    expect(ana?.view?.entries).toHaveLength(before ?? 0);
    expect(ben?.view?.entries).toHaveLength((before ?? 0) + 1);
    run.look(1);
    expect(run.store.getState().view).toBe(ana?.view);
    await run.setPersona('never');
    expect(run.store.getState().people.map(({ persona }) => persona)).toEqual(['never', 'at_once']);
  });

  test('the next event is that of anybody', async () => {
    const { run } = await begun([START, START + 30 * MINUTE]);
    await run.moveTo(START + 30 * MINUTE);
    expect(run.store.getState().next).toBeNull();
    await run.add('Ben', 'second');
    run.look(1);
    await run.moveTo(START);
    expect(run.store.getState().next).toBe(START + 30 * MINUTE);
    await run.nextEvent();
    expect(run.store.getState().now).toBe(START + 30 * MINUTE);
  });

  test('three at most; the last one stays; a kept run brings all of them back', async () => {
    const { run, asked } = await begun([START]);
    await run.add('Ben', 'a');
    await run.add('Carla', 'b');
    await run.add('Dora', 'c');
    expect(run.store.getState().people).toHaveLength(3);
    const kept = run.kept();
    run.remove(3);
    run.remove(2);
    run.remove(1);
    expect(run.store.getState().people.map(({ id }) => id)).toEqual([1]);
    await run.load(kept, START + MINUTE);
    expect(run.store.getState()).toMatchObject({ active: 1, now: START + MINUTE, persona: null });
    expect(run.store.getState().people.map(({ name }) => name)).toEqual(['Ana', 'Ben', 'Carla']);
    expect(asked.at(-1)).toMatchObject({ name: 'Carla', until: START + MINUTE });
  });
});
