import { useState } from 'react';
import { useDraft } from '@/document';
import { isObject } from '@/flow-words';
import type { Value } from '@/host';
import { t } from '@/i18n';
import { Button, IconButton, NumberField, Select, Switch, TextField } from '@/kit';
import { freeId } from '../edits';
import { RawField } from '../fields/RawField';
import styles from './data.module.css';
import { CHOICE_EXTRAS, fitted, kindOf, membersOf } from './kinds';

/** Groups lie this deep in each other before they are shown as exact text. */
export const MAX_DEPTH = 3;

export interface ExampleProps {
  schema: Value;
  value: Value | undefined;
  label: string;
  /** How many groups it lies in. */
  depth: number;
  set(value: Value): Promise<unknown>;
}

/** An example as its kind asks for it. What does not fit its kind is exact text. */
export function ExampleField(props: ExampleProps) {
  const { schema, value, label, depth, set } = props;
  const kind = kindOf(schema);
  if (kind === 'text' && (typeof value === 'string' || value === undefined))
    return <TextExample {...props} text={value ?? ''} />;
  if ((kind === 'number' || kind === 'whole') && (typeof value === 'number' || value === undefined))
    return (
      <NumberField
        label={label}
        value={value ?? Number.NaN}
        step={kind === 'whole' ? 1 : undefined}
        onChange={(next) => {
          if (!Number.isNaN(next)) void set(next);
        }}
      />
    );
  if (kind === 'yesno' && (typeof value === 'boolean' || value === undefined))
    return <Switch label={label} isSelected={value === true} onChange={(on) => void set(on)} />;
  if (kind === 'texts' && (value === undefined || areTexts(value)))
    return <LinesExample {...props} lines={value ?? []} />;
  if (kind === 'choices' && (value === undefined || areObjects(value)))
    return <ChoicesExample {...props} items={value ?? []} />;
  if (depth < MAX_DEPTH) {
    if (kind === 'group' && (value === undefined || isObject(value)))
      return <GroupExample {...props} object={value ?? {}} />;
    if (kind === 'groups' && (value === undefined || areObjects(value)))
      return <GroupsExample {...props} items={value ?? []} />;
  }
  return (
    <RawField
      label={t('data.exactText', { name: label })}
      value={value}
      set={(next) => set(next ?? fitted(schema, undefined))}
    />
  );
}

function areTexts(value: Value): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function areObjects(value: Value): value is { [key: string]: Value }[] {
  return Array.isArray(value) && value.every((item) => isObject(item));
}

function TextExample({ schema, text, label, set }: ExampleProps & { text: string }) {
  const draft = useDraft(text, set);
  const choices = isObject(schema) && Array.isArray(schema.enum) ? schema.enum : [];
  const known = choices.filter((choice) => typeof choice === 'string');
  if (known.length > 0)
    return (
      <Select<string>
        label={label}
        value={text}
        choices={[...new Set([...known, text])].map((id) => ({ id, label: id }))}
        onChange={(next) => void set(next)}
      />
    );
  return <TextField label={label} {...draft.field} />;
}

/** One text a line. An empty line under the hand stays until the field is left. */
function LinesExample({ lines, label, set }: ExampleProps & { lines: string[] }) {
  const [typed, setTyped] = useState<string | null>(null);
  const draft = useDraft(lines.join('\n'), (text) =>
    set(text.split('\n').filter((line) => line.trim() !== '')),
  );
  return (
    <TextField
      label={label}
      help={t('data.oneALine')}
      value={typed ?? draft.value}
      onChange={(text) => {
        setTyped(text);
        draft.onChange(text);
      }}
      onBlur={() => {
        draft.onBlur();
        setTyped(null);
      }}
      rows={3}
    />
  );
}

