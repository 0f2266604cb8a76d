import { useState } from 'react';
import { useDraft, valueAt } from '@/document';
import { isObject } from '@/flow-words';
import type { Value } from '@/host';
import { t } from '@/i18n';
import { Button, IconButton, NumberField, Switch, TextField } from '@/kit';
import styles from './answers.module.css';
import { kindOf } from './samples';

interface FieldProps {
  /** The value's name in the data model. */
  name: string;
  schema: Value | undefined;
  value: Value;
  /** Why a phone refuses it. */
  error?: string | undefined;
  set(value: Value): Promise<unknown>;
}

/** A field for a value: by its data model where that is something simple, else its exact text. */
export function ValueField({ onRemove, ...props }: FieldProps & { onRemove?: (() => void) | undefined }) {
  return (
    <div className={styles.row}>
      <div className={styles.grow}>
        <Field {...props} />
      </div>
      {onRemove !== undefined && (
        <IconButton
          icon="close"
          size="panel"
          label={t('answers.removeValue', { name: props.name })}
          onPress={onRemove}
        />
      )}
    </div>
  );
}

function Field(props: FieldProps) {
  const { name, schema, value, error, set } = props;
  switch (kindOf(schema, value)) {
    case 'text':
      return <Text label={name} value={String(value)} error={error} set={set} />;
    case 'number':
      return (
        <NumberField
          label={name}
          value={Number(value)}
          error={error}
          onChange={(next) => {
            if (Number.isFinite(next)) void set(next);
          }}
        />
      );
    case 'truth':
      return <Switch label={name} isSelected={value === true} onChange={(on) => void set(on)} />;
    case 'options':
      return <Options {...props} items={asItems(value)} />;
    case 'texts':
      return <Texts {...props} items={asItems(value).map(String)} />;
    case 'raw':
      return <Raw {...props} />;
  }
}

function asItems(value: Value): Value[] {
  return Array.isArray(value) ? value : [];
}

function Text({
  label,
  labelHidden = false,
  code = false,
  value,
  error,
  set,
}: {
  label: string;
  labelHidden?: boolean;
  code?: boolean;
  value: string;
  error?: string | undefined;
  set(value: string): Promise<unknown>;
}) {
  const draft = useDraft(value, set);
  return <TextField label={label} labelHidden={labelHidden} code={code} {...draft.field} error={error} />;
}

/** A list of things to choose from: title and id, a row each. What else an item has stays. */
function Options({ name, schema, error, set, items }: FieldProps & { items: Value[] }) {
  const objects = items.map((item) => (isObject(item) ? item : {}));
  const ids = objects.map((item) => item.id);
  const put = (place: number, key: string, text: string) =>
    set(objects.map((item, at) => (at === place ? { ...item, [key]: text } : item)));
  const add = () => {
    let number = objects.length + 1;
    while (ids.includes(String(number))) number += 1;
    const title = t('answers.option', { number });
    const like = objects.at(-1) ?? exampleItem(schema);
    return set([...objects, { ...like, id: String(number), title }]);
  };
  return (
    <fieldset className={styles.options}>
      <legend>{name}</legend>
      {objects.map((item, place) => (
        <div key={place} className={styles.row}>
          <div className={styles.grow}>
            <Text
              label={t('answers.titleOf', { number: place + 1 })}
              labelHidden
              value={String(item.title ?? '')}
              set={(text) => put(place, 'title', text)}
            />
          </div>
          <div className={styles.id}>
            <Text
              label={t('answers.idOf', { number: place + 1 })}
              labelHidden
              code
              value={String(item.id ?? '')}
              set={(text) => put(place, 'id', text)}
            />
          </div>
          <IconButton
            icon="close"
            size="panel"
            label={t('answers.removeRow', { number: place + 1 })}
            onPress={() => void set(objects.filter((_, at) => at !== place))}
          />
        </div>
      ))}
      {error !== undefined && <p className={styles.fault}>{error}</p>}
      <div>
        <Button size="small" icon="add" onPress={() => void add()}>
          {t('answers.addRow')}
        </Button>
      </div>
    </fieldset>
  );
}

/** An item of the schema's example. */
function exampleItem(schema: Value | undefined): { [key: string]: Value } {
  const first = valueAt(schema, '/__example__/0');
  return isObject(first) ? first : {};
}

function Texts({ name, error, set, items }: FieldProps & { items: string[] }) {
  return (
    <fieldset className={styles.options}>
      <legend>{name}</legend>
      {items.map((item, place) => (
        <div key={place} className={styles.row}>
          <div className={styles.grow}>
            <Text
              label={t('answers.titleOf', { number: place + 1 })}
              labelHidden
              value={item}
              set={(text) => set(items.map((known, at) => (at === place ? text : known)))}
            />
          </div>
          <IconButton
            icon="close"
            size="panel"
            label={t('answers.removeRow', { number: place + 1 })}
            onPress={() => void set(items.filter((_, at) => at !== place))}
          />
        </div>
      ))}
      {error !== undefined && <p className={styles.fault}>{error}</p>}
      <div>
        <Button
          size="small"
          icon="add"
          onPress={() => void set([...items, t('answers.option', { number: items.length + 1 })])}
        >
          {t('answers.addRow')}
        </Button>
      </div>
    </fieldset>
  );
}

/** A value no field is made for: its exact text, taken once it can be read. */
function Raw({ name, schema, value, error, set }: FieldProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const text = JSON.stringify(value, null, 2);
  const example = valueAt(schema, '/__example__');
  const draft = useDraft(broken ?? text, async (next) => {
    try {
      const parsed = JSON.parse(next) as Value;
      setBroken(null);
      return await set(parsed);
    } catch {
      setBroken(next);
      return undefined;
    }
  });
  return (
    <>
      <TextField
        label={name}
        help={t('answers.rawHelp')}
        value={draft.value}
        onChange={draft.onChange}
        onBlur={draft.onBlur}
        rows={Math.min(8, text.split('\n').length + 1)}
        code
        error={broken === null ? error : t('answers.rawBroken')}
      />
      {error !== undefined && example !== undefined && (
        <Button
          size="small"
          variant="quiet"
          icon="undo"
          onPress={() => {
            setBroken(null);
            void set(example);
          }}
        >
          {t('answers.useExample')}
        </Button>
      )}
    </>
  );
}
