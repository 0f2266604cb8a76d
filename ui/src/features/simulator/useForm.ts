import { useCallback, useEffect, useRef, useState } from 'react';
import { type Asked, host, type PreviewAct, type PreviewState, type Question, type ScreenView } from '@/host';
import type { Motion } from '@/phone-view';

export type Form =
  | { state: 'loading' }
  /** There is no Flow of that name here, or it cannot be opened; why. */
  | { state: 'sealed'; sentence: string | null }
  | { state: 'open'; view: ScreenView; motion: Motion };

/** Id of the Flow of that name; null when there is none. */
export async function findFlow(name: string): Promise<string | null> {
  const answer = await host.flowList();
  return answer.ok ? (answer.data.find((card) => card.name === name)?.id ?? null) : null;
}

/** What the business's system answers in a run: the sample that is kept, else what would fit. */
export function answerTo(all: readonly Asked[], question: Question): PreviewAct | null {
  const screen = (one: Question) => (one.type === 'init' ? null : one.screen);
  const found = all.find(
    (asked) => asked.question.type === question.type && screen(asked.question) === screen(question),
  );
  if (found === undefined) return null;
  const answer = found.samples.find(({ faults }) => faults.length === 0)?.answer ?? found.suggested;
  return { type: 'endpoint_answer', screen: answer.screen ?? null, data: answer.data ?? {} };
}

/** A system that only asks back again and again is not followed further. */
const MOST_ANSWERS = 8;

/** A Flow that is filled in on the phone. `today`: the day of the run. */
export function useForm(
  name: string,
  today: string,
  done: { sent(payload: string): void; closed(): void },
): { form: Form; act(act: PreviewAct): void } {
  const [form, setForm] = useState<Form>({ state: 'loading' });
  const phone = useRef<{ id: string; state: PreviewState; asked: readonly Asked[] } | null>(null);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const hands = useRef(done);
  hands.current = done;

  const actRef = useRef<(wanted: PreviewAct, depth: number) => Promise<void>>(async () => undefined);
  const actNow = useCallback(async (wanted: PreviewAct, depth = 0): Promise<void> => {
    const now = phone.current;
    if (now === null) return;
    const answer = await host.previewAct(now.id, null, now.state, wanted);
    if (phone.current !== now) return;
    if (!answer.ok) {
      setForm({ state: 'sealed', sentence: answer.error.sentence });
      return;
    }
    const { state, view, outcome } = answer.data;
    phone.current = { ...now, state };
    const motion = outcome.type === 'forward' || outcome.type === 'back' ? outcome.type : 'none';
    setForm((last) => ({
      state: 'open',
      view,
      motion: motion === 'none' && last.state === 'open' && last.view.key === view.key ? last.motion : motion,
    }));
    if (outcome.type === 'complete') hands.current.sent(outcome.payload);
    if (outcome.type === 'close') hands.current.closed();
    if (outcome.type !== 'data_exchange' || depth > MOST_ANSWERS) return;
    const reply = answerTo(now.asked, outcome.question);
    if (reply !== null) await actRef.current(reply, depth + 1);
  }, []);

  actRef.current = actNow;

  const act = useCallback(
    (wanted: PreviewAct) => {
      line.current = line.current.then(() => actNow(wanted));
    },
    [actNow],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a form that is being filled in keeps the day it began with
  useEffect(() => {
    let here = true;
    void (async () => {
      const id = await findFlow(name);
      if (!here) return;
      if (id === null) {
        setForm({ state: 'sealed', sentence: null });
        return;
      }
      const asked = await host.answerList(id);
      if (!here) return;
      phone.current = { id, state: { today, current: '' }, asked: asked.ok ? asked.data : [] };
      act({ type: 'open', exchange: false });
    })();
    return () => {
      here = false;
      phone.current = null;
    };
  }, [name, act]);

  return { form, act };
}
