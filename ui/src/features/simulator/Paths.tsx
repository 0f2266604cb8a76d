import { useEffect, useState } from 'react';
import { useJourney, useJourneySession } from '@/document';
import { host, type JourneyPaths, type PathFound, type WireError } from '@/host';
import { t } from '@/i18n';
import { Alert, Button, Dialog, Icon } from '@/kit';
import styles from './tests.module.css';
import { useRun, useRunStore } from './useRun';
import { personaWords, refusalWords, titleOf } from './words';

/** People of every kind come in by every start: what goes wrong. */
export function PathsDialog({
  isOpen,
  onClose,
  country,
}: {
  isOpen: boolean;
  onClose(): void;
  country: string;
}) {
  const { id } = useJourneySession();
  const run = useRunStore();
  const revision = useJourney((state) => state.journey.revision);
  const steps = useJourney((state) => state.journey.steps);
  const zone = useRun((state) => state.zone);
  const begin = useRun((state) => state.begin);
  const [paths, setPaths] = useState<JourneyPaths | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is what plays them again
  useEffect(() => {
    if (!isOpen) return;
    let here = true;
    setPaths(null);
    setError(null);
    void host.journeyPaths(id, zone, country, begin).then((answer) => {
      if (!here) return;
      if (answer.ok) setPaths(answer.data);
      else setError(answer.error);
    });
    return () => {
      here = false;
    };
  }, [isOpen, id, revision, zone, country, begin]);
  const title = (key: string | null) => titleOf(steps.find((step) => step.key === key));
  const play = async (found: PathFound) => {
    onClose();
    await run.setPersona(found.persona);
    await run.begin({ start: found.start });
    await run.moveTo(found.at);
  };
  return (
    <Dialog title={t('simulator.allPaths')} isOpen={isOpen} onClose={onClose} size="wide">
      {error !== null && <Alert>{error.sentence}</Alert>}
      {paths === null && error === null && <p className={styles.hint}>{t('simulator.pathsPlaying')}</p>}
      {paths !== null && (
        <>
          <p className={styles.result}>
            <span className={styles.state} data-passes={paths.found.length === 0 || undefined}>
              <Icon name={paths.found.length === 0 ? 'ok' : 'blocked'} />
            </span>
            {paths.found.length === 0
              ? t('simulator.pathsFine', { count: paths.played })
              : t('simulator.pathsFound', { found: paths.found.length, count: paths.played })}
          </p>
          <ul className={styles.tests}>
            {paths.found.map((found) => (
              <li key={`${found.start} ${found.persona}`} className={styles.test}>
                <div className={styles.testHead}>
                  <span className={styles.testName}>
                    {found.refused === null
                      ? t('simulator.pathEndless', { start: title(found.start) })
                      : t('simulator.pathRefused', {
                          start: title(found.start),
                          step: title(found.step),
                          why: refusalWords(found.refused),
                        })}
                    <span className={styles.hint}>
                      {t('simulator.pathPerson', { persona: personaWords(found.persona) })}
                    </span>
                  </span>
                  <Button size="small" icon="play" onPress={() => void play(found)}>
                    {t('simulator.playPath')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
