import { useState } from 'react';
import { join, useDraft } from '@/document';
import type { Value } from '@/host';
import { t } from '@/i18n';
import { Button, IconButton, NumberField, Segmented, Select, Switch, TextField } from '@/kit';
import {
  type Clause,
  type Condition,
  firstClause,
  type Operator,
  operatorsFor,
  readCondition,
  writeCondition,
} from '../condition';
import { useInspected } from '../context';
import { reaches } from '../facts';
import { freeKey, objectOf } from '../payload';
import { fitting, type Source } from '../sources';
import { useName } from '../useName';
import { sourceWords } from '../words';
import type { FieldProps } from './field';
import styles from './fields.module.css';

/** Types a condition can compare. */
const COMPARABLE = ['string', 'number', 'boolean'];

/** "Show only if…" for `visible`, and the `condition` of an If: built in words, or written out. */
export function ConditionField({ facts, label, value, error, set }: FieldProps) {
  const { sources, flow } = useInspected();
  const expressions = reaches(flow.version, '6.0');
  const isIf = facts.name === 'condition';
  // Before 6.0 `visible` takes a yes/no value and nothing else.
  const usable = fitting(sources, isIf || expressions ? COMPARABLE : ['boolean']);
  const text = typeof value === 'string' ? value : null;
  const write = (condition: Condition) =>
    set(writeCondition(condition, expressions && (!isIf || condition.clauses.length > 1)));

  function turnOn() {
    const [first] = usable;
    if (first !== undefined) void write({ joined: '&&', clauses: [firstClause(first)] });
  }

  if (isIf) {
    return (
      <section className={styles.condition} aria-label={label} data-property={facts.name}>
        <span className={styles.label}>{label}</span>
        <Clauses
          text={text ?? (value === undefined ? '' : String(value))}
          usable={usable}
          write={write}
          set={set}
          error={error}
        />
      </section>
    );
  }
  return (
    <section className={styles.condition} aria-label={t('inspector.showOnlyIf')} data-property={facts.name}>
      <Switch
        label={value === false ? t('inspector.neverShown') : t('inspector.showOnlyIf')}
        help={
          value === false
            ? t('inspector.neverShownHelp')
            : text === null && usable.length === 0
              ? t('inspector.nothingToDecideBy')
              : undefined
        }
        isSelected={text !== null || value === false}
        isDisabled={text === null && value !== false && usable.length === 0}
        onChange={(on) => (on ? turnOn() : void set(undefined))}
      />
      {text !== null && <Clauses text={text} usable={usable} write={write} set={set} error={error} />}
    </section>
  );
}

function Clauses({
  text,
  usable,
  write,
  set,
  error,
}: {
  text: string;
  usable: readonly Source[];
  write(condition: Condition): Promise<unknown>;
  set(value: Value | undefined): Promise<unknown>;
  error: string | undefined;
}) {
  const condition = readCondition(text);
  const [raw, setRaw] = useState(false);
  const draft = useDraft(text, set);
  const replace = (place: number, clause: Clause) => {
    if (condition === null) return;
    void write({
      ...condition,
      clauses: condition.clauses.map((old, other) => (other === place ? clause : old)),
    });
  };
  const written = raw || condition === null;
  return (
    <div className={styles.clauses}>
      {condition !== null && !raw && (
        <>
          {condition.clauses.length > 1 && (
            <Segmented<'&&' | '||'>
              label={t('inspector.joined')}
              value={condition.joined}
              onChange={(joined) => void write({ ...condition, joined })}
              choices={[
                { id: '&&', label: t('inspector.allHold') },
                { id: '||', label: t('inspector.oneHolds') },
              ]}
            />
          )}
          {condition.clauses.map((clause, place) => (
            <ClauseRow
              key={place}
              clause={clause}
              usable={usable}
              onChange={(next) => replace(place, next)}
              onRemove={
                condition.clauses.length > 1
                  ? () =>
                      void write({
                        ...condition,
                        clauses: condition.clauses.filter((_, other) => other !== place),
                      })
                  : undefined
              }
            />
          ))}
        </>
      )}
      {written && (
        <TextField
          label={t('inspector.conditionText')}
          labelHidden
          code
          rows={2}
          value={draft.value}
          onChange={draft.onChange}
          onBlur={draft.onBlur}
          error={error}
          help={condition === null ? t('inspector.conditionByHand') : undefined}
        />
      )}
      {!written && error !== undefined && <p className={styles.error}>{error}</p>}
      <div className={styles.buttons}>
        {condition !== null && !raw && usable[0] !== undefined && (
          <Button
            size="small"
            variant="quiet"
            icon="add"
            onPress={() => {
              const [first] = usable;
              if (first !== undefined)
                void write({ ...condition, clauses: [...condition.clauses, firstClause(first)] });
            }}
          >
            {t('inspector.addCondition')}
          </Button>
        )}
        {condition !== null && (
          <Button size="small" variant="quiet" onPress={() => setRaw(!raw)}>
            {t(raw ? 'inspector.inWords' : 'inspector.asText')}
          </Button>
        )}
      </div>
    </div>
  );
}

