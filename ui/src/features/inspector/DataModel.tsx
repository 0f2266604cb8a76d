import { join, useDraft, valueAt } from '@/document';
import type { Edit, Pointer, Screen, Value } from '@/host';
import { t } from '@/i18n';
import { Button, IconButton, Select, TextField } from '@/kit';
import { RawField } from './fields/RawField';
import styles from './inspector.module.css';
import { freeKey, objectOf } from './payload';
import { useName } from './useName';

const TYPES = ['string', 'number', 'boolean', 'array', 'object'] as const;
type Type = (typeof TYPES)[number];

/** A schema of a type with an example, as Meta asks for. */
export function schemaOf(type: Type): { [key: string]: Value } {
  switch (type) {
    case 'string':
      return { type, __example__: 'example' };
    case 'number':
      return { type, __example__: 1 };
    case 'boolean':
      return { type, __example__: true };
    case 'array':
      return {
        type,
        items: { type: 'object', properties: { id: { type: 'string' }, title: { type: 'string' } } },
        __example__: [{ id: 'example', title: 'Example' }],
      };
    case 'object':
      return { type, properties: {}, __example__: {} };
  }
}

/** Values a screen is given from outside, a row each: name, kind, example. */
export function DataModel({
  at,
  screen,
  data,
  change,
}: {
  at: Pointer;
  screen: Screen;
  data: Value | undefined;
  change(edit: Edit | undefined): Promise<unknown>;
}) {
  const rows = Object.entries(objectOf(data));
  const taken = rows.map(([key]) => key);
  const here = join(at, 'data');
  const add = () => {
    const key = freeKey('value', taken);
    const schema = schemaOf('string');
    void change(
      data === undefined
        ? { type: 'SetProperty', at, key: 'data', value: { [key]: schema } }
        : { type: 'SetProperty', at: here, key, value: schema },
    );
  };
  return (
    <section className={styles.group} aria-label={t('inspector.data')}>
      <h3 className={styles.heading}>{t('inspector.data')}</h3>
      <p className={styles.none}>{t('inspector.dataHelp')}</p>
      {rows.map(([key, schema], place) => (
        <DataRow
          key={`${screen.key}-${place}`}
          at={here}
          name={key}
          schema={schema}
          taken={taken}
          change={change}
        />
      ))}
      <div>
        <Button size="small" icon="add" onPress={add}>
          {t('inspector.addData')}
        </Button>
      </div>
    </section>
  );
}

function DataRow({
  at,
  name,
  schema,
  taken,
  change,
}: {
  at: Pointer;
  name: string;
  schema: Value;
  taken: string[];
  change(edit: Edit | undefined): Promise<unknown>;
}) {
  const here = join(at, name);
  const type = String(valueAt(schema, '/type') ?? '');
  const example = valueAt(schema, '/__example__');
  const set = (value: Value) => change({ type: 'SetProperty', at: here, key: '__example__', value });
  const draft = useDraft(typeof example === 'string' ? example : '', set);
  const key = useName(
    name,
    (to) => {
      if (!/^\w+$/.test(to)) return t('inspector.nameSigns');
      return taken.includes(to) ? t('inspector.nameTaken') : null;
    },
    (to) => change({ type: 'RenameProperty', at, key: name, to }),
  );
  return (
    <div className={styles.dataRow}>
      <div className={styles.dataHead}>
        <TextField className={styles.grow} label={t('inspector.dataName')} labelHidden code {...key} />
        <Select<string>
          label={t('inspector.dataType')}
          labelHidden
          value={type}
          choices={[
            ...TYPES.map((id) => ({ id: id as string, label: t(`inspector.type.${id}`) })),
            ...(TYPES.some((known) => known === type) || type === '' ? [] : [{ id: type, label: type }]),
          ]}
          onChange={(to) => {
            const wanted = TYPES.find((known) => known === to);
            if (wanted !== undefined)
              void change({ type: 'SetProperty', at, key: name, value: schemaOf(wanted) });
          }}
        />
        <IconButton
          icon="close"
          size="panel"
          label={t('inspector.removeItem', { name })}
          onPress={() => void change({ type: 'RemoveProperty', at, key: name })}
        />
      </div>
      {typeof example === 'string' ? (
        <TextField
          label={t('inspector.example')}
          labelHidden
          {...draft.field}
          placeholder={t('inspector.example')}
        />
      ) : (
        <RawField
          label={t('inspector.exampleOf', { name })}
          value={example}
          set={(next) => set(next ?? null)}
        />
      )}
    </div>
  );
}
