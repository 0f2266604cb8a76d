import type { JourneyStep } from '@/host';
import { t } from '@/i18n';
import { isMembers, RecordField } from '@/journey-values';
import { Icon } from '@/kit';
import { ExactText } from './ExactText';
import { member, setMember } from './edits';
import styles from './form.module.css';
import { useEdits } from './Gives';

/** What a request carries: values by their names. What is no such thing stays as it is. */
export function Body({ step, label }: { step: JourneyStep; label: string }) {
  const send = useEdits();
  const value = member(step, 'body') ?? null;
  const set = (next: typeof value | undefined) =>
    send([setMember(step, 'body', next)].filter((edit) => edit !== undefined));
  return (
    <div className={styles.message}>
      {value === null || isMembers(value) ? (
        <RecordField
          label={label}
          value={value ?? {}}
          isFilled
          onSet={(next) => set(Object.keys(next).length === 0 ? undefined : { ...next })}
        />
      ) : (
        <>
          <span className={styles.label}>{label}</span>
          <p className={styles.keptLine}>
            <Icon name="lock" size={12} />
            {t('values.kept')}
          </p>
        </>
      )}
      <ExactText label={label} value={value} onSet={(next) => set(next)} />
    </div>
  );
}
