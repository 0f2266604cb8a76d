import { useCallback, useEffect, useMemo, useState } from 'react';
import { useJourney, useJourneySession } from '@/document';
import { host, type Witness } from '@/host';
import { t } from '@/i18n';
import { interrupt, toast } from '@/kit';

/** The path on which a message comes to be refused, while somebody looks at it. */
export function useWitness(): {
  witness: Witness | null;
  /** The ways it takes: key of a step and its output, joined by `>`. */
  ways: ReadonlySet<string>;
  show(step: string): void;
  close(): void;
} {
  const session = useJourneySession();
  const revision = useJourney((state) => state.journey.revision);
  const [witness, setWitness] = useState<Witness | null>(null);
  const ways = useMemo(
    () => new Set(witness?.ways.map(({ step, output }) => `${step}>${output}`)),
    [witness],
  );
  // A change may have taken the path away.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another revision counts.
  useEffect(() => setWitness(null), [revision]);
  const show = useCallback(
    (step: string) => {
      void host.journeyWitness(session.id, step).then((answer) => {
        if (!answer.ok) interrupt(answer.error.sentence);
        else if (answer.data === null) toast({ words: t('canvas.noPath'), icon: 'info', ofView: true });
        else setWitness(answer.data);
      });
    },
    [session],
  );
  const close = useCallback(() => setWitness(null), []);
  return { witness, ways, show, close };
}
