import { useDraft } from '@/document';
import { t } from '@/i18n';
import { Button, IconButton, NumberField, Segmented, Select, TextField } from '@/kit';
import type { Source } from '@/sending';
import {
  type Clause,
  type Condition,
  firstClause,
  isGroup,
  type Operand,
  type Operator,
  operatorsFor,
  type Term,
  withoutTerm,
  withTerm,
} from '../condition';
import { sourceWords } from '../words';
import styles from './fields.module.css';
import { BindButton } from './Row';

/** Groups lie in each other so deep at most; deeper ones stay text. Ours: more does not fit the panel. */
export const MAX_DEPTH = 3;

/** How terms belong together, in words. */
type Joined = 'all' | 'one' | 'notAll' | 'none';

function joinedOf({ joined, not }: Condition): Joined {
  if (joined === '&&') return not ? 'notAll' : 'all';
  return not ? 'none' : 'one';
}

function joinedAs(joined: Joined): Pick<Condition, 'joined' | 'not'> {
  return {
    joined: joined === 'all' || joined === 'notAll' ? '&&' : '||',
    not: joined === 'notAll' || joined === 'none',
  };
}

/** Comparisons and groups that belong together. */
export function GroupBox({
  group,
  depth,
  usable,
  onChange,
  onRemove,
}: {
  group: Condition;
  depth: number;
  usable: readonly Source[];
  onChange(group: Condition): void;
  onRemove: (() => void) | undefined;
}) {
  const [first] = usable;
  const choices: Joined[] = ['all', 'one', 'notAll', 'none'];
  const remove = (place: number) =>
    group.terms.length > 1 ? () => onChange(withoutTerm(group, place)) : onRemove;
  const add = (term: Term) => onChange({ ...group, terms: [...group.terms, term] });
  return (
    <div className={styles.clauses} data-nested={depth > 1 || undefined}>
      {(group.terms.length > 1 || group.not || onRemove !== undefined) && (
        <div className={styles.withButton}>
          <Select<Joined>
            label={t('inspector.joined')}
            labelHidden
            value={joinedOf(group)}
            choices={choices.map((id) => ({ id, label: t(`inspector.holds.${id}`) }))}
            onChange={(joined) => onChange({ ...group, ...joinedAs(joined) })}
          />
          {onRemove !== undefined && (
            <IconButton icon="close" size="panel" label={t('inspector.removeGroup')} onPress={onRemove} />
          )}
        </div>
      )}
      {group.terms.map((term, place) =>
        isGroup(term) ? (
          <GroupBox
            key={place}
            group={term}
            depth={depth + 1}
            usable={usable}
            onChange={(next) => onChange(withTerm(group, place, next))}
            onRemove={remove(place)}
          />
        ) : (
          <ClauseRow
            key={place}
            clause={term}
            usable={usable}
            onChange={(next) => onChange(withTerm(group, place, next))}
            onRemove={remove(place)}
          />
        ),
      )}
      {first !== undefined && (
        <div className={styles.buttons}>
          <Button size="small" variant="quiet" icon="add" onPress={() => add(firstClause(first))}>
            {t('inspector.addCondition')}
          </Button>
          {depth < MAX_DEPTH && (
            <Button
              size="small"
              variant="quiet"
              icon="add"
              onPress={() =>
                add({
                  joined: group.joined === '&&' ? '||' : '&&',
                  not: false,
                  terms: [firstClause(first), firstClause(first)],
                })
              }
            >
              {t('inspector.addGroup')}
            </Button>
          )}
        </div>
      )}
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
  const type = source?.type ?? (typeof clause.value === 'object' ? 'string' : typeof clause.value);
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
        {(type !== 'boolean' || typeof clause.value === 'object') && (
          <Select<Operator>
            label={t('inspector.comparison')}
            labelHidden
            value={clause.operator}
            choices={operators}
            onChange={(operator) => onChange({ ...clause, operator })}
          />
        )}
        <Compared clause={clause} type={type} source={source} usable={usable} onChange={onChange} />
      </div>
    </div>
  );
}

/** What a clause compares with: an option, a number, a text, yes or no, or another answer. */
function Compared({
  clause,
  type,
  source,
  usable,
  onChange,
}: {
  clause: Clause;
  type: string;
  source: Source | undefined;
  usable: readonly Source[];
  onChange(clause: Clause): void;
}) {
  const label = t('inspector.comparedWith');
  const { value } = clause;
  const put = (next: Operand) => onChange({ ...clause, value: next });
  const draft = useDraft(typeof value === 'object' ? '' : String(value), async (text) => put(text));
  const others = usable.filter((known) => known.type === type && known.text !== clause.source);
  const bind = others.length > 0 && (
    <BindButton label={label} sources={others} accepted={[type]} onChoose={(text) => put({ source: text })} />
  );
  if (typeof value === 'object') {
    const other = usable.find((known) => known.text === value.source);
    return (
      <div className={styles.withButton}>
        <span className={styles.chip} dir="auto">
          {other === undefined ? value.source : sourceWords(other)}
        </span>
        <IconButton
          icon="close"
          size="panel"
          label={t('inspector.writeInstead', { label })}
          onPress={() => source !== undefined && onChange(firstClause(source))}
        />
      </div>
    );
  }
  if (type === 'boolean') {
    return (
      <Segmented<'true' | 'false'>
        fill
        label={label}
        value={value === false ? 'false' : 'true'}
        onChange={(next) => onChange({ ...clause, operator: '==', value: next === 'true' })}
        choices={[
          { id: 'true', label: t('inspector.isYes') },
          { id: 'false', label: t('inspector.isNo') },
        ]}
      />
    );
  }
  if (source !== undefined && source.options.length > 0) {
    const known = source.options.map(({ id, title }) => ({ id, label: title }));
    return (
      <Select
        label={label}
        labelHidden
        value={String(value)}
        choices={
          known.some(({ id }) => id === value)
            ? known
            : [...known, { id: String(value), label: String(value) }]
        }
        onChange={put}
      />
    );
  }
  return (
    <div className={styles.withButton}>
      {type === 'number' ? (
        <NumberField
          label={label}
          labelHidden
          value={typeof value === 'number' ? value : Number.NaN}
          onChange={(next) => !Number.isNaN(next) && put(next)}
        />
      ) : (
        <TextField className={styles.grow} label={label} labelHidden {...draft.field} />
      )}
      {bind}
    </div>
  );
}
