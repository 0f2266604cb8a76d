import { useCallback, useMemo, useState } from 'react';
import { JourneyProvider, useJourney, useOpenJourney } from '@/document';
import { Simulator } from '@/features/simulator';
import type { RunView } from '@/host';
import { t } from '@/i18n';
import { type Command, Icon, Tag, useCommands } from '@/kit';
import { Failed } from './Failed';
import { Crumbs, Page, TopBar } from './Frame';
import { useCountry } from './preferences';
import { goBack } from './route';
import styles from './simulate.module.css';

/** A journey that is played. */
export default function SimulateView({ journey, start }: { journey: string; start?: string | undefined }) {
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
      <Open start={start ?? null} />
    </JourneyProvider>
  );
}

function Open({ start }: { start: string | null }) {
  const name = useJourney((state) => state.journey.name);
  const country = useCountry();
  const [view, setView] = useState<RunView | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
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
      map={<StepList view={view} chosen={chosen} />}
      start={start}
      country={country}
      onClose={goBack}
      onStep={setChosen}
      onRun={setView}
      frame={frame}
    />
  );
}

/** The steps in order, with a tick at those the run came through. */
function StepList({ view, chosen }: { view: RunView | null; chosen: string | null }) {
  const steps = useJourney((state) => state.journey.steps);
  const taken = new Set(view?.ways.map((way) => way.step));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keys
    <ol className={styles.steps} tabIndex={0} aria-label={t('simulator.mapTab')}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={styles.step}
          data-taken={taken.has(step.key) || undefined}
          data-here={view?.at.includes(step.key) || undefined}
          data-chosen={chosen === step.key || undefined}
        >
          <bdi>{step.title === '' ? step.id : step.title}</bdi>
          {taken.has(step.key) && <Icon name="tick" size={14} />}
        </li>
      ))}
    </ol>
  );
}
