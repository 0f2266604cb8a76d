import { useEffect, useState } from 'react';
import { useDocument, useSession } from '@/document';
import { type Asked, host, type Question } from '@/host';
import { sameQuestion } from './samples';

/**
 * What the open Flow can ask the system, with its samples; null until that is known, and where nobody needs to know
 * as nothing is asked.
 */
export function useAsked(isNeeded: boolean): readonly Asked[] | null {
  const { id } = useSession();
  const revision = useDocument((state) => state.flow.revision);
  const [asked, setAsked] = useState<readonly Asked[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is what asks again
  useEffect(() => {
    let current = true;
    if (!isNeeded) {
      setAsked(null);
      return;
    }
    void host.answerList(id).then((answer) => {
      if (current && answer.ok) setAsked(answer.data);
    });
    return () => {
      current = false;
    };
  }, [id, revision, isNeeded]);
  return asked;
}

/** The list's entry for a question. One on a screen without an id has none, and no samples. */
export function entryOf(all: readonly Asked[], question: Question): Asked {
  return (
    all.find((asked) => sameQuestion(asked.question, question)) ?? {
      question,
      asks: true,
      next: [],
      suggested: {},
      samples: [],
    }
  );
}
