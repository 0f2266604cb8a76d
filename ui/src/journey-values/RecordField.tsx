import { useState } from 'react';
import { useDraft } from '@/document';
import type { Value } from '@/host';
import { t } from '@/i18n';
import { Button, Icon, IconButton, Select, TextField } from '@/kit';
import { FilledText } from './FilledText';
import { isMembers, type Members } from './json';
import kept from './kept.module.css';
import { PlainField } from './PlainField';
import { asType, freeName, type RowType, renamed, rowType, without } from './record';
import styles from './record.module.css';

const TYPES: readonly RowType[] = ['text', 'number', 'yes_no', 'list', 'nothing'];

interface RecordProps {
  label: string;
  labelHidden?: boolean;
  value: Members;
  /** Its texts can have details of the person in them. */
  isFilled?: boolean;
  /** It stands in another one: what is deeper stays as it is. */
  isInner?: boolean;
  onSet(value: Members): Promise<unknown>;
}

/** Values by their names, one a row; one of them can be a group with rows of its own. */
export function RecordField({ label, labelHidden, value, isFilled, isInner, onSet }: RecordProps) {
  const add = (given: Value) => void onSet({ ...value, [freeName(value, t('values.newName'))]: given });
  return (
    <fieldset className={styles.record} data-record data-inner={isInner || undefined}>
      <legend className={labelHidden === true ? 'visually-hidden' : styles.legend}>{label}</legend>
      {Object.entries(value).map(([name, held], index) => (
        <Row
          // The row stays while its name is typed.
          key={`${index}`}
          name={name}
          value={held}
          isFilled={isFilled === true}
          isInner={isInner === true}
          onName={async (next) => {
            const members = renamed(value, name, next);
            return members === null ? { ok: false } : onSet(members);
          }}
          onSet={(next) => onSet({ ...value, [name]: next })}
          onRemove={() => void onSet(without(value, name))}
        />
      ))}
      <div className={styles.add}>
        <Button size="row" variant="quiet" icon="add" onPress={() => add('')}>
          {t('values.addValue')}
        </Button>
        {isInner !== true && (
          <Button size="row" variant="quiet" icon="add" onPress={() => add({})}>
            {t('values.addGroup')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function Row({
  name,
  value,
  isFilled,
  isInner,
  onName,
  onSet,
  onRemove,
}: {
  name: string;
  value: Value;
  isFilled: boolean;
  isInner: boolean;
  onName(name: string): Promise<unknown>;
  onSet(value: Value): Promise<unknown>;
  onRemove(): void;
}) {
  const [isTaken, setTaken] = useState(false);
  const draft = useDraft(name, async (typed) => {
    const answer = await onName(typed.trim());
    setTaken(typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false);
    return answer;
  });
  const type = rowType(value);
  const isKept = type === null || (type === 'record' && isInner);
  const choices = [...TYPES, ...(isInner ? [] : (['record'] as const))];
  return (
    <fieldset className={styles.row} aria-label={name}>
      <TextField
        label={t('values.name')}
        labelHidden
        {...draft.field}
        error={isTaken ? t('values.nameTaken') : undefined}
        code
      />
      {isKept ? (
        <span className={kept.kept}>
          <Icon name="lock" size={12} />
          {t('values.kept')}
        </span>
      ) : (
        <Select<RowType>
          label={t('values.type')}
          labelHidden
          value={type}
          choices={choices.map((id) => ({ id, label: t(`values.row.${id}`) }))}
          onChange={(next) => void onSet(asType(value, next))}
        />
      )}
      <IconButton icon="close" size="panel" label={t('values.remove', { name })} onPress={onRemove} />
      {!isKept && type !== 'nothing' && (
        <div className={styles.held}>
          {type === 'record' && isMembers(value) ? (
            <RecordField
              label={name}
              labelHidden
              value={value}
              isFilled={isFilled}
              isInner
              onSet={(next) => onSet({ ...next })}
            />
          ) : type === 'text' && isFilled && typeof value === 'string' ? (
            <FilledText label={t('values.valueOf', { name })} labelHidden value={value} onSet={onSet} />
          ) : (
            <PlainField
              label={t('values.valueOf', { name })}
              labelHidden
              type={type}
              value={value}
              onSet={(next) => onSet(next ?? null)}
            />
          )}
        </div>
      )}
    </fieldset>
  );
}
