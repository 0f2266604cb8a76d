import { useMemo, useState } from 'react';
import { useJourney } from '@/document';
import type { JourneyStep, Stage } from '@/host';
import { t } from '@/i18n';
import {
  type Check,
  checksFor,
  checkWords,
  DATA_TYPES,
  type DataType,
  freshValue,
  isMembers,
  type Leaf,
  ValueField,
  withCheck,
} from '@/journey-values';
import { fieldWords, STAGES, stepName } from '@/journey-words';
import { Button, NumberField, Select, TextField } from '@/kit';
import { type Assertion, assertionWords, CONSENTS, type Consent, type What } from './assertions';
import styles from './side.module.css';

/** Kinds of what can be said of a run, in the order they are offered. */
const KINDS = [
  'sent',
  'not_sent',
  'reached',
  'stage',
  'value',
  'consent',
  'tag',
  'cost_under',
  'refused',
] as const;
type Kind = (typeof KINDS)[number];

export interface CheckOffer {
  /** What they are called. */
  people: readonly string[];
  /** ISO 4217 of what the run costs. */
  currency: string;
}

/** Says something of a run, in words that become a sentence. */
export function CheckForm({ offer, onAdd }: { offer: CheckOffer; onAdd(check: Assertion): void }) {
  const steps = useJourney((state) => state.journey.steps);
  const data = useJourney((state) => state.journey.data);
  const sends = useMemo(() => steps.filter(({ messages }) => messages.length > 0), [steps]);
  const goals = useMemo(() => goalsOf(steps), [steps]);
  const names = isMembers(data) ? Object.keys(data) : [];
  const typeOf = (name: string): DataType => {
    const field = isMembers(data) ? data[name] : undefined;
    return DATA_TYPES.find((type) => isMembers(field) && field.type === type) ?? 'text';
  };
  const freshLeaf = (name: string): Leaf => {
    const value = freshValue(typeOf(name));
    const test = { type: 'field', name, comparison: 'is', value, rest: {} } as const;
    return withCheck({ kind: 'leaf', not: false, test }, checksFor(typeOf(name), null)[0] ?? 'is', value);
  };
  const fresh = (kind: Kind): What => {
    switch (kind) {
      case 'sent':
        return { type: kind, node: sends[0]?.id ?? '', within: null };
      case 'not_sent':
        return { type: kind, node: sends[0]?.id ?? '' };
      case 'reached':
        return { type: kind, goal: goals[0] ?? '' };
      case 'stage':
        return { type: kind, stage: 'advocacy' };
      case 'value':
        return { type: kind, leaf: freshLeaf(names[0] ?? 'first_name') };
      case 'consent':
        return { type: kind, consent: 'given' };
      case 'tag':
        return { type: kind, tag: '' };
      case 'cost_under':
        return { type: kind, amount: '0.10', currency: offer.currency };
      case 'refused':
        return { type: kind, atMost: 0 };
    }
  };
  const [what, setWhat] = useState<What>(() => fresh('sent'));
  const [who, setWho] = useState(0);
  const kinds = KINDS.filter(
    (kind) =>
      (kind !== 'reached' || goals.length > 0) &&
      ((kind !== 'sent' && kind !== 'not_sent') || sends.length > 0),
  );
  const sentence = assertionWords({ who, what }, steps, offer.people);
  const isWhole =
    !(what.type === 'tag' && what.tag.trim() === '') &&
    !(what.type === 'cost_under' && !/^\d{1,12}(\.\d{1,6})?$/u.test(what.amount));
  return (
    <div className={styles.checkForm}>
      {offer.people.length > 1 && (
        <Select
          label={t('simulator.checkWho')}
          value={String(who)}
          choices={offer.people.map((name, at) => ({ id: String(at), label: name }))}
          onChange={(at) => setWho(Number(at))}
        />
      )}
      <Select<Kind>
        label={t('simulator.checkWhat')}
        value={what.type === 'kept' ? null : what.type}
        choices={kinds.map((id) => ({ id, label: t(`simulator.checkKind.${id}`) }))}
        onChange={(kind) => setWhat(fresh(kind))}
      />
      {(what.type === 'sent' || what.type === 'not_sent') && (
        <Select
          label={t('simulator.checkStep')}
          value={what.node}
          choices={sends.map((step) => ({ id: step.id, label: stepName(step) }))}
          onChange={(node) => setWhat({ ...what, node })}
        />
      )}
      {what.type === 'sent' && (
        <NumberField
          label={t('simulator.checkWithin')}
          help={t('simulator.checkWithinHelp')}
          value={what.within === null ? Number.NaN : Number(what.within.slice(0, -1))}
          min={1}
          onChange={(hours) => setWhat({ ...what, within: Number.isNaN(hours) ? null : `${hours}h` })}
        />
      )}
      {what.type === 'reached' && (
        <Select
          label={t('simulator.checkGoalName')}
          value={what.goal}
          choices={goals.map((id) => ({ id, label: id.replaceAll('_', ' ') }))}
          onChange={(goal) => setWhat({ ...what, goal })}
        />
      )}
      {what.type === 'stage' && (
        <Select<Stage>
          label={t('simulator.stage')}
          value={what.stage}
          choices={STAGES.map((id) => ({ id, label: t(`gallery.${id}`) }))}
          onChange={(stage) => setWhat({ ...what, stage })}
        />
      )}
      {what.type === 'consent' && (
        <Select<Consent>
          label={t('simulator.consent')}
          value={what.consent}
          choices={CONSENTS.map((id) => ({ id, label: t(`simulator.consent.${id}`) }))}
          onChange={(consent) => setWhat({ ...what, consent })}
        />
      )}
      {what.type === 'tag' && (
        <TextField
          label={t('simulator.checkTag')}
          value={what.tag}
          onChange={(tag) => setWhat({ ...what, tag })}
        />
      )}
      {what.type === 'value' && what.leaf.test.type === 'field' && (
        <>
          <Select
            label={t('simulator.checkValue')}
            value={what.leaf.test.name}
            choices={[...new Set([...names, what.leaf.test.name])].map((id) => ({
              id,
              label: fieldWords(id),
            }))}
            onChange={(name) => setWhat({ ...what, leaf: freshLeaf(name) })}
          />
          <HeldFields
            leaf={what.leaf}
            type={typeOf(what.leaf.test.name)}
            onChange={(leaf) => setWhat({ ...what, leaf })}
          />
        </>
      )}
      {what.type === 'cost_under' && (
        <TextField
          label={t('simulator.checkAmount', { currency: what.currency })}
          value={what.amount}
          onChange={(amount) => setWhat({ ...what, amount: amount.replace(',', '.').trim() })}
          error={isWhole ? undefined : t('simulator.notAmount')}
        />
      )}
      {what.type === 'refused' && (
        <NumberField
          label={t('simulator.checkAtMost')}
          value={what.atMost}
          min={0}
          onChange={(atMost) => setWhat({ ...what, atMost: Number.isNaN(atMost) ? 0 : atMost })}
        />
      )}
      <p className={styles.hint} role="status">
        {sentence}
      </p>
      <Button variant="primary" isDisabled={!isWhole} onPress={() => onAdd({ who, what })}>
        {t('simulator.addCheck')}
      </Button>
    </div>
  );
}

