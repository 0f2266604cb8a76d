import { useCallback, useEffect, useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { counts, JourneyProvider, useJourney, useJourneySession, useOpenJourney } from '@/document';
import { JourneyCanvas, LiveBar, type Mark, Outline, PathBar, ProblemList } from '@/features/canvas';
import { StepForm } from '@/features/step-form';
import { type Answer, host, type Witness } from '@/host';
import { t } from '@/i18n';
import {
  Alert,
  Button,
  type Command,
  Dialog,
  focusRegion,
  Hint,
  Icon,
  IconButton,
  interrupt,
  runCommand,
  Segmented,
  Splitter,
  setPanel,
  TextField,
  ToggleIconButton,
  toast,
  useCommands,
  usePanel,
} from '@/kit';
import editor from '../editor/editor.module.css';
import { SavedSign } from '../editor/SavedSign';
import { Failed } from '../Failed';
import { Crumbs, Page, TopBar } from '../Frame';
import { go } from '../route';
import { UndoRedo, undoCommands } from '../undo';
import { JourneyName } from './JourneyName';
import styles from './journey.module.css';
import { goneOf, useLive } from './live';
import { TOUR_PLAY, Tour, type TourState, useTour } from './Tour';
import { usePrices } from './use-prices';

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
  const [witness, setWitness] = useState<Witness | null>(null);
  const journey = useJourney((state) => state.journey);
  const ways = useMemo(
    () => new Set(witness?.ways.map(({ step, output }) => `${step}>${output}`)),
    [witness],
  );
  // A change may have taken the path away.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another revision counts.
  useEffect(() => setWitness(null), [journey.revision]);
  const showPath = useCallback(
    (step: string) => {
      void host.journeyWitness(session.id, step).then((answer) => {
        if (!answer.ok) interrupt(answer.error.sentence);
        else if (answer.data === null) toast({ words: t('canvas.noPath'), icon: 'info' });
        else setWitness(answer.data);
      });
    },
    [session],
  );
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
  const openForm = useCallback(() => {
    setOpen(true);
    window.setTimeout(() => focusRegion('inspector'), 0);
  }, []);
  // What was made elsewhere meanwhile, a template say, is known here when one comes back.
  useEffect(() => {
    const refresh = () => void session.refresh();
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, [session]);
  return (
    <>
      <Bar
        view={view}
        onView={setView}
        compare={live === null ? null : { isOn: isCompared, onChange: setCompared }}
        hasTour={tour.tour !== null}
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
                onClose={() => setWitness(null)}
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
                <StepForm onClose={() => setOpen(false)} />
              </div>
            </>
          )}
        </div>
      </main>
      {tour.isOpen && tour.tour !== null && <Tour tour={tour.tour} onEnd={tour.end} />}
    </>
  );
}

interface Compare {
  readonly isOn: boolean;
  onChange(on: boolean): void;
}

function Bar({
  view,
  onView,
  compare,
  hasTour,
}: {
  view: number;
  onView(view: number): void;
  /** None when it was never published. */
  compare: Compare | null;
  hasTour: boolean;
}) {
  const session = useJourneySession();
  const name = useJourney((state) => state.journey.name);
  const saved = useJourney((state) => state.saved);
  const undo = useJourney((state) => state.journey.history.undo[0]?.name);
  const redo = useJourney((state) => state.journey.history.redo[0]?.name);
  const [renaming, setRenaming] = useState(false);
  useCommands(useMemo(() => undoCommands(session, { undo, redo }), [session, undo, redo]));
  return (
    <>
      <TopBar
        start={
          <>
            <Crumbs
              parts={[{ label: t('journeys.title'), onPress: () => go({ view: 'journeys' }) }]}
              last={<JourneyName name={name} hasTour={hasTour} onRename={() => setRenaming(true)} />}
            />
            <SavedSign saved={saved} onRetry={() => void session.retry()} />
          </>
        }
        middle={
          <Segmented
            label={t('journeys.view')}
            value={view === 1 ? 'outline' : 'canvas'}
            onChange={(next) => onView(next === 'outline' ? 1 : 0)}
            choices={[
              { id: 'canvas', label: t('journeys.canvas'), icon: 'journey' },
              { id: 'outline', label: t('journeys.outline'), icon: 'outline' },
            ]}
          />
        }
        end={
          <>
            <UndoRedo undo={undo} redo={redo} />
            <IconButton
              icon="search"
              label={t('app.find')}
              keys="Mod+F"
              onPress={() => runCommand('canvas.find')}
            />
            {compare !== null && view !== 1 && (
              <ToggleIconButton
                icon="live"
                label={t('canvas.compare')}
                isSelected={compare.isOn}
                onChange={compare.onChange}
              />
            )}
            <span className={editor.divider} />
            <Status />
            <Button {...TOUR_PLAY} icon="play" onPress={() => go({ view: 'simulate', journey: session.id })}>
              {t('journeys.simulate')}
            </Button>
            <Button
              variant="primary"
              onPress={() =>
                go({
                  view: 'publish',
                  documents: [session.id],
                  back: { view: 'journey', journey: session.id },
                })
              }
            >
              {t('journeys.publish')}
            </Button>
          </>
        }
      />
      <Rename isOpen={renaming} name={name} onClose={() => setRenaming(false)} />
    </>
  );
}

