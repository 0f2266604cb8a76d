import { useCallback, useEffect, useRef, useState } from 'react';
import { type Following, host, type MessageCard, type WireError } from '@/host';
import { nextWait } from './pace';

export interface Follow {
  /** Null until it is known. */
  cards: readonly MessageCard[] | null;
  following: Following | null;
  /** When the account answered last, ms since 1970. */
  askedAt: number | null;
  isAsking: boolean;
  error: WireError | null;
  /** Asks now. */
  ask(): void;
}

/** Where the templates of an account stand; asked again while the window is seen. */
export function useFollow(account: string): Follow {
  const [cards, setCards] = useState<readonly MessageCard[] | null>(null);
  const [following, setFollowing] = useState<Following | null>(null);
  const [askedAt, setAskedAt] = useState<number | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const [turn, setTurn] = useState(0);
  const last = useRef('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    let here = true;
    let timer = 0;
    let wait = 0;
    let asks = false;
    const ask = async (): Promise<void> => {
      if (asks) return;
      asks = true;
      window.clearTimeout(timer);
      const list = await host.messageList();
      if (!here) return;
      if (list.ok) setCards(list.data);
      setError(list.ok ? null : list.error);
      setIsAsking(true);
      const answer = await host.messageFollow(account);
      if (!here) return;
      setIsAsking(false);
      asks = false;
      if (!answer.ok) {
        setError(answer.error);
        return;
      }
      const { data } = answer;
      setFollowing((before) => (data.trouble === null || before === null ? data : withRest(data, before)));
      if (data.askedAt !== null) setAskedAt(Number(data.askedAt));
      const states = JSON.stringify([
        data.standings.map(({ message, standing: { status, category, quality } }) => [
          message,
          status,
          category,
          quality,
        ]),
        data.others,
      ]);
      wait = nextWait(
        {
          waits: data.standings.some(
            ({ standing: { status } }) => status === 'PENDING' || status === 'IN_APPEAL',
          ),
          same: states === last.current,
          failed: data.trouble !== null,
          count: data.standings.length + data.others.length,
        },
        wait,
      );
      last.current = states;
      if (document.visibilityState === 'visible') timer = window.setTimeout(() => void ask(), wait);
    };
    const seen = (): void => {
      window.clearTimeout(timer);
      if (document.visibilityState === 'visible') timer = window.setTimeout(() => void ask(), 0);
    };
    document.addEventListener('visibilitychange', seen);
    void ask();
    return () => {
      here = false;
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [account, turn]);

  return { cards, following, askedAt, isAsking, error, ask: useCallback(() => setTurn((n) => n + 1), []) };
}

/** An answer that is not whole, with what the one before told of the rest. */
function withRest(now: Following, before: Following): Following {
  const told = new Set(now.others.map(({ id }) => id));
  return { ...now, others: [...now.others, ...before.others.filter(({ id }) => !told.has(id))] };
}
