import { useMemo } from 'react';
import { findingsOf, useDraft, useJourney, useJourneySession } from '@/document';
import { FixButton, mend } from '@/fixes';
import type { Edit, JourneyStep, Stage } from '@/host';
import { t } from '@/i18n';
import { kindAbout, kindIcon, kindName, STAGES, stepName } from '@/journey-words';
import { Icon, IconButton, Select, SeverityTag, Switch, TextField } from '@/kit';
import { setMember } from './edits';
import { FormFields } from './FormFields';
import { FORMS } from './fields';
import styles from './form.module.css';
import { Ways } from './Ways';

/** Everything of the selected step that can be changed. */
export function StepForm({ onClose }: { onClose(): void }) {
  const key = useJourney((state) => state.selection.at(-1));
  const step = useJourney((state) => state.journey.steps.find((known) => known.key === key));
  const count = useJourney((state) => state.selection.length);
  if (step === undefined) return null;
  return <Form key={step.key} step={step} others={count - 1} onClose={onClose} />;
}

function Form({ step, others, onClose }: { step: JourneyStep; others: number; onClose(): void }) {
  const session = useJourneySession();
  const send = (edit: Edit | undefined) => session.dispatch(() => edit);
  const fields = Object.hasOwn(FORMS, step.kind) ? FORMS[step.kind] : undefined;
  const title = useDraft(step.title, (text) => send(setMember(step, 'title', text)));
  return (
    <section className={styles.form} aria-label={t('stepForm.of', { name: stepName(step) })}>
      <header className={styles.head}>
        <Icon name={kindIcon(fields === undefined ? '' : step.kind)} size={16} />
        <h2 className={styles.kind}>{kindName(step.kind)}</h2>
        {others > 0 && <span className={styles.others}>{t('stepForm.others', { count: others })}</span>}
        <IconButton icon="close" size="panel" label={t('stepForm.close')} onPress={onClose} />
      </header>
      <div className={styles.fields} data-beginning>
        <p className={styles.about}>{kindAbout(step.kind)}</p>
        <Findings step={step} />
        <TextField label={t('stepForm.title')} {...title.field} />
        <div className={styles.pair}>
          <Select<Stage>
            label={t('stepForm.stage')}
            value={step.stage}
            choices={STAGES.map((stage) => ({ id: stage, label: t(`gallery.${stage}`) }))}
            onChange={(stage) => void send(setMember(step, 'stage', stage))}
          />
        </div>
        {fields === undefined ? (
          <p className={styles.sealed}>{t('stepForm.sealed')}</p>
        ) : (
          <FormFields step={step} fields={fields} />
        )}
        <Ways step={step} />
        {step.role !== 'note' && (
          <Switch
            label={t('stepForm.on')}
            help={t('stepForm.on.help')}
            isSelected={!step.off}
            onChange={(on) => void send(setMember(step, 'off', on ? undefined : true))}
          />
        )}
      </div>
    </section>
  );
}

/** What stands to be said about the step, with what mends it. */
function Findings({ step }: { step: JourneyStep }) {
  const session = useJourneySession();
  const journey = useJourney((state) => state.journey);
  const findings = useMemo(() => findingsOf(journey, step), [journey, step]);
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings} aria-label={t('stepForm.findings')}>
      {findings.map((finding) => (
        <li
          key={`${finding.rule} ${finding.place.pointer}`}
          className={styles.finding}
          data-severity={finding.severity}
        >
          <SeverityTag severity={finding.severity} />
          <p className={styles.headline} dir="auto">
            {finding.headline}
          </p>
          <p className={styles.why} dir="auto">
            {finding.why}
          </p>
          <div className={styles.fixes}>
            {finding.fixes.slice(0, 3).map((fix) => (
              <FixButton
                key={fix.title}
                fix={fix}
                size="small"
                onFix={() => void mend(session, finding, fix)}
              />
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
