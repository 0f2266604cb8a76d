import { useEffect, useState } from 'react';
import { useDraft, useJourneySession } from '@/document';
import { host, type JourneyStep, type MessageCard, type Value } from '@/host';
import { t } from '@/i18n';
import { isMembers } from '@/journey-values';
import { fieldWords } from '@/journey-words';
import { Button, ComboBox, TextField } from '@/kit';
import { member, stepPointer } from './edits';
import styles from './form.module.css';

/** A template that goes out, or goes out where the 24 hours are over, and what fills it. */
export function TemplateField({ step, member: key }: { step: JourneyStep; member: string }) {
  const session = useJourneySession();
  const templates = useTemplates();
  const used = key === '' ? step.json : member(step, key);
  const name = isMembers(used) && typeof used.name === 'string' ? used.name : '';
  const values = isMembers(used) && isMembers(used.values) ? used.values : {};
  const at = key === '' ? stepPointer(step) : `${stepPointer(step)}/${key}`;
  const choose = (id: string | null) => {
    const chosen = templates.find((known) => known.id === id);
    if (chosen === undefined || chosen.remoteName === null) return;
    const language = chosen.language ?? 'en';
    if (key !== '') {
      const value: Value = { name: chosen.remoteName, language };
      void session.dispatch({ type: 'SetProperty', at: stepPointer(step), key, value });
    } else
      void session.dispatch({
        type: 'Batch',
        name: t('stepForm.undo.template', { name: chosen.name }),
        edits: [
          { type: 'SetProperty', at, key: 'name', value: chosen.remoteName },
          { type: 'SetProperty', at, key: 'language', value: language },
        ],
      });
  };
  const current = templates.find((known) => known.remoteName === name);
  return (
    <div className={styles.message}>
      <ComboBox
        label={t(key === '' ? 'stepForm.template' : 'stepForm.ifClosed')}
        help={key === '' ? undefined : t('stepForm.ifClosed.help')}
        value={current?.id ?? null}
        placeholder={name === '' ? t('stepForm.nothing') : name}
        choices={templates.map((known) => ({
          id: known.id,
          label: `${known.name} (${known.language ?? ''})`,
        }))}
        onChange={choose}
      />
      {Object.entries(values).map(([variable, text]) => (
        <Filling
          key={variable}
          variable={variable}
          value={typeof text === 'string' ? text : ''}
          onSet={(value) =>
            session.dispatch({ type: 'SetProperty', at: `${at}/values`, key: variable, value })
          }
        />
      ))}
      {key !== '' && name !== '' && (
        <Button
          size="small"
          icon="remove"
          onPress={() => void session.dispatch({ type: 'RemoveProperty', at: stepPointer(step), key })}
        >
          {t('stepForm.noTemplate')}
        </Button>
      )}
    </div>
  );
}

function Filling({
  variable,
  value,
  onSet,
}: {
  variable: string;
  value: string;
  onSet(value: string): Promise<unknown>;
}) {
  const draft = useDraft(value, onSet);
  return <TextField label={t('stepForm.fills', { name: fieldWords(variable) })} {...draft.field} />;
}

function useTemplates(): readonly MessageCard[] {
  const [templates, setTemplates] = useState<MessageCard[]>([]);
  useEffect(() => {
    void host.messageList().then((answer) => {
      if (answer.ok) setTemplates(answer.data.filter(({ kind }) => kind === 'template'));
    });
  }, []);
  return templates;
}
