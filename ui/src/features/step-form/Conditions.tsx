import { useMemo } from 'react';
import { useJourney } from '@/document';
import type { JourneyStep, Value } from '@/host';
import { t } from '@/i18n';
import {
  asRows,
  type Condition,
  checksFor,
  conditionWords,
  freshValue,
  fromRows,
  type Group,
  type Join,
  type Leaf,
  readCondition,
  type Test,
  withCheck,
  writeCondition,
} from '@/journey-values';
import { fieldWords, stepName } from '@/journey-words';
import { Button, type Choice, Icon, IconButton, Select } from '@/kit';
import styles from './condition.module.css';
import { ExactText } from './ExactText';
import type { FieldProps } from './field-props';
import { Held } from './Held';
import { type KnownValue, knownAt } from './known';

const JOINS: readonly Join[] = ['all', 'any', 'none'];
const FRESH: Condition = { kind: 'leaf', not: false, test: { type: 'window' } };

/** A condition as rows: what is looked at, how, and what it is held against. */
export function Conditions({
  step,
  label,
  value,
  onSet,
}: FieldProps<Value | undefined, Value> & { step: JourneyStep }) {
  const steps = useJourney((state) => state.journey.steps);
  const data = useJourney((state) => state.journey.data);
  const known = useMemo(() => knownAt(steps, data, step), [steps, data, step]);
  const condition = useMemo(() => readCondition(value ?? null), [value]);
  return (
    <div className={styles.condition}>
      <Rows
        label={label}
        group={asRows(condition)}
        known={known}
        onSet={(next) => onSet(writeCondition(fromRows(next)))}
      />
      <ExactText label={label} value={value} onSet={onSet} />
    </div>
  );
}

/** The rows of a group. A group inside of another one has rows of its own; what is deeper is told in words. */
function Rows({
  label,
  group,
  known,
  isInner = false,
  onSet,
}: {
  label: string;
  group: Group;
  known: readonly KnownValue[];
  isInner?: boolean;
  onSet(group: Group): Promise<unknown>;
}) {
  const set = (rows: readonly Condition[]) => onSet({ ...group, rows });
  const replace = (index: number, row: Condition) =>
    set(group.rows.map((old, place) => (place === index ? row : old)));
  const remove = (index: number) => void set(group.rows.filter((_, place) => place !== index));
  return (
    <fieldset className={styles.group} data-inner={isInner || undefined}>
      <legend className="visually-hidden">{label}</legend>
      {(isInner || group.rows.length !== 1 || group.join === 'none') && (
        <Select<Join>
          label={t('stepForm.join')}
          labelHidden
          value={group.join}
          choices={JOINS.map((id) => ({ id, label: t(`stepForm.join.${id}`) }))}
          onChange={(join) => void onSet({ ...group, join })}
        />
      )}
      {group.rows.map((row, index) => {
        const name = t('stepForm.condition', { number: index + 1 });
        const bin = (
          <IconButton
            icon="close"
            size="panel"
            label={t('stepForm.removeCondition', { number: index + 1 })}
            onPress={() => remove(index)}
          />
        );
        const key = `${index}`;
        if (row.kind === 'leaf')
          return (
            <Row
              key={key}
              name={name}
              leaf={row}
              known={known}
              bin={bin}
              onSet={(next) => replace(index, next)}
            />
          );
        if (row.kind === 'group' && !isInner)
          return (
            <div key={key} className={styles.inner}>
              <Rows label={name} group={row} known={known} isInner onSet={(next) => replace(index, next)} />
              {bin}
            </div>
          );
        return (
          <div key={key} className={styles.kept}>
            <Icon name="lock" size={12} />
            <p className={styles.keptWords} dir="auto">
              {conditionWords(row)}
            </p>
            {bin}
          </div>
        );
      })}
      <div className={styles.add}>
        <Button size="row" variant="quiet" icon="add" onPress={() => void set([...group.rows, FRESH])}>
          {t('stepForm.addCondition')}
        </Button>
        {!isInner && (
          <Button
            size="row"
            variant="quiet"
            icon="add"
            onPress={() => void set([...group.rows, { kind: 'group', join: 'any', rows: [FRESH, FRESH] }])}
          >
            {t('stepForm.addGroup')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** What can be looked at besides values. */
const STATES = ['window', 'ad', 'consent', 'tag', 'stage', 'allowed', 'between', 'on'] as const;
type StateType = (typeof STATES)[number];

function freshTest(type: StateType): Test {
  switch (type) {
    case 'tag':
      return { type, tag: '' };
    case 'stage':
      return { type, stage: 'consideration' };
    case 'allowed':
      return { type, category: 'marketing' };
    case 'between':
      return { type, from: '09:00', to: '18:00' };
    case 'on':
      return { type, days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] };
    default:
      return { type };
  }
}

const FIELD = 'field:';

/** Where a value comes from, for the list of them. */
function originWords({ by }: KnownValue): string {
  if (by === 'everybody') return t('stepForm.knownOfAll');
  const [first] = by;
  return first === undefined
    ? t('stepForm.knownOfNone')
    : t('stepForm.knownFrom', { name: stepName(first), more: by.length - 1 });
}

function Row({
  name,
  leaf,
  known,
  bin,
  onSet,
}: {
  name: string;
  leaf: Leaf;
  known: readonly KnownValue[];
  bin: React.ReactNode;
  onSet(leaf: Leaf): Promise<unknown>;
}) {
  const { test } = leaf;
  const named = test.type === 'field' ? test.name : null;
  const choices = useMemo(() => {
    const values: Choice<string>[] = known.map((value) => ({
      id: FIELD + value.name,
      label: fieldWords(value.name),
      help: originWords(value),
    }));
    if (named !== null && !known.some((value) => value.name === named))
      values.unshift({ id: FIELD + named, label: fieldWords(named), help: t('stepForm.knownOfNone') });
    return [...values, ...STATES.map((type) => ({ id: type, label: t(`stepForm.test.${type}`) }))];
  }, [known, named]);
  const choose = (id: string) => {
    if (!id.startsWith(FIELD)) {
      void onSet({ kind: 'leaf', not: false, test: freshTest(id as StateType) });
      return;
    }
    const chosen = id.slice(FIELD.length);
    const type = known.find((value) => value.name === chosen)?.type ?? 'text';
    const field = {
      type: 'field',
      name: chosen,
      comparison: 'is',
      value: freshValue(type),
      rest: {},
    } as const;
    const made: Leaf = { kind: 'leaf', not: false, test: field };
    void onSet(withCheck(made, checksFor(type, null)[0] ?? 'is', freshValue(type)));
  };
  return (
    <fieldset className={styles.row} aria-label={name}>
      <div className={styles.what}>
        <div>
          <Select
            label={t('stepForm.what')}
            labelHidden
            value={test.type === 'field' ? FIELD + test.name : test.type}
            choices={choices}
            onChange={choose}
          />
        </div>
        {bin}
      </div>
      <Held leaf={leaf} known={known} onSet={onSet} />
    </fieldset>
  );
}
