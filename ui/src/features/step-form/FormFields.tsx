import { type ReactNode, useEffect, useState } from 'react';
import { useDraft, useJourney, useJourneySession } from '@/document';
import { type Edit, host, type JourneyStep, type Stage, type Value } from '@/host';
import { isKey, t } from '@/i18n';
import { FilledText, isMembers, plainType, ValueField, WordsField } from '@/journey-values';
import { fieldWords, STAGES } from '@/journey-words';
import { Checkbox, ComboBox, NumberField, Select, Switch, TextField } from '@/kit';
import { Body } from './Body';
import { Entries } from './Entries';
import { Again, Expects } from './Expects';
import { lengthParts, member, setMember } from './edits';
import type { FieldProps } from './field-props';
import type { FormField } from './fields';
import styles from './form.module.css';
import { Gives } from './Gives';
import { setName, typedName } from './gives';
import { MessageField } from './MessageField';
import { Pairs } from './Pairs';
import { Samples } from './Samples';
import { TemplateField } from './TemplateField';
import { TimeField } from './TimeField';

/** What a member of a step is called: by the kind where it means something of its own there. */
export function fieldLabel(step: JourneyStep, key: string): string {
  const own = `stepForm.field.${step.kind}.${key}`;
  const common = `stepForm.field.${key}`;
  if (isKey(own)) return t(own);
  return isKey(common) ? t(common) : key;
}

/** The fields of a step, in their order. */
export function FormFields({ step, fields }: { step: JourneyStep; fields: readonly FormField[] }) {
  return fields.map((field) => <FieldOf key={`${field.key} ${field.kind}`} step={step} field={field} />);
}

function FieldOf({ step, field }: { step: JourneyStep; field: FormField }): ReactNode {
  const session = useJourneySession();
  const value = member(step, field.key);
  const label = fieldLabel(step, field.key);
  const send = (edit: Edit | undefined) => session.dispatch(() => edit);
  const set = (next: Value | undefined) =>
    send(next === undefined && field.isRequired ? undefined : setMember(step, field.key, next));
  switch (field.kind) {
    case 'text':
    case 'long':
      return (
        <Words
          label={label}
          value={typeof value === 'string' ? value : ''}
          rows={field.kind === 'long' ? 3 : undefined}
          onSet={(text) => set(text)}
        />
      );
    case 'words':
      return (
        <WordsField
          label={label}
          help={t('stepForm.words.help')}
          value={Array.isArray(value) ? value.map(String) : []}
          onSet={set}
        />
      );
    case 'length':
      return <Length label={label} value={typeof value === 'string' ? value : ''} onSet={set} />;
    case 'clock':
      return (
        <TimeField
          label={label}
          help={t('stepForm.clock.help')}
          value={typeof value === 'string' ? value : ''}
          onSet={set}
        />
      );
    case 'weekdays':
      return <Weekdays label={label} value={value} onSet={set} />;
    case 'yesNo':
      return (
        <Switch
          label={label}
          isSelected={value === true || (value === undefined && field.key === 'typos')}
          onChange={(on) => void set(on)}
        />
      );
    case 'number':
      return (
        <NumberField
          label={label}
          value={typeof value === 'number' ? value : 0}
          onChange={(number) => void set(Number.isNaN(number) ? undefined : Math.round(number))}
        />
      );
    case 'people':
      return (
        <NumberField
          label={label}
          help={t('stepForm.people.help')}
          value={typeof value === 'number' ? value : Number.NaN}
          min={0}
          max={10_000_000}
          onChange={(count) => void set(Number.isNaN(count) ? undefined : Math.round(count))}
        />
      );
    case 'stage':
      return (
        <Select<Stage>
          label={label}
          value={STAGES.find((stage) => stage === value) ?? null}
          choices={STAGES.map((stage) => ({ id: stage, label: t(`gallery.${stage}`) }))}
          onChange={(stage) => void set(stage)}
        />
      );
    case 'status':
      return (
        <Select<'delivered' | 'read'>
          label={label}
          value={value === 'read' ? 'read' : 'delivered'}
          choices={[
            { id: 'delivered', label: t('steps.tells.delivered') },
            { id: 'read', label: t('steps.tells.read') },
          ]}
          onChange={(status) => void set(status)}
        />
      );
    case 'value':
      return (
        <ValueName
          label={label}
          value={typeof value === 'string' ? value : ''}
          onSet={(name) =>
            name === ''
              ? set(undefined)
              : session.dispatch((journey) => setName(step, field.key, name, journey))
          }
        />
      );
    case 'journey':
      return <JourneyName label={label} value={typeof value === 'string' ? value : ''} onSet={set} />;
    case 'message':
      return <MessageField step={step} member={field.key} label={t('stepForm.message')} payload={value} />;
    case 'messages':
      return (Array.isArray(value) ? value : []).map((payload, index) => (
        <MessageField
          key={index}
          step={step}
          member={`${field.key}/${index}`}
          label={t('stepForm.messageNumber', { number: index + 1 })}
          payload={payload}
        />
      ));
    case 'template':
      return <TemplateField step={step} member={field.key} />;
    case 'cases':
    case 'shares':
    case 'questions':
      return <Entries step={step} field={field} />;
    case 'gives':
      return <Gives step={step} label={label} />;
    case 'samples':
      return <Samples step={step} label={label} />;
    case 'pairs':
      return <Pairs step={step} field={field.key} label={label} />;
    case 'expects':
      return <Expects step={step} label={label} />;
    case 'again':
      return <Again step={step} />;
    case 'body':
      // Who only asks sends nothing along.
      return value === undefined && member(step, 'method') === 'GET' ? null : (
        <Body step={step} label={label} />
      );
    case 'filled':
      return (
        <FilledText
          label={label}
          value={typeof value === 'string' ? value : ''}
          onSet={(text) => set(text)}
          code
        />
      );
    case 'method':
      return (
        <Select<Method>
          label={label}
          value={METHODS.find((method) => method === value) ?? null}
          choices={METHODS.map((id) => ({ id, label: id, help: t(`stepForm.method.${id}`) }))}
          onChange={(method) => void set(method)}
        />
      );
    case 'becomes':
      return <Becomes step={step} label={label} value={value} onSet={set} />;
  }
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof METHODS)[number];

