import { useDocument, useDraft } from '@/document';
import type { Fault, Value } from '@/host';
import { t } from '@/i18n';
import { Button, IconButton, TextField } from '@/kit';
import styles from './answers.module.css';
import { endParams } from './samples';
import { ValueField } from './ValueField';
import { faultWords } from './words';

type Json = { [key: string]: Value };

/** What the chat gets when the system ends the form: a row a value. */
export function EndFields({
  data,
  faults,
  set,
}: {
  data: Json;
  faults: readonly Fault[];
  set(data: Json): void;
}) {
  const flow = useDocument((state) => state.flow);
  const params = endParams(data);
  const rows = Object.entries(params);
  const setParams = (next: Json) => set({ extension_message_response: { params: next } });
  const free = (): string => {
    let number = rows.length + 1;
    while (Object.hasOwn(params, `value_${number}`)) number += 1;
    return `value_${number}`;
  };
  return (
    <section className={styles.group} aria-label={t('answers.endValues')}>
      <h3 className={styles.heading}>{t('answers.endValues')}</h3>
      <p className={styles.why}>{t('answers.endWhy')}</p>
      {faults[0] !== undefined && <p className={styles.fault}>{faultWords(flow, faults[0])}</p>}
      {rows.map(([name, value], place) => (
        <Param
          key={place}
          name={name}
          value={value}
          taken={rows.map(([known]) => known).filter((known) => known !== name)}
          rename={(to) =>
            setParams(Object.fromEntries(rows.map(([key, own]) => [key === name ? to : key, own])))
          }
          set={(next) => setParams({ ...params, [name]: next })}
          remove={() => setParams(Object.fromEntries(rows.filter(([key]) => key !== name)))}
        />
      ))}
      <div>
        <Button size="small" icon="add" onPress={() => setParams({ ...params, [free()]: '' })}>
          {t('answers.addValue')}
        </Button>
      </div>
    </section>
  );
}

function Param({
  name,
  value,
  taken,
  rename,
  set,
  remove,
}: {
  name: string;
  value: Value;
  taken: readonly string[];
  rename(to: string): void;
  set(value: Value): void;
  remove(): void;
}) {
  const ok = (to: string) => to !== '' && !taken.includes(to);
  const key = useDraft(name, async (to) => {
    if (to !== name && ok(to)) rename(to);
  });
  return (
    <div className={styles.param}>
      <div className={styles.row}>
        <TextField
          className={styles.grow}
          label={t('answers.paramName')}
          code
          {...key.field}
          error={ok(key.value) ? null : t('answers.paramTaken')}
        />
        <IconButton icon="close" size="panel" label={t('answers.removeValue', { name })} onPress={remove} />
      </div>
      <ValueField
        name={t('answers.valueOf', { name })}
        schema={undefined}
        value={value}
        set={async (next) => set(next)}
      />
    </div>
  );
}