function ClauseRow({
  clause,
  usable,
  onChange,
  onRemove,
}: {
  clause: Clause;
  usable: readonly Source[];
  onChange(clause: Clause): void;
  onRemove: (() => void) | undefined;
}) {
  const source = usable.find((known) => known.text === clause.source);
  const type = source?.type ?? (typeof clause.value === 'string' ? 'string' : typeof clause.value);
  const draft = useDraft(String(clause.value), async (text) => onChange({ ...clause, value: text }));
  const choices = usable.map((known) => ({ id: known.text, label: sourceWords(known) }));
  const operators = operatorsFor(type).map((id) => ({ id, label: t(`inspector.operator.${id}`) }));
  return (
    <div className={styles.clause}>
      <div className={styles.withButton}>
        <Select
          label={t('inspector.decidedBy')}
          labelHidden
          value={clause.source}
          choices={source === undefined ? [...choices, { id: clause.source, label: clause.source }] : choices}
          onChange={(text) => {
            const next = usable.find((known) => known.text === text);
            if (next !== undefined) onChange(firstClause(next));
          }}
        />
        {onRemove !== undefined && (
          <IconButton icon="close" size="panel" label={t('inspector.removeCondition')} onPress={onRemove} />
        )}
      </div>
      <div className={styles.two}>
        {type !== 'boolean' && (
          <Select<Operator>
            label={t('inspector.comparison')}
            labelHidden
            value={clause.operator}
            choices={operators}
            onChange={(operator) => onChange({ ...clause, operator })}
          />
        )}
        {type === 'boolean' ? (
          <Segmented<'true' | 'false'>
            fill
            label={t('inspector.comparedWith')}
            value={clause.value === false ? 'false' : 'true'}
            onChange={(next) => onChange({ ...clause, operator: '==', value: next === 'true' })}
            choices={[
              { id: 'true', label: t('inspector.isYes') },
              { id: 'false', label: t('inspector.isNo') },
            ]}
          />
        ) : source !== undefined && source.options.length > 0 ? (
          <Select
            label={t('inspector.comparedWith')}
            labelHidden
            value={String(clause.value)}
            choices={source.options.map(({ id, title }) => ({ id, label: title }))}
            onChange={(id) => onChange({ ...clause, value: id })}
          />
        ) : type === 'number' ? (
          <NumberField
            label={t('inspector.comparedWith')}
            labelHidden
            value={typeof clause.value === 'number' ? clause.value : Number.NaN}
            onChange={(next) => !Number.isNaN(next) && onChange({ ...clause, value: next })}
          />
        ) : (
          <TextField label={t('inspector.comparedWith')} labelHidden {...draft.field} />
        )}
      </div>
    </div>
  );
}

/** Cases of a Switch: which value shows which parts. */
export function CasesField({ at, facts, label, value }: FieldProps) {
  const { change, session } = useInspected();
  const cases = objectOf(value);
  const here = join(at, facts.name);
  const keys = Object.keys(cases);
  const add = () => {
    const key = freeKey('case', keys);
    void change({
      type: 'Batch',
      name: null,
      edits: [
        ...(value === undefined
          ? [{ type: 'SetProperty' as const, at, key: facts.name, value: { [key]: [] } }]
          : [{ type: 'SetProperty' as const, at: here, key, value: [] }]),
        { type: 'AddComponent', parent: join(here, key), index: 0, component: 'TextBody' },
      ],
    });
  };
  return (
    <section className={styles.payload} aria-label={label} data-property={facts.name}>
      <span className={styles.label}>{label}</span>
      {keys.map((key, place) => {
        const parts = cases[key];
        const count = Array.isArray(parts) ? parts.length : 0;
        return (
          <CaseRow
            key={place}
            name={key}
            taken={keys}
            count={count}
            onRename={(to) => change({ type: 'RenameProperty', at: here, key, to })}
            onShow={() => session.goToPlace(join(here, key, 0))}
            onRemove={() => void change({ type: 'RemoveProperty', at: here, key })}
          />
        );
      })}
      <div className={styles.buttons}>
        <Button size="small" icon="add" onPress={add}>
          {t('inspector.addCase')}
        </Button>
        {!keys.includes('default') && keys.length > 0 && (
          <Button
            size="small"
            variant="quiet"
            onPress={() => void change({ type: 'SetProperty', at: here, key: 'default', value: [] })}
          >
            {t('inspector.addDefault')}
          </Button>
        )}
      </div>
    </section>
  );
}

function CaseRow({
  name,
  taken,
  count,
  onRename,
  onShow,
  onRemove,
}: {
  name: string;
  taken: string[];
  count: number;
  onRename(to: string): Promise<unknown>;
  onShow(): void;
  onRemove(): void;
}) {
  const draft = useName(
    name,
    (to) => (to === '' ? t('inspector.nameEmpty') : taken.includes(to) ? t('inspector.nameTaken') : null),
    onRename,
  );
  return (
    <div className={styles.withButton}>
      <TextField
        className={styles.grow}
        label={t('inspector.caseValue')}
        labelHidden
        code
        help={name === 'default' ? t('inspector.caseDefault') : t('inspector.caseParts', { count })}
        {...draft}
      />
      <IconButton
        icon="open"
        size="panel"
        label={t('inspector.showParts')}
        isDisabled={count === 0}
        onPress={onShow}
      />
      <IconButton
        icon="close"
        size="panel"
        label={t('inspector.removeItem', { name })}
        isDisabled={taken.length === 1}
        onPress={onRemove}
      />
    </div>
  );
}
