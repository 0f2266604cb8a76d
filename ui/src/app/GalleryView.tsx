import { useEffect, useState } from 'react';
import { Gallery, tradeName } from '@/features/gallery';
import { JourneyShelf, journeysFor } from '@/features/journeys';
import { type Answer, host, type JourneyStarter, type Starter, type WireError } from '@/host';
import { currentLanguage, t } from '@/i18n';
import { Tag } from '@/kit';
import { Failed } from './Failed';
import { Crumbs, Page, TopBar } from './Frame';
import { ReadOnlyNotice } from './ReadOnlyNotice';
import { go, toDocument } from './route';
import { fileToOpen, loadWorkspace, useWorkspace } from './workspace';

export function GalleryView() {
  const { workspace, error: broken } = useWorkspace();
  const [starters, setStarters] = useState<Starter[] | null>(null);
  const [journeys, setJourneys] = useState<readonly JourneyStarter[]>([]);
  const [error, setError] = useState<WireError | null>(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    void loadWorkspace().then(({ workspace: opened }) => {
      const file = opened === null ? null : fileToOpen(opened);
      if (file !== null) go(toDocument(file));
    });
    void host.galleryList(currentLanguage()).then((answer) => {
      if (answer.ok) setStarters(answer.data);
      else setError(answer.error);
    });
    void host.journeyStarters(currentLanguage()).then((answer) => {
      if (answer.ok) setJourneys(answer.data);
      else setError(answer.error);
    });
  }, []);

  /** Opens what a command made; a closed dialog makes nothing. */
  const openAfter = async <T,>(made: Promise<Answer<T | null>>, open: (made: T) => void): Promise<void> => {
    setBusy(true);
    setError(null);
    const answer = await made;
    setBusy(false);
    if (!answer.ok) {
      if (answer.error.code !== 'cancelled') setError(answer.error);
    } else if (answer.data !== null) open(answer.data);
  };

  return (
    <>
      <TopBar
        start={<Crumbs parts={[]} last={t('app.start')} />}
        end={
          <Tag tone="accent" size="bar" icon="practice">
            {t('app.practiceTag')}
          </Tag>
        }
      />
      <Page label={t('app.start')}>
        {broken !== null ? (
          <Failed error={broken} onRetry={() => void loadWorkspace()} />
        ) : (
          <>
            {workspace !== null && <ReadOnlyNotice workspace={workspace} />}
            <Gallery
              starters={starters}
              recent={workspace?.recent ?? []}
              error={error}
              isBusy={isBusy}
              onUse={(starter, language, tryIt) =>
                void openAfter(host.galleryUse(starter, language), (flow) =>
                  go({ view: 'editor', flow, tryIt }),
                )
              }
              onImport={() => void openAfter(host.flowImport(), (made) => go(toDocument(made)))}
              onEmpty={() =>
                void openAfter(host.flowCreate(t('gallery.newName')), (flow) => go({ view: 'editor', flow }))
              }
              onOpen={(flow) => go({ view: 'editor', flow })}
              onAll={() => go({ view: 'flows' })}
              journeys={(wanted) => (
                <JourneyShelf
                  starters={journeysFor(journeys, wanted, tradeName)}
                  isBusy={isBusy}
                  onUse={(starter) =>
                    void openAfter(host.journeyUse(starter.id, currentLanguage()), (journey) =>
                      go({ view: 'journey', journey, isFresh: true }),
                    )
                  }
                  onAll={() => go({ view: 'journeys' })}
                />
              )}
            />
          </>
        )}
      </Page>
    </>
  );
}
