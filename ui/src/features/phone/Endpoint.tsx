import { useState } from 'react';
import { type Flow, useDocument, valueAt } from '@/document';
import type { PreviewAct, Value } from '@/host';
import { t } from '@/i18n';
import { Button, Icon, Select, TextField } from '@/kit';
import { ExactText } from './Answers';
import styles from './results.module.css';

const STAY = '#stay';
const DONE = 'SUCCESS';

/** What a screen expects as data, filled with its own examples. */
export function exampleData(flow: Flow, key: string): { [name: string]: Value } {
  const data = valueAt(flow.screens[key]?.json, '/data');
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  return Object.fromEntries(
    Object.entries(data).map(([name, schema]) => [name, valueAt(schema, '/__example__') ?? null]),
  );
}

function asObject(text: string): { [name: string]: Value } | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as { [name: string]: Value })
      : null;
  } catch {
    return null;
  }
}

/** Stands in for the business's own system, which the phone is waiting for. */
export function Endpoint({
  request,
  current,
  onAct,
}: {
  request: string;
  /** Key of the screen that waits. */
  current: string;
  onAct(act: PreviewAct): void;
}) {
  const flow = useDocument((state) => state.flow);
  const opens = valueAt(asObject(request) ?? {}, '/action') === 'INIT';
  const from = flow.screens[current]?.id;
  const next = opens ? from : flow.edges.find((edge) => edge.from === from)?.to;
  const [screen, setScreen] = useState(next ?? STAY);
  const [error, setError] = useState('');
  const keyOf = (id: string) => flow.order.find((key) => flow.screens[key]?.id === id) ?? '';
  const [data, setData] = useState(() => JSON.stringify(exampleData(flow, keyOf(screen)), null, 2));
  const parsed = asObject(data);

  const choices = [
    ...flow.order.flatMap((key) => {
      const known = flow.screens[key];
      return known === undefined || known.id === '' ? [] : [{ id: known.id, label: known.title || known.id }];
    }),
    ...(opens ? [] : [{ id: STAY, label: t('phone.endpointStay') }]),
    { id: DONE, label: t('phone.endpointDone') },
  ];

  return (
    <section className={styles.panel} aria-label={t('phone.endpoint')}>
      <h3 className={styles.title}>
        <Icon name="wait" />
        {t('phone.endpoint')}
      </h3>
      <p className={styles.note}>{t('phone.endpointWhy')}</p>
      <ExactText label={t('phone.exactQuestion')} text={request} />
      <Select
        label={t('phone.endpointScreen')}
        value={screen}
        choices={choices}
        onChange={(id) => {
          setScreen(id);
          setData(JSON.stringify(exampleData(flow, keyOf(id)), null, 2));
        }}
      />
      <TextField
        label={t('phone.endpointData')}
        value={data}
        onChange={setData}
        rows={4}
        code
        error={parsed === null ? t('phone.endpointDataBad') : null}
      />
      <TextField
        label={t('phone.endpointError')}
        value={error}
        onChange={setError}
        placeholder={t('phone.endpointErrorExample')}
      />
      <Button
        variant="primary"
        isDisabled={parsed === null}
        onPress={() =>
          onAct({
            type: 'endpoint_answer',
            screen: screen === STAY ? null : screen,
            data: error === '' ? (parsed ?? {}) : { ...parsed, error_message: error },
          })
        }
      >
        {t('phone.endpointAnswer')}
      </Button>
    </section>
  );
}
