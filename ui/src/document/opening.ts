import { useEffect, useState } from 'react';
import type { Answer, WireError } from '@/host';
import { flushDrafts } from './drafts';

/** A document that is fetched while the view that asks is there. */
export type Opening<Session> =
  | { state: 'opening' }
  | { state: 'open'; session: Session }
  | { state: 'failed'; error: WireError; retry: () => void };

/** Opens a document; `open` must be the same function every time. */
export function useOpening<Session>(
  id: string,
  open: (id: string) => Promise<Answer<Session>>,
): Opening<Session> {
  const [opening, setOpening] = useState<Opening<Session>>({ state: 'opening' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is the retry.
  useEffect(() => {
    let here = true;
    setOpening({ state: 'opening' });
    void open(id).then((answer) => {
      if (!here) return;
      setOpening(
        answer.ok
          ? { state: 'open', session: answer.data }
          : { state: 'failed', error: answer.error, retry: () => setAttempt((n) => n + 1) },
      );
    });
    return () => {
      here = false;
      flushDrafts();
    };
  }, [id, open, attempt]);
  return opening;
}
