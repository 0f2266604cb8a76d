import { useEffect, useMemo, useState } from 'react';
import { host, type JourneyCard } from '@/host';
import { t } from '@/i18n';
import { type Command, useCommands } from '@/kit';
import { go } from './route';

/** Every journey can be played from the palette. `isOpen`: somebody is about to choose. */
export function useSimulateCommands(isOpen: boolean): void {
  const [journeys, setJourneys] = useState<readonly JourneyCard[]>([]);
  useEffect(() => {
    if (!isOpen) return;
    let here = true;
    void host.journeyList().then((answer) => {
      if (here && answer.ok) setJourneys(answer.data);
    });
    return () => {
      here = false;
    };
  }, [isOpen]);
  const commands = useMemo<Command[]>(
    () =>
      journeys.map(({ id, name }) => ({
        id: `simulator.open.${id}`,
        title: t('simulator.open', { name }),
        group: t('simulator.title'),
        icon: 'practice',
        run: () => go({ view: 'simulate', journey: id }),
      })),
    [journeys],
  );
  useCommands(commands);
}
