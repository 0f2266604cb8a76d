import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { flushDrafts } from '@/document';
import { formatLocale } from '@/i18n';
import { type Command, Toasts, useCommands } from '@/kit';
import { Arrivals } from './arrivals';
import { Boundary } from './Boundary';
import { frameCommands } from './commands';
import { Frame } from './Frame';
import { GalleryView } from './GalleryView';
import { useKeys } from './keys';
import { ProjectDialogs } from './ProjectDialogs';
import { useLanguageTurn } from './preferences';
import { useProjectsArrived } from './project';
import { type Route, useRoute } from './route';
import { useSimulateCommands } from './simulate-commands';

const FlowsView = lazy(() => import('./FlowsView'));
const EditorView = lazy(() => import('./editor/EditorView'));
const MessagesView = lazy(() => import('./MessagesView'));
const StartersView = lazy(() => import('./StartersView'));
const JourneysView = lazy(() => import('./JourneysView'));
const JourneyView = lazy(() => import('./journey/JourneyView'));
const BoardView = lazy(() => import('./BoardView'));
const MessageView = lazy(() => import('./MessageView'));
const PublishView = lazy(() => import('./PublishView'));
const SimulateView = lazy(() => import('./SimulateView'));
const SettingsView = lazy(() => import('./SettingsView'));
const Palette = lazy(() => import('./Palette'));

/** Views that list what there is: they look again when a project came in. */
const LISTS: ReadonlySet<Route['view']> = new Set(['gallery', 'flows', 'journeys', 'messages', 'board']);

export function App() {
  return (
    <I18nProvider key={useLanguageTurn()} locale={formatLocale()}>
      <Workbench />
      <Toasts />
    </I18nProvider>
  );
}

function Workbench() {
  const route = useRoute();
  const [open, setOpen] = useState<'palette' | 'keys' | 'notices' | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const commands = useMemo<Command[]>(
    () =>
      frameCommands({
        palette: () => setOpen('palette'),
        keyboardMap: () => setOpen('keys'),
        notices: () => setOpen('notices'),
      }),
    [],
  );
  useCommands(commands);
  useSimulateCommands(open === 'palette');
  useKeys();
  useFlushOnLeave();
  const arrived = useProjectsArrived();

  return (
    <Frame route={route} onHelp={() => setOpen('keys')}>
      <Boundary key={LISTS.has(route.view) ? `${route.view} ${arrived}` : route.view}>
        {route.view === 'gallery' && <GalleryView />}
        <Suspense fallback={null}>
          {route.view === 'flows' && <FlowsView />}
          {route.view === 'editor' && (
            <EditorView key={route.flow} flow={route.flow} tryIt={route.tryIt === true} at={route.at} />
          )}
          {route.view === 'journeys' && <JourneysView />}
          {route.view === 'journey' && (
            <JourneyView key={route.journey} journey={route.journey} at={route.at} isFresh={route.isFresh} />
          )}
          {route.view === 'messages' && <MessagesView />}
          {route.view === 'starters' && <StartersView />}
          {route.view === 'message' && <MessageView key={route.message} message={route.message} />}
          {route.view === 'board' && <BoardView />}
          {route.view === 'publish' && (
            <PublishView key={route.documents.join()} documents={route.documents} back={route.back} />
          )}
          {route.view === 'simulate' && (
            <SimulateView
              key={route.journey}
              journey={route.journey}
              start={route.start}
              replay={route.replay}
              tests={route.tests}
            />
          )}
          {route.view === 'settings' && <SettingsView />}
        </Suspense>
      </Boundary>
      <Arrivals />
      <ProjectDialogs />
      <Suspense fallback={null}>{open !== null && <Palette open={open} onClose={close} />}</Suspense>
    </Frame>
  );
}

/** What is being typed becomes an edit before the window loses the user's eye or closes. */
function useFlushOnLeave(): void {
  useEffect(() => {
    window.addEventListener('blur', flushDrafts);
    window.addEventListener('pagehide', flushDrafts);
    return () => {
      window.removeEventListener('blur', flushDrafts);
      window.removeEventListener('pagehide', flushDrafts);
    };
  }, []);
}
