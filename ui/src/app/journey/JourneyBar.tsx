import { useMemo } from 'react';
import { useJourney, useJourneySession } from '@/document';
import { t } from '@/i18n';
import { Button, IconButton, runCommand, Segmented, ToggleIconButton, useCommands } from '@/kit';
import bar from '../bar/bar.module.css';
import { DocumentName } from '../bar/DocumentName';
import { SavedSign } from '../bar/SavedSign';
import { Status } from '../bar/Status';
import { Crumbs, TopBar } from '../Frame';
import { go } from '../route';
import { UndoRedo, undoCommands } from '../undo';
import { showJourneyProblems } from './commands';
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
}: {
  view: number;
  onView(view: number): void;
  /** None when it was never published. */
  compare: Compare | null;
}) {
  const session = useJourneySession();
  const name = useJourney((state) => state.journey.name);
  const saved = useJourney((state) => state.saved);
  const undo = useJourney((state) => state.journey.history.undo[0]?.name);
  const redo = useJourney((state) => state.journey.history.redo[0]?.name);
  useCommands(useMemo(() => undoCommands(session, { undo, redo }), [session, undo, redo]));
  return (
    <TopBar
      start={
        <>
          <Crumbs
            parts={[{ label: t('journeys.title'), onPress: () => go({ view: 'journeys' }) }]}
            last={
              <DocumentName
                name={name}
                menu={t('journeys.menu', { name })}
                commands={[['journey.export', 'journey.exportText'], ['journey.tour']]}
                session={session}
              />
            }
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
  );
}

function JourneyStatus() {
  const diagnostics = useJourney((state) => state.journey.diagnostics);
  return <Status diagnostics={diagnostics} onShow={showJourneyProblems} />;
}
