import { useEffect, useMemo, useState } from 'react';
import { useJourneySession } from '@/document';
import { type Answer, host } from '@/host';
import { t } from '@/i18n';
import { type Command, interrupt, runCommand, toast, useCommands } from '@/kit';
import { PROBLEMS_KEY, showProblems } from '../bar/Status';
import type { TourState } from './Tour';

/** Opens the problems of the journey. */
export function showJourneyProblems(): void {
  showProblems('journey.problems');
}

/** Tells where something was saved, or why it was not. */
function said(key: 'journeys.exported' | 'journeys.exportedWhole') {
  return (answer: Answer<string | null>): void => {
    if (answer.ok && answer.data !== null) toast({ words: t(key, { file: answer.data }), icon: 'ok' });
    if (!answer.ok && answer.error.code !== 'cancelled') interrupt(answer.error.sentence);
  };
}

/** What can be done with the open journey besides what its bar and its canvas offer. */
export function useJourneyCommands(setView: (view: number) => void, tour: TourState): void {
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
        id: 'journey.problems',
        title: t('app.showProblems'),
        group: t('app.groupView'),
        icon: 'warning',
        keys: [PROBLEMS_KEY],
        run: showJourneyProblems,
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

const NONE: Command[] = [];

/** Finding a step from the outline: the canvas, which has the search, is shown for it. */
export function useFindFromOutline(view: number, setView: (view: number) => void): void {
  const isOutline = view === 1;
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    if (!isWanted || isOutline) return;
    setWanted(false);
    runCommand('canvas.find');
  }, [isWanted, isOutline]);
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'canvas.find',
        title: t('canvas.find'),
        group: t('canvas.title'),
        icon: 'search',
        keys: ['Mod+F'],
        run: () => {
          setWanted(true);
          setView(0);
        },
      },
    ],
    [setView],
  );
  useCommands(isOutline ? commands : NONE);
}
