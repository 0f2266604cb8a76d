import { useState } from 'react';
import { useDraft, useJourney, useJourneySession } from '@/document';
import type { Edit, JourneyStep, Value } from '@/host';
import { t } from '@/i18n';
import { isMembers } from '@/journey-values';
import { fieldWords } from '@/journey-words';
import { Button, IconButton, Menu, TextField } from '@/kit';
import { addButton, type PlainMessage, plainMessage, removeButton, renameButton, textPlace } from './edits';
import styles from './form.module.css';
import { RawField } from './RawField';

/** As many letters as a button has room for. */
const BUTTON = 20;
/** As many reply buttons, and as many rows, as a message takes. */
const BUTTONS = 3;
const ROWS = 10;

/** A message of a step: its words and what can be answered; a message of another type as text. */
export function MessageField({
  step,
  at,
  payload,
  number,
}: {
  step: JourneyStep;
  at: string;
  payload: Value | undefined;
  number?: number;
}) {
  const session = useJourneySession();
  const message = plainMessage(payload);
  const label = number === undefined ? t('stepForm.message') : t('stepForm.messageNumber', { number });
  if (message === null)
    return (
      <RawField
        label={label}
        value={payload}
        onSet={(value) => session.dispatch({ type: 'ReplaceValue', at, value })}
      />
    );
  return <Plain step={step} at={at} message={message} label={label} />;
}

function Plain({
  step,
  at,
  message,
  label,
}: {
  step: JourneyStep;
  at: string;
  message: PlainMessage;
  label: string;
}) {
  const session = useJourneySession();
  const data = useJourney((state) => state.journey.data);
  const send = (edit: Edit) => session.dispatch(() => edit);
  const place = textPlace(message);
  const draft = useDraft(message.text, (value) =>
    send({ type: 'SetProperty', at: at + place.at, key: place.key, value }),
  );
  const most = message.kind === 'list' ? ROWS : BUTTONS;
  const names = ['first_name', 'name', ...(isMembers(data) ? Object.keys(data) : [])];
  return (
    <fieldset className={styles.message}>
      <legend className="visually-hidden">{label}</legend>
      <TextField label={label} value={draft.value} onChange={draft.onChange} onBlur={draft.onBlur} rows={4} />
      <Menu
        label={t('stepForm.insertValue')}
        groups={[
          {
            entries: [...new Set(names)].map((name) => ({
              id: name,
              label: fieldWords(name),
              run: () => {
                const gap = draft.value === '' || /\s$/u.test(draft.value) ? '' : ' ';
                draft.onChange(`${draft.value}${gap}{{${name}}}`);
              },
            })),
          },
        ]}
      >
        <Button size="small" icon="bind">
          {t('stepForm.insertValue')}
        </Button>
      </Menu>
      {message.kind === 'flow' && (
        <p className={styles.help}>{t('stepForm.opens', { flow: message.flow, label: message.label })}</p>
      )}
      {message.kind !== 'flow' && (
        <ul className={styles.buttons} aria-label={t('stepForm.buttons')}>
          {message.buttons.map((button, index) => (
            <li key={button.id} className={styles.buttonRow}>
              <ButtonWords
                title={button.title}
                number={index + 1}
                onSet={(title) => send(renameButton(at, message, index, title))}
              />
              <IconButton
                icon="delete"
                size="panel"
                label={t('stepForm.removeButton', { name: button.title })}
                isDisabled={message.buttons.length === 1}
                onPress={() =>
                  void session.dispatch({
                    type: 'Batch',
                    name: t('stepForm.undo.removeButton', { name: button.title }),
                    edits: removeButton(step, at, message, index),
                  })
                }
              />
            </li>
          ))}
        </ul>
      )}
      {message.kind !== 'flow' && step.kind === 'ask' && message.buttons.length < most && (
        <AddButton onAdd={(title) => void send(addButton(at, message, title))} />
      )}
    </fieldset>
  );
}

function ButtonWords({
  title,
  number,
  onSet,
}: {
  title: string;
  number: number;
  onSet(title: string): Promise<unknown>;
}) {
  const draft = useDraft(title, onSet);
  return (
    <TextField
      label={t('stepForm.button', { number })}
      labelHidden
      counter={{ used: [...draft.value].length, limit: BUTTON }}
      {...draft.field}
    />
  );
}

function AddButton({ onAdd }: { onAdd(title: string): void }) {
  const [typed, setTyped] = useState('');
  const add = () => {
    const title = typed.trim();
    if (title === '') return;
    setTyped('');
    onAdd(title);
  };
  return (
    <div className={styles.buttonRow}>
      <TextField
        label={t('stepForm.newButton')}
        labelHidden
        placeholder={t('stepForm.newButton')}
        value={typed}
        onChange={setTyped}
        onEnter={add}
      />
      <IconButton icon="add" size="panel" label={t('stepForm.addButton')} onPress={add} />
    </div>
  );
}