function HeldFields({ leaf, type, onChange }: { leaf: Leaf; type: DataType; onChange(leaf: Leaf): void }) {
  const { test } = leaf;
  if (test.type !== 'field') return null;
  // A test has no "not" of its own: only what is written as one comparison.
  const checks = checksFor(type, null).filter((check) => !check.endsWith('_not') || check === 'is_not');
  const current = test.comparison === 'known' ? (test.value === true ? 'known' : 'unknown') : test.comparison;
  return (
    <>
      <Select<Check>
        label={t('simulator.checkHow')}
        value={current}
        choices={checks.map((id) => ({ id, label: checkWords(id, type === 'date' || type === 'moment') }))}
        onChange={(check) => onChange(withCheck(leaf, check, freshValue(type)))}
      />
      {test.comparison !== 'known' && (
        <ValueField
          label={t('simulator.checkAgainst')}
          type={type === 'list' ? 'text' : type}
          value={test.value}
          onSet={async (value) => onChange({ ...leaf, test: { ...test, value: value ?? freshValue(type) } })}
        />
      )}
    </>
  );
}

/** Names of all goals there are. */
function goalsOf(steps: readonly JourneyStep[]): string[] {
  const names = steps.flatMap(({ kind, json }) =>
    kind === 'goal' && isMembers(json) && typeof json.name === 'string' ? [json.name] : [],
  );
  return [...new Set(names)];
}
