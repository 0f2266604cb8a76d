import { useState } from 'react';
import { useDraft, useJourneySession } from '@/document';
import type { Edit, JourneyStep, Value } from '@/host';
import { t } from '@/i18n';
import { FilledText, useDetails } from '@/journey-values';
import { Button, Icon, IconButton, Menu, TextField } from '@/kit';
import { ExactText } from './ExactText';
import {
  addButton,
  addressPlace,
  member,
  type PlainMessage,
  plainMessage,
  removeButton,
  renameButton,
  setMember,
  stepPointer,
  textPlace,
} from './edits';
import styles from './form.module.css';

/** As many letters as a button has room for. */
const BUTTON = 20;
/** As many reply buttons, and as many rows, as a message takes. */
const BUTTONS = 3;
const ROWS = 10;

/** A message of a step: its words and what can be answered. One of another type stays as it is, beside its exact text. */
export function MessageField({
  step,
  member: path,
  label,
  payload,
}: {
  step: JourneyStep;
  /** Where it stands in the step: `message`, `messages/0`. */
  member: string;
  label: string;
  payload: Value | undefined;
}) {
  const session = useJourneySession();
  const at = `${stepPointer(step)}/${path}`;
  const message = plainMessage(payload);
  if (message !== null)
    return <Plain step={step} at={at} message={message} label={label} isAsked={path === 'message'} />;
  return (
    <div className={styles.message}>
      <span className={styles.label}>{label}</span>
      <p className={styles.keptLine}>
        <Icon name="lock" size={12} />
        {t('stepForm.otherMessage')}
      </p>
      <ExactText
        label={label}
        value={payload}
        onSet={(value) => session.dispatch({ type: 'ReplaceValue', at, value })}
      />
    </div>
  );
}

function Plain({
  step,
  at,
  message,
  label,
  isAsked,
}: {
  step: JourneyStep;
  at: string;
  message: PlainMessage;
  label: string;
  /** It is the question: what can be tapped is an answer. */
  isAsked: boolean;
}) {
  const session = useJourneySession();
  const send = (edit: Edit) => session.dispatch(() => edit);
  const place = textPlace(message);
  const draft = useDraft(message.text, (value) =>
    send({ type: 'SetProperty', at: at + place.at, key: place.key, value }),
  );
  const most = message.kind === 'list' ? ROWS : BUTTONS;
  const details = useDetails((detail) => {
    const gap = draft.value === '' || /\s$/u.test(draft.value) ? '' : ' ';
    draft.onChange(draft.value + gap + detail);
  });
  const address = addressPlace(message);
  const canHaveButtons = ['text', 'buttons', 'list'].includes(message.kind);
  /** With the first button the answer becomes a choice, unless it has to be something already. */
  const add = (title: string) => {
    const edits: Edit[] = [addButton(at, message, title)];
    const isAnything = JSON.stringify(member(step, 'expects')) === '{"text":{}}';
    const choice = isAnything ? setMember(step, 'expects', 'choice') : undefined;
    if (choice !== undefined) edits.push(choice);
    void session.dispatch({ type: 'Batch', name: null, edits });
  };
  return (
    <fieldset className={styles.message}>
      <legend className="visually-hidden">{label}</legend>
      <TextField label={label} value={draft.value} onChange={draft.onChange} onBlur={draft.onBlur} rows={4} />
      <Menu label={t('stepForm.insertValue')} groups={details}>
        <Button size="small" icon="bind">
          {t('stepForm.insertValue')}
        </Button>
      </Menu>
      {message.kind === 'flow' && (
        <p className={styles.help}>{t('stepForm.opens', { flow: message.flow, label: message.label })}</p>
      )}
      {message.kind === 'link' && (
        <ButtonWords
          title={message.label}
          label={t('stepForm.linkButton')}
          onSet={(value) => send({ type: 'SetProperty', at: at + address.at, key: 'display_text', value })}
        />
      )}
      {(message.kind === 'link' || message.kind === 'file') && (
        <FilledText
          label={t(message.kind === 'link' ? 'stepForm.linkAddress' : 'stepForm.fileAddress')}
          value={message.address}
          onSet={(value) => send({ type: 'SetProperty', at: at + address.at, key: address.key, value })}
          code
        />
      )}
      {message.kind === 'place' && <p className={styles.help}>{t('stepForm.asksPlace')}</p>}
      {message.buttons.length > 0 && (
        <ul className={styles.buttons} aria-label={t('stepForm.buttons')}>
          {message.buttons.map((button, index) => (
            <li key={button.id} className={styles.buttonRow}>
              <ButtonWords
                title={button.title}
                label={t('stepForm.button', { number: index + 1 })}
                isLabelHidden
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
      {isAsked && step.kind === 'ask' && canHaveButtons && message.buttons.length < most && (
        <AddButton onAdd={add} />
      )}
    </fieldset>
  );
}

function ButtonWords({
  title,
  label,
  isLabelHidden = false,
  onSet,
}: {
  title: string;
  label: string;
  isLabelHidden?: boolean;
  onSet(title: string): Promise<unknown>;
}) {
  const draft = useDraft(title, onSet);
  return (
    <TextField
      label={label}
      labelHidden={isLabelHidden}
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