function ChoicesExample({ schema, items, label, set }: ExampleProps & { items: { [key: string]: Value }[] }) {
  const members = membersOf(schema);
  const extras = Object.keys(members).filter((name) => name !== 'id' && name !== 'title');
  const put = (place: number, item: { [key: string]: Value }) =>
    set(items.map((known, other) => (other === place ? item : known)));
  const add = () => {
    const title = t('data.newChoice', { number: items.length + 1 });
    const ids = items.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
    void set([...items, { id: freeId(title, ids), title }]);
  };
  return (
    <fieldset className={styles.example} aria-label={label}>
      <span className={styles.label}>{label}</span>
      {items.map((item, place) => (
        <div key={place} className={styles.item}>
          <div className={styles.choice}>
            <Member
              item={item}
              name="title"
              schema={members.title}
              label={t('data.choiceTitle', { number: place + 1 })}
              put={(next) => put(place, next)}
            />
            <Member
              item={item}
              name="id"
              schema={members.id}
              label={t('data.choiceId')}
              put={(next) => put(place, next)}
            />
            <IconButton
              icon="close"
              size="panel"
              label={t('data.removeChoice', { number: place + 1 })}
              onPress={() => void set(items.filter((_, other) => other !== place))}
            />
          </div>
          {extras.map((name) => (
            <Member
              key={name}
              item={item}
              name={name}
              schema={members[name]}
              label={memberWords(name)}
              put={(next) => put(place, next)}
            />
          ))}
        </div>
      ))}
      <div>
        <Button size="small" icon="add" onPress={add}>
          {t('data.addChoice')}
        </Button>
      </div>
    </fieldset>
  );
}

/** What people call a member of a choice. */
export function memberWords(name: string): string {
  return Object.hasOwn(CHOICE_EXTRAS, name) ? t(`data.extra.${name as keyof typeof CHOICE_EXTRAS}`) : name;
}

function Member({
  item,
  name,
  schema,
  label,
  depth = MAX_DEPTH,
  put,
}: {
  item: { [key: string]: Value };
  name: string;
  schema: Value | undefined;
  label: string;
  depth?: number;
  put(item: { [key: string]: Value }): Promise<unknown>;
}) {
  return (
    <ExampleField
      schema={schema ?? {}}
      value={item[name]}
      label={label}
      depth={depth}
      set={(next) => put({ ...item, [name]: next })}
    />
  );
}

function Members({
  schema,
  object,
  depth,
  put,
}: {
  schema: Value;
  object: { [key: string]: Value };
  depth: number;
  put(object: { [key: string]: Value }): Promise<unknown>;
}) {
  const members = Object.entries(membersOf(schema));
  // A group nobody described is still shown.
  if (members.length === 0)
    return (
      <RawField
        label={t('data.exactText', { name: t('data.example') })}
        value={object}
        set={(next) => put(isObject(next) ? next : {})}
      />
    );
  return members.map(([name, inner]) => (
    <Member key={name} item={object} name={name} schema={inner} label={name} depth={depth + 1} put={put} />
  ));
}

function GroupExample({
  schema,
  object,
  label,
  depth,
  set,
}: ExampleProps & { object: { [key: string]: Value } }) {
  return (
    <fieldset className={styles.example} aria-label={label}>
      <span className={styles.label}>{label}</span>
      <div className={styles.item}>
        <Members schema={schema} object={object} depth={depth} put={set} />
      </div>
    </fieldset>
  );
}

function GroupsExample({
  schema,
  items,
  label,
  depth,
  set,
}: ExampleProps & { items: { [key: string]: Value }[] }) {
  const inner = isObject(schema) ? (schema.items ?? {}) : {};
  return (
    <fieldset className={styles.example} aria-label={label}>
      <span className={styles.label}>{label}</span>
      {items.map((item, place) => (
        <fieldset
          key={place}
          className={styles.item}
          aria-label={t('data.groupNumber', { number: place + 1 })}
        >
          <div className={styles.itemHead}>
            <span className={styles.none}>{t('data.groupNumber', { number: place + 1 })}</span>
            <IconButton
              icon="close"
              size="panel"
              label={t('data.removeGroup', { number: place + 1 })}
              onPress={() => void set(items.filter((_, other) => other !== place))}
            />
          </div>
          <Members
            schema={inner}
            object={item}
            depth={depth}
            put={(next) => set(items.map((known, other) => (other === place ? next : known)))}
          />
        </fieldset>
      ))}
      <div>
        <Button size="small" icon="add" onPress={() => void set([...items, fitted(inner, undefined)])}>
          {t('data.addGroup')}
        </Button>
      </div>
    </fieldset>
  );
}
