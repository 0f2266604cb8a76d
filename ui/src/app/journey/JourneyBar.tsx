import { useEffect, useMemo, useState } from 'react';
import { useJourney, useJourneySession } from '@/document';
import { t } from '@/i18n';
import {
  Button,
  Dialog,
  IconButton,
  runCommand,
  Segmented,
  TextField,
  ToggleIconButton,
  useCommands,
} from '@/kit';
import bar from '../bar/bar.module.css';
import { SavedSign } from '../bar/SavedSign';
import { Status } from '../bar/Status';
import { Crumbs, TopBar } from '../Frame';
import { go } from '../route';
import { UndoRedo, undoCommands } from '../undo';
import { showJourneyProblems } from './commands';
import { JourneyName } from './JourneyName';
import { TOUR_PLAY } from './Tour';

/** Whether the canvas shows how the journey differs from what is live. */
export interface Compare {
  readonly isOn: boolean;
  onChange(on: boolean): void;
}

/** The bar above a journey: its name, how it is looked at, and what one does with it. */
export function JourneyBar({
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
            <span className={bar.divider} />
            <JourneyStatus />
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

function JourneyStatus() {
  const diagnostics = useJourney((state) => state.journey.diagnostics);
  return <Status diagnostics={diagnostics} onShow={showJourneyProblems} />;
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
