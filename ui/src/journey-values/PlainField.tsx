import { useDraft } from '@/document';
import type { Value } from '@/host';
import { t } from '@/i18n';
import { ComboBox, DateField, dayOf, Icon, NumberField, Select, TextField } from '@/kit';
import type { DataType } from './condition';
import styles from './kept.module.css';
import { WordsField } from './WordsField';

/** What a value of a type is at first. */
export function freshValue(type: DataType): Value {
  switch (type) {
    case 'number':
      return 0;
    case 'yes_no':
      return true;
    case 'date':
      return new Date().toISOString().slice(0, 10);
    case 'moment':
      return new Date().toISOString();
    case 'list':
      return [];
    case 'record':
      return {};
    default:
      return '';
  }
}

export interface ValueFieldProps {
  label: string;
  labelHidden?: boolean;
  type: DataType;
  value: Value | undefined;
  /** Words it can be; others may stand too. */
  choices?: readonly string[];
  onSet(value: Value | undefined): Promise<unknown>;
  canClear?: boolean;
}

/** A value that is no record, by its type. One that is of another type is shown as it is written. */
export function PlainField(props: ValueFieldProps) {
  const { label, labelHidden = false, type, choices = [], onSet, canClear } = props;
  const value = props.value ?? undefined;
  const common = { label, labelHidden };
  if (type === 'number' && (value === undefined || typeof value === 'number'))
    return (
      <NumberField
        {...common}
        value={value ?? Number.NaN}
        onChange={(next) => {
          if (!Number.isNaN(next)) void onSet(next);
          else if (canClear === true) void onSet(undefined);
        }}
      />
    );
  if (type === 'yes_no' && (value === undefined || typeof value === 'boolean'))
    return (
      <Select<'yes' | 'no'>
        {...common}
        value={value === undefined ? null : value ? 'yes' : 'no'}
        choices={[
          { id: 'yes', label: t('values.yes') },
          { id: 'no', label: t('values.no') },
        ]}
        placeholder={t('values.none')}
        onChange={(next) => void onSet(next === 'yes')}
      />
    );
  if (type === 'date' && (value === undefined || (typeof value === 'string' && dayOf(value) !== null)))
    return (
      <DateField
        {...common}
        value={value ?? ''}
        onChange={(day) => void onSet(day)}
        canClear={canClear === true}
      />
    );
  if (type === 'list' && (value === undefined || (Array.isArray(value) && value.every(isText))))
    return (
      <WordsField
        {...common}
        help={labelHidden ? undefined : t('values.words.help')}
        value={value ?? []}
        onSet={onSet}
      />
    );
  if (choices.length > 0 && (value === undefined || typeof value === 'string'))
    return <Choices {...common} choices={choices} value={value ?? ''} onSet={onSet} />;
  if (value === undefined || typeof value === 'string')
    return (
      <Words
        {...common}
        value={value ?? ''}
        onSet={(text) => onSet(text === '' && canClear === true ? undefined : text)}
      />
    );
  if (Array.isArray(value))
    return (
      <p className={styles.kept}>
        {!labelHidden && <span className={styles.keptLabel}>{label}</span>}
        <Icon name="lock" size={12} />
        {t('values.kept')}
      </p>
    );
  return (
    <Words
      {...common}
      code
      value={JSON.stringify(value)}
      onSet={async (text) => {
        try {
          return await onSet(JSON.parse(text) as Value);
        } catch {
          // The field keeps what was typed.
          return { ok: false };
        }
      }}
    />
  );
}

function isText(value: Value): value is string {
  return typeof value === 'string';
}

interface TextProps {
  label: string;
  labelHidden: boolean;
  value: string;
  onSet(text: string): Promise<unknown>;
}

function Words({ onSet, value, ...props }: TextProps & { code?: boolean }) {
  const draft = useDraft(value, onSet);
  return <TextField {...props} {...draft.field} />;
}

/** Words that are offered, and any others. */
function Choices({ label, labelHidden, value, choices, onSet }: TextProps & { choices: readonly string[] }) {
  const draft = useDraft(value, onSet);
  return (
    <ComboBox
      label={label}
      labelHidden={labelHidden}
      value={choices.includes(draft.value) ? draft.value : null}
      choices={choices.map((id) => ({ id, label: id }))}
      inputValue={draft.value}
      onInputChange={draft.onChange}
      onChange={(choice) => {
        if (choice !== null) draft.onChange(choice);
      }}
    />
  );
}
