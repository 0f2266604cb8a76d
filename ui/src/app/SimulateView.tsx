import { useCallback, useMemo, useState } from 'react';
import { JourneyProvider, useJourney, useJourneySession, useOpenJourney } from '@/document';
import { JourneyCanvas, type Light } from '@/features/canvas';
import { Simulator } from '@/features/simulator';
import type { RunView, Value } from '@/host';
import { t } from '@/i18n';
import { type Command, Tag, useCommands } from '@/kit';
import { Failed } from './Failed';
import { Crumbs, Page, TopBar } from './Frame';
import { useCountry } from './preferences';
import { goBack } from './route';

/** A journey that is played. */
export default function SimulateView({
  journey,
  start,
  replay,
  tests = false,
}: {
  journey: string;
  start?: string | undefined;
  replay?: Replay | undefined;
  tests?: boolean | undefined;
}) {
  const opening = useOpenJourney(journey);
  if (opening.state !== 'open') {
    return (
      <>
        <TopBar start={<Crumbs parts={[]} last={t('simulator.crumb')} />} />
        <Page label={t('simulator.title')}>
          {opening.state === 'failed' && (
            <Failed error={opening.error} onRetry={opening.retry} onLeave={goBack} />
          )}
        </Page>
      </>
    );
  }
  return (
    <JourneyProvider value={opening.session}>
      <Open start={start ?? null} replay={replay ?? null} tests={tests} />
    </JourneyProvider>
  );
}

interface Replay {
  readonly script: Value;
  readonly until: number;
}

function Open({ start, replay, tests }: { start: string | null; replay: Replay | null; tests: boolean }) {
  const name = useJourney((state) => state.journey.name);
  const country = useCountry();
  const [view, setView] = useState<RunView | null>(null);
  const session = useJourneySession();
  const ways = useMemo(() => new Set(view?.ways.map(({ step, output }) => `${step}>${output}`)), [view]);
  const lights = useMemo(() => {
    const found = new Map<string, Light>(view?.ways.map(({ step }) => [step, 'been'] as const));
    for (const key of view?.at ?? []) found.set(key, 'here');
    return found;
  }, [view]);
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'simulator.close',
        title: t('simulator.close'),
        group: t('simulator.title'),
        icon: 'back',
        keys: ['Escape'],
        run: goBack,
      },
    ],
    [],
  );
  useCommands(commands);
  const frame = useCallback(
    (buttons: React.ReactNode, body: React.ReactNode) => (
      <>
        <TopBar
          start={
            <>
              <Crumbs parts={[{ label: name, onPress: goBack }]} last={t('simulator.crumb')} />
              <Tag tone="accent" icon="practice" size="bar">
                {t('simulator.nothingSent')}
              </Tag>
            </>
          }
          end={buttons}
        />
        <Page label={t('simulator.title')} scrolls={false}>
          {body}
        </Page>
      </>
    ),
    [name],
  );
  return (
    <Simulator
      map={
        <JourneyCanvas
          isPicture
          lights={lights}
          ways={ways}
          isPlaying={view !== null}
          onOpen={goBack}
          onReplay={null}
        />
      }
      start={start}
      replay={replay}
      country={country}
      showTests={tests}
      onClose={goBack}
      onStep={(key) => session.select([key])}
      onRun={setView}
      frame={frame}
    />
  );
}