/** What a value becomes, by what it is. Nothing forgets it. */
function Becomes({
  step,
  label,
  value,
  onSet,
}: FieldProps<Value | undefined, Value> & { step: JourneyStep }) {
  const data = useJourney((state) => state.journey.data);
  const name = member(step, 'field');
  const field = isMembers(data) && typeof name === 'string' ? data[name] : undefined;
  const type = plainType(isMembers(field) ? (field.type ?? 'text') : 'text');
  if (type === 'text' && (typeof value === 'string' || (value ?? null) === null))
    return (
      <FilledText
        label={label}
        help={t('stepForm.becomes.help')}
        value={typeof value === 'string' ? value : ''}
        onSet={(text) => onSet(text === '' ? null : text)}
      />
    );
  return (
    <ValueField label={label} type={type} value={value} canClear onSet={(next) => onSet(next ?? null)} />
  );
}

function Words({
  label,
  help,
  value,
  rows,
  onSet,
}: FieldProps<string> & { help?: string; rows?: number | undefined }) {
  const draft = useDraft(value, onSet);
  const more = rows === undefined ? {} : { rows };
  return rows === undefined ? (
    <TextField label={label} help={help} {...draft.field} />
  ) : (
    <TextField
      label={label}
      help={help}
      value={draft.value}
      onChange={draft.onChange}
      onBlur={draft.onBlur}
      {...more}
    />
  );
}

const UNITS = ['s', 'm', 'h', 'd'] as const;
const UNIT_WORDS = {
  s: 'stepForm.seconds',
  m: 'stepForm.minutes',
  h: 'stepForm.hours',
  d: 'stepForm.days',
} as const;

function Length({ label, value, onSet }: FieldProps<string, Value | undefined>) {
  const parts = lengthParts(value);
  const unit = UNITS.find((known) => known === parts?.unit) ?? 'h';
  if (value !== '' && parts === null)
    return (
      <Words label={label} help={t('stepForm.length.help')} value={value} onSet={(text) => onSet(text)} />
    );
  return (
    <div className={styles.pair}>
      <NumberField
        label={label}
        value={parts?.count ?? Number.NaN}
        min={0}
        onChange={(count) => void onSet(Number.isNaN(count) ? undefined : `${Math.round(count)}${unit}`)}
      />
      <Select
        label={t('stepForm.unit')}
        value={unit}
        choices={UNITS.map((id) => ({ id, label: t(UNIT_WORDS[id]) }))}
        onChange={(next) => void onSet(`${parts?.count ?? 1}${next}`)}
      />
    </div>
  );
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

function Weekdays({ label, value, onSet }: FieldProps) {
  const chosen = Array.isArray(value) ? value : [];
  return (
    <fieldset className={styles.days}>
      <legend className={styles.label}>{label}</legend>
      {DAYS.map((day) => (
        <Checkbox
          key={day}
          isSelected={chosen.includes(day)}
          onChange={(on) => {
            const next = DAYS.filter((known) => (known === day ? on : chosen.includes(known)));
            void onSet(next.length === 0 ? undefined : next);
          }}
        >
          {t(`steps.day.${day}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** The name of a value: one that is known, or a new one that is declared with it. */
function ValueName({ label, value, onSet }: FieldProps<string>) {
  const data = useJourney((state) => state.journey.data);
  const names = isMembers(data) ? Object.keys(data) : [];
  const choices = names.map((name) => ({ id: name, label: fieldWords(name) }));
  const read = (typed: string) => typedName(typed, [...names, value]);
  const draft = useDraft(
    fieldWords(value),
    async (typed) => {
      const name = read(typed);
      return name === null ? { ok: false } : onSet(name);
    },
    { rests: false },
  );
  return (
    <ComboBox
      label={label}
      help={t('stepForm.valueName.help')}
      error={read(draft.value) === null ? t('stepForm.nameSigns') : undefined}
      value={choices.find((choice) => choice.label === draft.value)?.id ?? null}
      choices={choices}
      placeholder={t('stepForm.nothing')}
      inputValue={draft.value}
      onInputChange={draft.onChange}
      onBlur={draft.onBlur}
      onEnter={draft.onBlur}
      onChange={(name) => {
        if (name === null) return;
        draft.onChange(fieldWords(name));
        draft.onBlur();
      }}
    />
  );
}

function JourneyName({ label, value, onSet }: FieldProps<string, Value | undefined>) {
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    void host.journeyList().then((answer) => {
      if (answer.ok) setNames(answer.data.map(({ name }) => name));
    });
  }, []);
  const all = names.includes(value) || value === '' ? names : [value, ...names];
  return (
    <ComboBox
      label={label}
      value={value === '' ? null : value}
      choices={all.map((name) => ({ id: name, label: name }))}
      onChange={(name) => {
        if (name !== null) void onSet(name);
      }}
    />
  );
}
