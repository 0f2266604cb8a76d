import { useCallback, useEffect, useState } from 'react';
import { host, onEvent, type Plan, type Report, type WireError } from '@/host';
import { interrupt } from '@/kit';

/** Where publishing stands. */
export type Stage =
  | { at: 'planning' }
  | { at: 'planned'; plan: Plan }
  | { at: 'applying'; plan: Plan; document: string | null; step: string | null }
  | { at: 'done'; plan: Plan; report: Report }
  | { at: 'failed'; error: WireError; plan: Plan | null };

export interface Run {
  stage: Stage;
  /** Asks again what would happen. */
  plan(): void;
  /** Does it, or goes on where it stopped, without the rows in `leave`; `replace` are the Flows to publish as new ones. */
  apply(plan: Plan, leave: string[], replace: string[]): void;
}

/** Plan, apply, report for some Flows and templates and an account. */
export function usePublishRun(documents: readonly string[], account: string): Run {
  const [stage, setStage] = useState<Stage>({ at: 'planning' });
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again.
  useEffect(() => {
    let here = true;
    setStage({ at: 'planning' });
    void host.publishPlan([...documents], account).then((answer) => {
      if (!here) return;
      setStage(
        answer.ok ? { at: 'planned', plan: answer.data } : { at: 'failed', error: answer.error, plan: null },
      );
    });
    return () => {
      here = false;
    };
  }, [documents, account, turn]);

  useEffect(
    () =>
      onEvent((event) => {
        if (event.type !== 'PublishProgress') return;
        setStage((now) =>
          now.at === 'applying' && now.plan.id === event.plan
            ? { ...now, document: event.document, step: event.step }
            : now,
        );
      }),
    [],
  );

  const apply = useCallback((plan: Plan, leave: string[], replace: string[]) => {
    setStage({ at: 'applying', plan, document: null, step: null });
    void host.publishApply(plan.id, leave, replace).then((answer) => {
      if (answer.ok) setStage({ at: 'done', plan, report: answer.data });
      else {
        interrupt(answer.error.sentence);
        setStage({ at: 'failed', error: answer.error, plan });
      }
    });
  }, []);

  return { stage, plan: useCallback(() => setTurn((n) => n + 1), []), apply };
}
