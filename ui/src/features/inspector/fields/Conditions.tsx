import { useState } from 'react';
import { insideBackticks, isExpression } from '@/flow-words';
import { t } from '@/i18n';
import { Button, Switch } from '@/kit';
import { fitting, type Source } from '@/sending';
import {
  type Condition,
  firstClause,
  isGroup,
  needsExpression,
  readCondition,
  type Term,
  writeCondition,
} from '../condition';
import { useInspected } from '../context';
import { reaches } from '../facts';
import { Formula } from '../formula';
import { GroupBox, MAX_DEPTH } from './Clauses';
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
    set(writeCondition(condition, expressions && (!isIf || needsExpression(condition))));

  /** The text of a condition, as this version and this property have it. */
  function writeText(typed: string) {
    const inner = typed.replaceAll('`', '').trim();
    if (inner === '') return set(undefined);
    const condition = readCondition(inner);
    const plain = /^\$\{[^}]+\}$/.test(inner) || !expressions;
    const stays = isIf && text !== null && !isExpression(text);
    const keeps = stays && condition !== null && !needsExpression(condition);
    return set(plain || keeps ? inner : `\`${inner}\``);
  }

  function turnOn() {
    const [first] = usable;
    if (first !== undefined) void write({ joined: '&&', not: false, terms: [firstClause(first)] });
  }

  const builder = (shown: string) => (
    <Builder text={shown} usable={usable} write={write} writeText={writeText} error={error} />
  );
  if (isIf) {
    return (
      <section className={styles.condition} aria-label={label} data-property={facts.name}>
        <span className={styles.label}>{label}</span>
        {builder(text ?? (value === undefined ? '' : String(value)))}
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
      {text !== null && builder(text)}
    </section>
  );
}

function depthOf(term: Term): number {
  return isGroup(term) ? 1 + Math.max(0, ...term.terms.map(depthOf)) : 0;
}

const EMPTY: Condition = { joined: '&&', not: false, terms: [] };

/** A condition in words where it can be said in words, else as text. */
function Builder({
  text,
  usable,
  write,
  writeText,
  error,
}: {
  text: string;
  usable: readonly Source[];
  write(condition: Condition): Promise<unknown>;
  writeText(text: string): Promise<unknown>;
  error: string | undefined;
}) {
  const empty = text.trim() === '' && usable.length > 0;
  const read = empty ? EMPTY : readCondition(text);
  const condition = read !== null && depthOf(read) <= MAX_DEPTH ? read : null;
  const [raw, setRaw] = useState(false);
  const written = raw || condition === null;
  return (
    <div className={styles.clauses}>
      {condition !== null && !raw && (
        <GroupBox
          group={condition}
          depth={1}
          usable={usable}
          onChange={(next) => void write(next)}
          onRemove={undefined}
        />
      )}
      {written && (
        <Formula
          label={t('inspector.conditionText')}
          kind="expression"
          sources={usable}
          value={insideBackticks(text).text}
          commit={writeText}
          error={error}
          help={condition === null && text !== '' ? t('inspector.conditionByHand') : undefined}
          multiline
        />
      )}
      {!written && error !== undefined && <p className={styles.error}>{error}</p>}
      {condition !== null && (
        <div className={styles.buttons}>
          <Button size="small" variant="quiet" onPress={() => setRaw(!raw)}>
            {t(raw ? 'inspector.inWords' : 'inspector.asText')}
          </Button>
        </div>
      )}
    </div>
  );
}
