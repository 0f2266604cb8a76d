import { useCallback, useEffect, useRef, useState } from 'react';
import { useJourney, useJourneySession } from '@/document';
import { host, type JourneyTest } from '@/host';
import { t } from '@/i18n';
import { Alert, Button, Dialog, EmptyState, Icon, IconButton, TextField } from '@/kit';
import { writeAssertion } from './assertions';
import { AddCheck, CheckList, type Held } from './Checks';
import { keptCase } from './cases';
import { DifferenceLine } from './Difference';
import styles from './tests.module.css';
import { useRun, useRunStore } from './useRun';

/** All tests of the journey as they are now; null until they were played. */
export function useTests(): readonly JourneyTest[] | null {
  const { id } = useJourneySession();
  const revision = useJourney((state) => state.journey.revision);
  const [tests, setTests] = useState<readonly JourneyTest[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is what plays them again
  useEffect(() => {
    let here = true;
    void host.journeyTests(id).then((answer) => {
      if (here && answer.ok) setTests(answer.data);
    });
    return () => {
      here = false;
    };
  }, [id, revision]);
  return tests;
}

/** The list of tests: how each stands, and what can be done with it. */
export function TestsDialog({
  tests,
  isOpen,
  onClose,
}: {
  tests: readonly JourneyTest[];
  isOpen: boolean;
  onClose(): void;
}) {
  return (
    <Dialog title={t('simulator.tests')} isOpen={isOpen} onClose={onClose} size="wide">
      {tests.length === 0 ? (
        <EmptyState title={t('simulator.noTests')}>{t('simulator.noTestsHint')}</EmptyState>
      ) : (
        <ul className={styles.tests}>
          {tests.map((test) => (
            <TestRow key={test.at} test={test} onClose={onClose} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function TestRow({ test, onClose }: { test: JourneyTest; onClose(): void }) {
  const session = useJourneySession();
  const run = useRunStore();
  const notes = useJourney((state) => state.journey.notes);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const kept = keptCase(notes[test.at]);
  const passes = test.differences.length === 0;
  const people = kept?.people.map((one) => one.name ?? '') ?? [];
  const currency = useRun((state) => state.view?.cost.currency ?? 'USD');
  const lines = test.differences.filter(({ check }) => check === null);
  const wrong = new Map(
    test.differences.flatMap(({ check, came }) => (check === null ? [] : [[check, came] as const])),
  );
  const name = test.name ?? t('simulator.unreadable');

  const keep = useCallback(
    (value: typeof kept) =>
      void session.dispatch({ type: 'SetNote', at: test.at, value: value?.note ?? null }),
    [session, test.at],
  );
  const play = () => {
    if (kept === null) return;
    onClose();
    void run.load(kept.people, kept.until);
  };
  const row = useRef<HTMLLIElement>(null);
  const takeAsRight = async () => {
    if (kept === null) return;
    const answer = await host.journeyRecord(session.id, {
      name: kept.name,
      people: [...kept.people],
      until: kept.until,
      exact: kept.exact,
      checks: kept.checks.map(writeAssertion),
    });
    if (!answer.ok) {
      setFailed(answer.error.sentence);
      return;
    }
    await session.dispatch({ type: 'SetNote', at: test.at, value: answer.data });
    // The button that was pressed is gone with what it put right.
    row.current?.querySelector<HTMLElement>('button')?.focus();
  };
  const rename = () => {
    const typed = renaming?.trim() ?? '';
    setRenaming(null);
    if (kept !== null && typed !== '' && typed !== kept.name) keep(kept.with({ name: typed }));
  };

  return (
    <li ref={row} className={styles.test}>
      <div className={styles.testHead}>
        <span className={styles.state} data-passes={passes || undefined}>
          <Icon name={passes ? 'ok' : 'blocked'} />
        </span>
        {renaming === null ? (
          <span className={styles.testName}>
            <bdi>{name}</bdi>
            <span className={styles.hint}>
              {passes ? t('simulator.passes') : t('simulator.differs', { count: test.differences.length })}
            </span>
          </span>
        ) : (
          <TextField
            label={t('simulator.testName')}
            labelHidden
            value={renaming}
            onChange={setRenaming}
            onEnter={rename}
            onBlur={rename}
            autoFocus
            className={styles.rename}
          />
        )}
        {kept !== null && (
          <>
            <Button size="small" icon="play" onPress={play}>
              {t('simulator.playTest')}
            </Button>
            <IconButton
              icon="edit"
              label={t('simulator.renameTest', { name })}
              onPress={() => setRenaming(kept.name)}
            />
          </>
        )}
        <IconButton icon="delete" label={t('simulator.deleteTest', { name })} onPress={() => keep(null)} />
      </div>
      {kept !== null && (
        <>
          <CheckList
            checks={kept.checks}
            people={people}
            wrong={wrong}
            onRemove={(index) =>
              keep(kept.with({ checks: kept.checks.filter((_, place) => place !== index) }))
            }
          />
          <AddCheck
            offer={{ people, currency }}
            onAdd={(check) => keep(kept.with({ checks: [...kept.checks, check] }))}
          />
          {!kept.exact && <p className={styles.hint}>{t('simulator.onlyChecks')}</p>}
        </>
      )}
      {lines.length > 0 && (
        <ul className={styles.differences}>
          {lines.slice(0, 12).map((difference, at) => (
            <li key={`${at} ${difference.sentence}`}>
              <DifferenceLine difference={difference} people={people} />
            </li>
          ))}
          {lines.length > 12 && (
            <li className={styles.hint}>{t('simulator.moreDifferent', { count: lines.length - 12 })}</li>
          )}
        </ul>
      )}
      {failed !== null && <Alert>{failed}</Alert>}
      {lines.length > 0 && kept !== null && (
        <Button size="small" onPress={() => void takeAsRight()}>
          {t('simulator.takeAsRight')}
        </Button>
      )}
    </li>
  );
}

/** Keeps the run up to now as a test. */
export function SaveDialog({ held, isOpen, onClose }: { held: Held; isOpen: boolean; onClose(): void }) {
  const session = useJourneySession();
  const run = useRunStore();
  const [name, setName] = useState('');
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    if (isOpen) {
      setName('');
      setFailed(null);
    }
  }, [isOpen]);
  const save = async () => {
    const { view, now } = run.store.getState();
    if (view === null || name.trim() === '') return;
    const answer = await host.journeyRecord(session.id, {
      name,
      people: run.kept(),
      until: Math.round(now),
      exact: held.exact,
      checks: held.own.map(writeAssertion),
    });
    if (!answer.ok) {
      setFailed(answer.error.sentence);
      return;
    }
    const kept = await session.dispatch((journey) => ({
      type: 'SetNote',
      at: freeTest(Object.keys(journey.notes)),
      value: answer.data,
    }));
    if (kept.ok) onClose();
    else setFailed(kept.error.sentence);
  };
  return (
    <Dialog
      title={t('simulator.saveAsTest')}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <Button variant="primary" isDisabled={name.trim() === ''} onPress={() => void save()}>
          {t('simulator.saveTest')}
        </Button>
      }
    >
      <TextField
        label={t('simulator.testName')}
        help={t('simulator.testNameHelp')}
        value={name}
        onChange={setName}
        onEnter={() => void save()}
        autoFocus
      />
      {failed !== null && <Alert>{failed}</Alert>}
    </Dialog>
  );
}

/** A free name for the note of a new test. */
export function freeTest(taken: readonly string[]): string {
  const numbers = taken
    .filter((at) => at.startsWith('/tests/'))
    .map((at) => Number(at.slice('/tests/'.length)));
  return `/tests/${Math.max(0, ...numbers.filter(Number.isFinite)) + 1}`;
}