function Status() {
  const diagnostics = useJourney((state) => state.journey.diagnostics);
  const { blocked, risky } = counts(diagnostics);
  const words = [
    blocked > 0 ? t('kit.blockedCount', { count: blocked }) : undefined,
    risky > 0 ? t('kit.riskyCount', { count: risky }) : undefined,
  ].filter((part) => part !== undefined);
  const worst = blocked > 0 ? 'blocked' : risky > 0 ? 'risky' : 'ok';
  const show = () => {
    setPanel('journey.problems', 1);
    window.setTimeout(() => focusRegion('problems'), 0);
  };
  return (
    <Hint words={t('app.showProblems')}>
      <AriaButton className={`${editor.status} ${editor[worst]}`} onPress={show}>
        <Icon name={worst} size={14} />
        {words.length === 0 ? t('app.allClear') : words.join(' · ')}
      </AriaButton>
    </Hint>
  );
}

function Rename({ isOpen, name, onClose }: { isOpen: boolean; name: string; onClose(): void }) {
  const session = useJourneySession();
  const [typed, setTyped] = useState(name);
  useEffect(() => {
    if (isOpen) setTyped(name);
  }, [isOpen, name]);
  const rename = () => {
    if (typed.trim() === '') return;
    onClose();
    void session.dispatch({ type: 'RenameFlow', name: typed.trim() });
  };
  return (
    <Dialog title={t('journeys.rename')} isOpen={isOpen} onClose={onClose}>
      <TextField label={t('journeys.name')} value={typed} onChange={setTyped} onEnter={rename} autoFocus />
      <Button variant="primary" onPress={rename}>
        {t('journeys.save')}
      </Button>
    </Dialog>
  );
}

/** Tells where something was saved, or why it was not. */
function said(key: 'journeys.exported' | 'journeys.exportedWhole') {
  return (answer: Answer<string | null>): void => {
    if (answer.ok && answer.data !== null) toast({ words: t(key, { file: answer.data }), icon: 'ok' });
    if (!answer.ok && answer.error.code !== 'cancelled') interrupt(answer.error.sentence);
  };
}

function useJourneyCommands(setView: (view: number) => void, tour: TourState): void {
  const session = useJourneySession();
  const { isOpen, start, end } = tour;
  const hasTour = tour.tour !== null;
  const commands = useMemo<Command[]>(() => {
    const group = t('journeys.title');
    return [
      {
        id: 'journey.canvas',
        title: t('journeys.canvas'),
        group,
        icon: 'journey',
        keys: ['Alt+1'],
        run: () => setView(0),
      },
      {
        id: 'journey.outline',
        title: t('journeys.outline'),
        group,
        icon: 'outline',
        keys: ['Alt+2'],
        run: () => setView(1),
      },
      {
        id: 'journey.export',
        title: t('journeys.export'),
        group,
        icon: 'download',
        keys: ['Mod+Shift+S'],
        run: () => void host.projectExportJourney(session.id).then(said('journeys.exportedWhole')),
      },
      {
        id: 'journey.exportText',
        title: t('journeys.exportText'),
        group,
        icon: 'source',
        run: () => void host.journeyExport(session.id).then(said('journeys.exported')),
      },
      ...(hasTour
        ? [
            {
              id: 'journey.tour',
              title: t('journeys.tour.show'),
              group,
              icon: 'journey' as const,
              words: t('journeys.tour.words'),
              run: start,
            },
          ]
        : []),
      ...(isOpen
        ? [
            {
              id: 'journey.endTour',
              title: t('journeys.tour.end'),
              group,
              keys: ['Escape'],
              keysOnly: true,
              run: end,
            },
          ]
        : []),
    ];
  }, [session, setView, hasTour, isOpen, start, end]);
  useCommands(commands);
}
