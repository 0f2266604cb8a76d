import { useJourney, useJourneySession } from '@/document';
import type { JourneyStep, StepWay } from '@/host';
import { t } from '@/i18n';
import { stepName, wayWords } from '@/journey-words';
import { ComboBox } from '@/kit';
import styles from './form.module.css';

const NOWHERE = '';

/** Where each way out of a step leads. */
export function Ways({ step }: { step: JourneyStep }) {
  if (step.ways.length === 0) return null;
  return (
    <fieldset className={styles.ways}>
      <legend className={styles.legend}>{t('stepForm.ways')}</legend>
      {step.ways.map((way) => (
        <WayField key={way.output} step={step} way={way} />
      ))}
    </fieldset>
  );
}

function WayField({ step, way }: { step: JourneyStep; way: StepWay }) {
  const session = useJourneySession();
  const steps = useJourney((state) => state.journey.steps);
  const choices = [
    { id: NOWHERE, label: t('stepForm.nowhere') },
    ...steps
      .filter((known) => known.key !== step.key && known.role !== 'trigger' && known.role !== 'note')
      .map((known) => ({ id: known.key, label: stepName(known) })),
  ];
  return (
    <ComboBox
      label={wayWords(step, way)}
      value={way.to ?? NOWHERE}
      error={way.lost === null ? undefined : t('stepForm.lost', { id: way.lost })}
      choices={choices}
      onChange={(key) => {
        if (key === null || key === (way.to ?? NOWHERE)) return;
        const out = { from: step.id, output: way.output };
        const target = steps.find((known) => known.key === key);
        if (key === NOWHERE) void session.dispatch({ type: 'DisconnectStep', way: out });
        else if (target !== undefined)
          void session.dispatch({ type: 'ConnectSteps', way: out, to: target.id });
      }}
    />
  );
}
