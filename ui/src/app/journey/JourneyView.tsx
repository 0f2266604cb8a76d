import { useCallback, useEffect, useMemo, useState } from 'react';
import { JourneyProvider, useJourney, useJourneySession, useOpenJourney } from '@/document';
import {
  focusCanvas,
  JourneyCanvas,
  LiveBar,
  type Mark,
  Outline,
  PathBar,
  ProblemList,
} from '@/features/canvas';
import { StepForm } from '@/features/step-form';
import { t } from '@/i18n';
import { Alert, focusRegion, IconButton, Splitter, usePanel } from '@/kit';
import editor from '../editor/editor.module.css';
import { Failed } from '../Failed';
import { Crumbs, Page, TopBar } from '../Frame';
import { go } from '../route';
import { useFindFromOutline, useJourneyCommands } from './commands';
import { JourneyBar } from './JourneyBar';
import styles from './journey.module.css';
import { goneOf, useLive } from './live';
import { Tour, useTour } from './Tour';
import { usePrices } from './use-prices';
import { useWitness } from './witness';

/** A journey: its canvas or outline, and the form of the selected step. */
export default function JourneyView({
  journey,
  at,
  isFresh = false,
}: {
  journey: string;
  at?: string | undefined;
  isFresh?: boolean | undefined;
}) {
  const opening = useOpenJourney(journey);
  const crumbs = [{ label: t('journeys.title'), onPress: () => go({ view: 'journeys' }) }];
  if (opening.state !== 'open') {
    return (
      <>
        <TopBar start={<Crumbs parts={crumbs} last="" />} />
        <Page label={t('journeys.title')}>
          {opening.state === 'failed' && (
            <Failed error={opening.error} onRetry={opening.retry} onLeave={() => go({ view: 'journeys' })} />
          )}
        </Page>
      </>
    );
  }
  return (
    <JourneyProvider value={opening.session}>
      <Open at={at} isFresh={isFresh} />
    </JourneyProvider>
  );
}

const FORM = { initial: 380, least: 300, most: 560 };

function Open({ at, isFresh }: { at: string | undefined; isFresh: boolean }) {
  const session = useJourneySession();
  useEffect(() => {
    if (at !== undefined) session.goToPlace(at);
  }, [session, at]);
  const selected = useJourney((state) => state.selection.length > 0);
  const refused = useJourney((state) => state.refused);
  const readable = useJourney((state) => state.journey.readable);
  const [view, setView] = usePanel('journey.view', 0);
  const [problems, setProblems] = usePanel('journey.problems', 0);
  const [size, setSize] = usePanel('journey.form', FORM.initial);
  const [isOpen, setOpen] = useState(false);
  const journey = useJourney((state) => state.journey);
  const { witness, ways, show: showPath, close: closePath } = useWitness();
  const [isCompared, setCompared] = useState(false);
  const live = useLive(session.id, isCompared ? journey.revision : null);
  const compared = isCompared ? live : null;
  const marks = useMemo(
    () => new Map<string, Mark>(compared?.changes.steps.map((step) => [step.key, step.change])),
    [compared],
  );
  const ghosts = useMemo(() => goneOf(compared), [compared]);
  const prices = usePrices();
  const tour = useTour(isFresh);
  // It points at cards.
  const touring = tour.isOpen;
  useEffect(() => {
    if (touring) setView(0);
  }, [touring, setView]);
  useJourneyCommands(setView, tour);
  useFindFromOutline(view, setView);
  const openForm = useCallback(() => {
    setOpen(true);
    window.setTimeout(() => focusRegion('inspector'), 0);
  }, []);
  const closeForm = () => {
    setOpen(false);
    if (view === 1) focusRegion('canvas');
    else focusCanvas(session.store.getState().selection.at(-1));
  };
  // What was made elsewhere meanwhile, a template say, is known here when one comes back.
  useEffect(() => {
    const refresh = () => void session.refresh();
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, [session]);
  return (
    <>
      <JourneyBar
        view={view}
        onView={setView}
        compare={live === null ? null : { isOn: isCompared, onChange: setCompared }}
      />
      <main className={editor.editor} aria-label={t('journeys.title')}>
        {refused !== null && (
          <Alert>
            {t('journeys.refused', { sentence: refused.sentence })}
            <IconButton
              icon="close"
              size="panel"
              label={t('canvas.close')}
              onPress={session.dismissRefusal}
            />
          </Alert>
        )}
        {!readable && <Alert>{t('journeys.unreadable')}</Alert>}
        <div className={styles.columns}>
          <div className={styles.middle}>
            {view !== 1 && witness === null && compared !== null && (
              <LiveBar live={compared} onClose={() => setCompared(false)} />
            )}
            {view !== 1 && witness !== null && (
              <PathBar
                journey={journey}
                witness={witness}
                onReplay={() =>
                  go({
                    view: 'simulate',
                    journey: session.id,
                    replay: { script: witness.script, until: witness.refusedAt },
                  })
                }
                onClose={closePath}
              />
            )}
            <div className={styles.canvas} data-region="canvas">
              {view === 1 ? (
                <Outline onOpen={openForm} />
              ) : (
                <JourneyCanvas
                  onOpen={openForm}
                  onReplay={showPath}
                  ways={ways}
                  prices={prices}
                  marks={marks}
                  ghosts={ghosts}
                  isForm={selected && isOpen}
                />
              )}
            </div>
            {problems === 1 && (
              <div className={styles.problems}>
                <ProblemList onClose={() => setProblems(0)} />
              </div>
            )}
          </div>
          {selected && isOpen && (
            <>
              <Splitter
                panel={t('journeys.title')}
                size={size}
                min={FORM.least}
                max={FORM.most}
                initial={FORM.initial}
                side="end"
                onResize={setSize}
              />
              <div
                className={styles.form}
                // As the hand set it, and never too narrow for large text.
                style={{ inlineSize: `max(${size}px, min(20rem, 55%))` }}
                data-region="inspector"
                tabIndex={-1}
              >
                <StepForm onClose={closeForm} />
              </div>
            </>
          )}
        </div>
      </main>
      {tour.isOpen && tour.tour !== null && <Tour tour={tour.tour} onEnd={tour.end} />}
    </>
  );
}
