import { useDraft } from '@/document';
import { t } from '@/i18n';
import {
  CATEGORIES,
  type Check,
  checkOf,
  checksFor,
  checkWords,
  freshValue,
  type Leaf,
  type Test,
  ValueField,
  WEEKDAYS,
  withCheck,
} from '@/journey-values';
import { STAGES } from '@/journey-words';
import { Checkbox, Select, TextField } from '@/kit';
import styles from './condition.module.css';
import type { FieldProps } from './field-props';
import type { KnownValue } from './known';
import { TimeField } from './TimeField';

/** How it is looked at, and what it is held against. */
export function Held({
  leaf,
  known,
  onSet,
}: {
  leaf: Leaf;
  known: readonly KnownValue[];
  onSet(leaf: Leaf): Promise<unknown>;
}) {
  const { test } = leaf;
  const put = (next: Test) => onSet({ ...leaf, test: next });
  if (test.type === 'field') {
    const value = known.find((one) => one.name === test.name);
    const type = value?.type ?? 'text';
    const current = checkOf(leaf);
    const ofTime = type === 'date' || type === 'moment';
    return (
      <div className={styles.held}>
        <Select<Check>
          label={t('stepForm.how')}
          labelHidden
          value={current}
          choices={checksFor(type, current).map((id) => ({ id, label: checkWords(id, ofTime) }))}
          onChange={(check) => void onSet(withCheck(leaf, check, freshValue(type)))}
        />
        {current !== 'known' && current !== 'unknown' && (
          <ValueField
            label={t('stepForm.against')}
            labelHidden
            // A list is asked for one of its texts.
            type={type === 'list' ? 'text' : type}
            value={test.value}
            choices={value?.choices ?? []}
            onSet={(next) => put({ ...test, value: next ?? freshValue(type) })}
          />
        )}
      </div>
    );
  }
  return (
    <div className={styles.held}>
      <Select<'so' | 'not'>
        label={t('stepForm.how')}
        labelHidden
        value={leaf.not ? 'not' : 'so'}
        choices={[
          { id: 'so', label: t(`stepForm.is.${test.type}.so`) },
          { id: 'not', label: t(`stepForm.is.${test.type}.not`) },
        ]}
        onChange={(how) => void onSet({ ...leaf, not: how === 'not' })}
      />
      {test.type === 'tag' && (
        <Text label={t('stepForm.against')} value={test.tag} onSet={(tag) => put({ ...test, tag })} />
      )}
      {test.type === 'stage' && (
        <Select
          label={t('stepForm.against')}
          labelHidden
          value={test.stage}
          choices={STAGES.map((id) => ({ id, label: t(`gallery.${id}`) }))}
          onChange={(stage) => void put({ ...test, stage })}
        />
      )}
      {test.type === 'allowed' && (
        <Select
          label={t('stepForm.against')}
          labelHidden
          value={test.category}
          choices={CATEGORIES.map((id) => ({ id, label: t(`canvas.category.${id}`) }))}
          onChange={(category) => void put({ ...test, category })}
        />
      )}
      {test.type === 'between' && (
        <div className={styles.times}>
          <TimeField
            label={t('stepForm.from')}
            labelHidden
            value={test.from}
            onSet={(from) => put({ ...test, from })}
          />
          <span aria-hidden="true">–</span>
          <TimeField
            label={t('stepForm.to')}
            labelHidden
            value={test.to}
            onSet={(to) => put({ ...test, to })}
          />
        </div>
      )}
      {test.type === 'on' && (
        <div className={styles.days}>
          {WEEKDAYS.map((day) => (
            <Checkbox
              key={day}
              isSelected={test.days.includes(day)}
              onChange={(on) =>
                void put({
                  ...test,
                  days: WEEKDAYS.filter((known_) => (known_ === day ? on : test.days.includes(known_))),
                })
              }
            >
              {t(`steps.day.${day}`)}
            </Checkbox>
          ))}
        </div>
      )}
    </div>
  );
}

function Text({ label, value, onSet }: FieldProps<string>) {
  const draft = useDraft(value, (text) => onSet(text.trim()));
  return <TextField label={label} labelHidden {...draft.field} />;
}
