import { useState } from 'react';
import { useDraft, useJourneySession } from '@/document';
import type { Edit, JourneyStep, Value } from '@/host';
import { t } from '@/i18n';
import { isMembers } from '@/journey-values';
import { Button, IconButton, NumberField, TextField } from '@/kit';
import { Conditions } from './Conditions';
import { buttonId, member, stepPointer } from './edits';
import { fieldLabel } from './FormFields';
import type { FormField } from './fields';
import styles from './form.module.css';

/** What a new entry of a list is. */
function fresh(kind: FormField['kind'], taken: readonly string[]): Value {
  const id = buttonId(t('stepForm.case'), taken);
  if (kind === 'cases') return { id, name: t('stepForm.case'), when: 'window_open' };
  if (kind === 'shares') return { id, name: t('stepForm.case'), weight: 1 };
  return { questions: [t('stepForm.question')], answer: '' };
}

/** Cases of a branch, sides of a split, questions that are known: a list one adds to. */
export function Entries({ step, field }: { step: JourneyStep; field: FormField }) {
  const session = useJourneySession();
  const value = member(step, field.key);
  const entries = Array.isArray(value) ? value : [];
  const at = `${stepPointer(step)}/${field.key}`;
  const send = (edit: Edit) => session.dispatch(() => edit);
  const ids = entries.map((entry) => (isMembers(entry) && typeof entry.id === 'string' ? entry.id : ''));
  return (
    <fieldset className={styles.entries}>
      <legend className={styles.label}>{fieldLabel(step, field.key)}</legend>
      {entries.map((entry, index) => (
        <div key={ids[index] || index} className={styles.entry}>
          <div className={styles.buttonRow}>
            <Name
              entry={entry}
              field={field}
              onSet={(key, next) => send({ type: 'SetProperty', at: `${at}/${index}`, key, value: next })}
            />
            <IconButton
              icon="delete"
              size="panel"
              label={t('stepForm.removeEntry', { number: index + 1 })}
              onPress={() => {
                const way = step.ways.find(({ output }) => output === `case:${ids[index]}`);
                const edits: Edit[] = [];
                if (way !== undefined && way.to !== null)
                  edits.push({ type: 'DisconnectStep', way: { from: step.id, output: way.output } });
                edits.push({ type: 'RemoveItems', items: [`${at}/${index}`] });
                void session.dispatch({ type: 'Batch', name: null, edits });
              }}
            />
          </div>
          {isMembers(entry) && field.kind === 'cases' && (
            <Conditions
              step={step}
              label={t('stepForm.when')}
              value={entry.when}
              onSet={(next) => send({ type: 'SetProperty', at: `${at}/${index}`, key: 'when', value: next })}
            />
          )}
          {isMembers(entry) && field.kind === 'shares' && (
            <NumberField
              label={t('stepForm.weight')}
              value={typeof entry.weight === 'number' ? entry.weight : 1}
              min={0}
              onChange={(next) =>
                void send({ type: 'SetProperty', at: `${at}/${index}`, key: 'weight', value: next })
              }
            />
          )}
        </div>
      ))}
      <Button
        size="small"
        icon="add"
        onPress={() =>
          void send({ type: 'InsertItem', at, index: entries.length, value: fresh(field.kind, ids) })
        }
      >
        {t('stepForm.addEntry')}
      </Button>
    </fieldset>
  );
}

function Name({
  entry,
  field,
  onSet,
}: {
  entry: Value;
  field: FormField;
  onSet(key: string, value: Value): Promise<unknown>;
}) {
  const isQuestion = field.kind === 'questions';
  const members = isMembers(entry) ? entry : {};
  const questions = Array.isArray(members.questions) ? members.questions.join(', ') : '';
  const name = useDraft(isQuestion ? questions : String(members.name ?? ''), (text) =>
    isQuestion
      ? onSet(
          'questions',
          text.split(',').map((word) => word.trim()),
        )
      : onSet('name', text),
  );
  const [start] = useState(() => String(members.answer ?? ''));
  const answer = useDraft(isQuestion ? String(members.answer ?? start) : '', (text) => onSet('answer', text));
  return (
    <div className={styles.grow}>
      <TextField
        label={t(isQuestion ? 'stepForm.questions' : 'stepForm.caseName')}
        labelHidden={!isQuestion}
        {...name.field}
      />
      {isQuestion && (
        <TextField
          label={t('stepForm.answer')}
          value={answer.value}
          onChange={answer.onChange}
          onBlur={answer.onBlur}
          rows={2}
        />
      )}
    </div>
  );
}
