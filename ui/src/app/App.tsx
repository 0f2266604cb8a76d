import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { onEvent } from '@/host';
import { formatLocale, t } from '@/i18n';
import { type Command, Toasts, toast, useCommands } from '@/kit';
import { frameCommands } from './commands';
import { Frame } from './Frame';
import { GalleryView } from './GalleryView';
import { useKeys } from './keys';
import { useLanguageTurn } from './preferences';
import { go, useRoute } from './route';

const FlowsView = lazy(() => import('./FlowsView'));
const EditorView = lazy(() => import('./editor/EditorView'));
const PublishView = lazy(() => import('./PublishView'));
const SettingsView = lazy(() => import('./SettingsView'));
const Palette = lazy(() => import('./Palette'));

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
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const commands = useMemo<Command[]>(
    () => frameCommands({ palette: () => setOpen('palette'), keyboardMap: () => setOpen('keys') }),
    [],
  );
  useCommands(commands);
  useKeys();
  useArrivals();

  return (
    <Frame route={route} onHelp={() => setOpen('keys')}>
      {route.view === 'gallery' && <GalleryView />}
      <Suspense fallback={null}>
        {route.view === 'flows' && <FlowsView />}
        {route.view === 'editor' && (
          <EditorView key={route.flow} flow={route.flow} tryIt={route.tryIt === true} at={route.at} />
        )}
        {route.view === 'publish' && <PublishView key={route.flow} flow={route.flow} />}
        {route.view === 'settings' && <SettingsView />}
      </Suspense>
      <Suspense fallback={null}>{open !== null && <Palette open={open} onClose={close} />}</Suspense>
    </Frame>
  );
}

/** Flow files that were dragged in or double-clicked open by themselves. */
function useArrivals(): void {
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'FlowArrived') go({ view: 'editor', flow: event.flow });
        if (event.type === 'ArrivalFailed') {
          toast({
            words: event.error.sentence,
            icon: 'warning',
            act: { label: t('app.toStart'), run: () => go({ view: 'gallery' }) },
          });
        }
      }),
    [],
  );
}
