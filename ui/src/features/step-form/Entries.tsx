import { useDraft, useJourneySession } from '@/document';
import type { Edit, JourneyStep, Value } from '@/host';
import { t } from '@/i18n';
import { isMembers, type Members, WordsField } from '@/journey-values';
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
  const Head = field.kind === 'questions' ? Question : Name;
  const ids = entries.map((entry) => (isMembers(entry) && typeof entry.id === 'string' ? entry.id : ''));
  return (
    <fieldset className={styles.entries}>
      <legend className={styles.label}>{fieldLabel(step, field.key)}</legend>
      {entries.map((entry, index) => (
        <div key={ids[index] || index} className={styles.entry}>
          <div className={styles.buttonRow}>
            <div className={styles.grow}>
              <Head
                members={isMembers(entry) ? entry : {}}
                onSet={(key, next) => send({ type: 'SetProperty', at: `${at}/${index}`, key, value: next })}
              />
            </div>
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
              step={1}
              onChange={(next) => {
                if (Number.isNaN(next)) return;
                const value = Math.round(next);
                void send({ type: 'SetProperty', at: `${at}/${index}`, key: 'weight', value });
              }}
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

interface HeadProps {
  members: Members;
  onSet(key: string, value: Value): Promise<unknown>;
}

function Name({ members, onSet }: HeadProps) {
  const draft = useDraft(String(members.name ?? ''), (text) => onSet('name', text));
  return <TextField label={t('stepForm.caseName')} labelHidden {...draft.field} />;
}

/** The ways to ask it, and what is answered. */
function Question({ members, onSet }: HeadProps) {
  const draft = useDraft(String(members.answer ?? ''), (text) => onSet('answer', text));
  return (
    <>
      <WordsField
        label={t('stepForm.questions')}
        value={Array.isArray(members.questions) ? members.questions.map(String) : []}
        onSet={(questions) => onSet('questions', questions)}
      />
      <TextField
        label={t('stepForm.answer')}
        value={draft.value}
        onChange={draft.onChange}
        onBlur={draft.onBlur}
        rows={2}
      />
    </>
  );
}
