import { useCallback, useEffect, useState } from 'react';
import { type Account, host, type WireError } from '@/host';

/** The accounts there are, fetched when a view that needs them opens. */
export function useAccounts(): { accounts: Account[]; error: WireError | null; reload(): Promise<void> } {
  const [accounts, setAccounts] = useState<Account[]>([]);
  const [error, setError] = useState<WireError | null>(null);
  const reload = useCallback(async (): Promise<void> => {
    const answer = await host.accountList();
    if (answer.ok) setAccounts(answer.data);
    setError(answer.ok ? null : answer.error);
  }, []);
  useEffect(() => void reload(), [reload]);
  return { accounts, error, reload };
}
