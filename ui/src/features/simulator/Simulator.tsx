import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { RunView } from '@/host';
import { t } from '@/i18n';
import { Alert, Button, IconButton, Segmented, Tag } from '@/kit';
import { ChecksPanel, type Held, HOLDS_ALL } from './Checks';
import { ClockBar } from './ClockBar';
import { Happened } from './Happened';
import { CostPanel, KnownPanel, NextPanel } from './KnownPanel';
import { PathsDialog } from './Paths';
import { PersonPanel } from './PersonPanel';
import { SimPhone } from './SimPhone';
import styles from './simulator.module.css';
import { SaveDialog, TestsDialog, useTests } from './Tests';
import { type Replay, RunProvider, useNewRun } from './useRun';

export interface SimulatorProps {
  /** The journey as a picture: its lit path comes from `onRun`. */
  map: ReactNode;
  /** Key of the start it begins with; null: the first. */
  start: string | null;
  /** A run to show at first, in place of a new one. */
  replay?: Replay | null;
  /** The tests are shown at first. */
  showTests?: boolean;
  /** Country of the made-up person's number. */
  country?: string;
  /** What the phone calls the business. */
  sender?: string;
  onClose(): void;
  /** A step was chosen, to be shown on the map. */
  onStep(key: string): void;
  /** What was played, whenever it changes; null when it is over. */
  onRun(view: RunView | null): void;
  /** Puts the buttons into a bar of the app; without it they stand above. */
  frame?(buttons: ReactNode, body: ReactNode): ReactNode;
}

/** A journey played with somebody made up: phone, clock, and everything that is known. Stands inside of the open journey. */
export function Simulator({
  map,
  start,
  replay = null,
  showTests = false,
  country = 'PT',
  sender = t('composer.yourBusiness'),
  onClose,
  onStep,
  onRun,
  frame = stacked,
}: SimulatorProps) {
  const run = useNewRun(country, start, replay);
  const view = useStore(run.store, (state) => state.view);
  const error = useStore(run.store, (state) => state.error);
  const [tab, setTab] = useState<'phone' | 'map'>('phone');
  const [open, setOpen] = useState<'save' | 'tests' | 'paths' | null>(showTests ? 'tests' : null);
  const tests = useTests();
  const [held, setHeld] = useState<Held>(HOLDS_ALL);
  useEffect(() => onRun(view), [onRun, view]);
  useEffect(() => () => onRun(null), [onRun]);
  const failed = tests?.filter((test) => test.differences.length > 0).length ?? 0;
  const passed = (tests?.length ?? 0) - failed;
  const show = (step: string) => {
    setTab('map');
    onStep(step);
  };
  const close = () => setOpen(null);

  const buttons = (
    <>
      <Button variant="quiet" icon="startAnew" onPress={() => void run.begin()}>
        {t('simulator.again')}
      </Button>
      <Button variant="quiet" icon="journey" onPress={() => setOpen('paths')}>
        {t('simulator.allPaths')}
      </Button>
      <Button icon="choiceList" onPress={() => setOpen('tests')}>
        {t('simulator.tests')}
        <span className={styles.counts}>
          {failed > 0 && <Tag tone="blocked">{t('simulator.fail', { count: failed })}</Tag>}
          {passed > 0 && <Tag tone="ok">{t('simulator.pass', { count: passed })}</Tag>}
        </span>
      </Button>
      <Button
        variant="primary"
        icon="keepTest"
        isDisabled={view === null}
        onPress={() => {
          run.pause();
          setOpen('save');
        }}
      >
        {t('simulator.saveAsTest')}
      </Button>
      <IconButton icon="close" label={t('simulator.close')} onPress={onClose} />
    </>
  );
  const body = (
    <div className={styles.simulator} data-tab={tab}>
      <div className={styles.tabs}>
        <Segmented
          label={t('simulator.shown')}
          value={tab}
          onChange={(next) => setTab(next)}
          choices={[
            { id: 'phone', label: t('simulator.phoneTab') },
            { id: 'map', label: t('simulator.mapTab') },
          ]}
          fill
        />
      </div>
      <div className={styles.mapColumn}>
        <div className={styles.map}>{map}</div>
        <Happened onStep={onStep} />
      </div>
      <SimPhone sender={sender} onStep={show} />
      <aside className={styles.side} aria-label={t('simulator.side')} data-region="simulator">
        <ClockBar />
        {error !== null && <Alert>{error.sentence}</Alert>}
        {view?.cut === true && <Alert>{t('simulator.cut')}</Alert>}
        <PersonPanel />
        <CostPanel />
        <KnownPanel />
        <NextPanel />
        <ChecksPanel held={held} onChange={setHeld} />
      </aside>
      <SaveDialog held={held} isOpen={open === 'save'} onClose={close} />
      <TestsDialog tests={tests ?? []} isOpen={open === 'tests'} onClose={close} />
      <PathsDialog isOpen={open === 'paths'} onClose={close} country={country} />
    </div>
  );
  return <RunProvider value={run}>{frame(buttons, body)}</RunProvider>;
}

function stacked(buttons: ReactNode, body: ReactNode): ReactNode {
  return (
    <div className={styles.stacked}>
      <div className={styles.bar}>{buttons}</div>
      {body}
    </div>
  );
}
