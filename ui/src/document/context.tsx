import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { WireError } from '@/host';
import { flushDrafts } from './drafts';
import { openSession, type Session, type SessionState } from './session';

const Current = createContext<Session | null>(null);

/** Everything below works on this Flow. */
export function FlowProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <Current value={session}>{children}</Current>;
}

/** The open Flow's session: dispatch, undo, select. */
export function useSession(): Session {
  const session = useContext(Current);
  if (session === null) throw new Error('useSession outside of FlowProvider');
  return session;
}

/** A part of the open Flow's state; draws again only when that part changes. */
export function useDocument<T>(select: (state: SessionState) => T): T {
  return useStore(useSession().store, select);
}

export type Opening =
  | { state: 'opening' }
  | { state: 'open'; session: Session }
  | { state: 'failed'; error: WireError; retry: () => void };

/** Opens a Flow while the view that asks is there. */
export function useFlow(id: string): Opening {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is the retry.
  useEffect(() => {
    let here = true;
    setOpening({ state: 'opening' });
    void openSession(id).then((answer) => {
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
  }, [id, attempt]);
  return opening;
}
