import { useDraft } from '@/document';
import type { JourneyStep, Value } from '@/host';
import { t } from '@/i18n';
import { freshValue, isMembers, plainType, ValueField } from '@/journey-values';
import { fieldWords } from '@/journey-words';
import { Button, Icon, IconButton, Switch, TextField } from '@/kit';
import { ExactText } from './ExactText';
import { member, setMember } from './edits';
import { useEdits } from './Gives';
import { columnsOf, type Sample, samplesOf, setSamples } from './gives';
import styles from './gives.module.css';

/** Answers of another system, made up for the simulation: the first one comes unless another is chosen. */
export function Samples({ step, label }: { step: JourneyStep; label: string }) {
  const send = useEdits();
  const samples = samplesOf(step);
  const replace = (index: number, sample: Value) =>
    send(
      setSamples(
        step,
        samples.map((old, place) => (place === index ? sample : old)),
      ),
    );
  const add = () => {
    const columns = columnsOf(step, null);
    const result = Object.fromEntries(
      columns
        .filter(({ name }) => name !== 'hand_over')
        .map(({ name, type }) => [name, freshValue(plainType(type))]),
    );
    const name = t('stepForm.newSample', { number: samples.length + 1 });
    void send(setSamples(step, [...samples, { name, result }]));
  };
  return (
    <fieldset className={styles.table}>
      <legend className={styles.legend}>{label}</legend>
      {samples.map((sample, index) => {
        const bin = (
          <IconButton
            key="bin"
            icon="delete"
            size="panel"
            label={t('stepForm.removeEntry', { number: index + 1 })}
            onPress={() =>
              void send(
                setSamples(
                  step,
                  samples.filter((_, place) => place !== index),
                ),
              )
            }
          />
        );
        const key = `${index}`;
        return isMembers(sample) ? (
          <SampleCard
            key={key}
            step={step}
            sample={sample}
            isFirst={index === 0}
            bin={bin}
            onSet={(next) => replace(index, next)}
          />
        ) : (
          <div key={key} className={styles.kept}>
            <Icon name="lock" size={12} />
            <p>{t('values.kept')}</p>
            {bin}
          </div>
        );
      })}
      <Button size="row" variant="quiet" icon="add" onPress={add}>
        {t('stepForm.addSample')}
      </Button>
      <ExactText
        label={label}
        value={member(step, 'samples') ?? []}
        onSet={async (value) =>
          send([setMember(step, 'samples', value)].filter((edit) => edit !== undefined))
        }
      />
    </fieldset>
  );
}

function SampleCard({
  step,
  sample,
  isFirst,
  bin,
  onSet,
}: {
  step: JourneyStep;
  sample: Sample;
  isFirst: boolean;
  bin: React.ReactNode;
  onSet(sample: Value): Promise<unknown>;
}) {
  const called = typeof sample.name === 'string' ? sample.name : '';
  const name = useDraft(called, (text) => onSet({ ...sample, name: text }));
  const result = isMembers(sample.result) ? sample.result : null;
  return (
    <fieldset className={styles.sample} aria-label={called}>
      <div className={styles.sampleHead}>
        <TextField label={t('stepForm.sampleName')} labelHidden {...name.field} />
        {bin}
      </div>
      {isFirst && <p className={styles.hint}>{t('stepForm.firstSample')}</p>}
      <Switch
        label={t('stepForm.fails')}
        isSelected={result === null}
        onChange={(fails) => {
          const { result: _, ...rest } = sample;
          void onSet(fails ? rest : { ...rest, result: {} });
        }}
      />
      {result !== null &&
        columnsOf(step, sample).map(({ name: column, type }) => (
          <ValueField
            key={column}
            label={fieldWords(column)}
            type={plainType(type)}
            value={result[column]}
            canClear
            onSet={(value) => {
              const { [column]: _, ...rest } = result;
              return onSet({
                ...sample,
                result: value === undefined ? rest : { ...result, [column]: value },
              });
            }}
          />
        ))}
    </fieldset>
  );
}
