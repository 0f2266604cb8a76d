import { useCallback, useEffect, useState } from 'react';
import { useMessage, useMessageSession } from '@/document';
import { type Answer, type Difference, host, type MessageVersion, type WireError } from '@/host';
import { t } from '@/i18n';
import { announce } from '@/kit';
import { versionName } from './words';

export interface Versions {
  /** Newest first; null until they were read. */
  readonly list: readonly MessageVersion[] | null;
  readonly error: WireError | null;
  /** The one that was deleted last, while it can be put back. */
  readonly deleted: MessageVersion | null;
  /** All tell whether it was done. */
  keep(name: string): Promise<string | null>;
  rename(version: MessageVersion, name: string): Promise<boolean>;
  drop(version: MessageVersion): Promise<boolean>;
  undrop(version: MessageVersion): Promise<boolean>;
  bringBack(version: MessageVersion): Promise<boolean>;
}

/** Versions of the open template or message, and what can be done with them. */
export function useVersions(): Versions {
  const session = useMessageSession();
  const revision = useMessage((state) => state.message.revision);
  const [list, setList] = useState<readonly MessageVersion[] | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  const [deleted, setDeleted] = useState<MessageVersion | null>(null);

  const take = useCallback(<T>(answer: Answer<T>): answer is Extract<Answer<T>, { ok: true }> => {
    setError(answer.ok ? null : answer.error);
    return answer.ok;
  }, []);
  const again = useCallback(async (): Promise<void> => {
    const answer = await host.messageVersions(session.id);
    if (take(answer)) setList(answer.data);
  }, [session, take]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after an edit another one may be what is here
  useEffect(() => void again(), [again, revision]);

  /** What is still being typed belongs to what is here. */
  const settle = () => session.run(() => Promise.resolve({ ok: true, data: null }));
  const then = async (answer: Answer<unknown>): Promise<boolean> => {
    const done = take(answer);
    if (done) await again();
    return done;
  };
  return {
    list,
    error,
    deleted,
    async keep(name) {
      await settle();
      const answer = await host.messageKeepVersion(session.id, name);
      if (!take(answer)) return null;
      await again();
      announce(t('versions.kept', { name }));
      return answer.data;
    },
    async rename(version, name) {
      return then(await host.messageRenameVersion(session.id, version.id, name));
    },
    async drop(version) {
      const done = await then(await host.messageDropVersion(session.id, version.id));
      if (done) setDeleted(version);
      return done;
    },
    async undrop(version) {
      const done = await then(await host.messageUndropVersion(session.id, version.id));
      if (done) setDeleted(null);
      return done;
    },
    async bringBack(version) {
      const name = versionName(version);
      const title = t('versions.undo', { name });
      const answer = await session.run((now) => host.messageBringBack(session.id, now, version.id, title));
      if (take(answer)) announce(t('versions.broughtBack', { name }));
      return answer.ok;
    },
  };
}

/** What bringing a version back would change; null until it is known. */
export function useComparison(version: MessageVersion | undefined): readonly Difference[] | WireError | null {
  const session = useMessageSession();
  const revision = useMessage((state) => state.message.revision);
  const id = version?.id;
  const [known, setKnown] = useState<{
    of: string;
    told: readonly Difference[] | WireError;
  } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is here has changed with its revision
  useEffect(() => {
    let gone = false;
    if (id !== undefined)
      void host.messageCompareVersion(session.id, id).then((answer) => {
        if (!gone) setKnown({ of: id, told: answer.ok ? answer.data : answer.error });
      });
    return () => {
      gone = true;
    };
  }, [session, id, revision]);
  return known?.of === id ? (known?.told ?? null) : null;
}
