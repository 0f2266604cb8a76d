import { useCallback, useEffect, useState } from 'react';
import { JourneyList } from '@/features/journeys';
import { type Answer, host, type JourneyCard, type JourneyStarter, type WireError } from '@/host';
import { currentLanguage, t } from '@/i18n';
import { toast } from '@/kit';
import { Failed } from './Failed';
import { Crumbs, Page, TopBar } from './Frame';
import { openProject, saveProject } from './project';
import { go, toDocument } from './route';

export default function JourneysView() {
  const [journeys, setJourneys] = useState<JourneyCard[] | null>(null);
  const [starters, setStarters] = useState<JourneyStarter[]>([]);
  const [error, setError] = useState<WireError | null>(null);

  const load = useCallback(async (): Promise<void> => {
    const [list, finished] = await Promise.all([host.journeyList(), host.journeyStarters(currentLanguage())]);
    if (list.ok) setJourneys(list.data);
    if (finished.ok) setStarters(finished.data);
    setError(list.ok ? null : list.error);
  }, []);
  useEffect(() => void load(), [load]);

  const after = async <T,>(made: Promise<Answer<T | null>>, open: (made: T) => void): Promise<void> => {
    const answer = await made;
    if (!answer.ok) setError(answer.error.code === 'cancelled' ? null : answer.error);
    else if (answer.data !== null) open(answer.data);
  };
  const open = (journey: string): void => go({ view: 'journey', journey });

  const remove = async (card: JourneyCard): Promise<void> => {
    const answer = await host.journeyDelete(card.id);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    await load();
    toast({
      words: t('journeys.deleted', { name: card.name }),
      icon: 'delete',
      act: { label: t('journeys.undo'), run: () => void host.journeyUndelete(card.id).then(load) },
    });
  };

  return (
    <>
      <TopBar start={<Crumbs parts={[]} last={t('journeys.title')} />} />
      <Page label={t('journeys.title')}>
        {error !== null && <Failed error={error} onRetry={() => void load()} />}
        {error === null && (
          <JourneyList
            journeys={journeys}
            starters={starters}
            onOpen={open}
            onUse={(starter) =>
              void after(host.journeyUse(starter.id, currentLanguage()), (journey) =>
                go({ view: 'journey', journey, isFresh: true }),
              )
            }
            onNew={() =>
              void after(
                host.journeyCreate(
                  t('journeys.newName'),
                  currentLanguage(),
                  t('journeys.first'),
                  t('journeys.welcome'),
                  t('journeys.hello'),
                ),
                open,
              )
            }
            onImport={() => void after(host.flowImport(), (made) => go(toDocument(made)))}
            onDuplicate={(journey) => void host.journeyDuplicate(journey).then(load)}
            onDelete={(card) => void remove(card)}
            onSaveProject={saveProject}
            onOpenProject={(form) => void openProject(form)}
          />
        )}
      </Page>
    </>
  );
}
