import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import { type Opening, useOpening } from './opening';
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

/** Opens a Flow while the view that asks is there. */
export function useFlow(id: string): Opening<Session> {
  return useOpening(id, openSession);
}
