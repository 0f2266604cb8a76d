import { useState } from 'react';
import { useJourney } from '@/document';
import type { RunSet, Stage, Value } from '@/host';
import { t } from '@/i18n';
import { DATA_TYPES, type DataType, freshValue, isMembers, ValueField } from '@/journey-values';
import { fieldWords, STAGES } from '@/journey-words';
import { Button, Popover, Select, TextField } from '@/kit';
import { CONSENTS, type Consent } from './assertions';
import styles from './side.module.css';
import { useRun, useRunStore } from './useRun';

const VALUE = 'value:';
const NO_STAGE = 'none';

/** Changes what stands of the person, as of now: to see what would come of it. */
export function SetByHand() {
  const [isOpen, setOpen] = useState(false);
  const name = useRun((state) => state.view?.person.name ?? '');
  return (
    <Popover
      label={t('simulator.setOf', { name })}
      placement="bottom end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size="small" icon="edit">
          {t('simulator.set')}
        </Button>
      }
    >
      <SetForm onDone={() => setOpen(false)} />
    </Popover>
  );
}

function SetForm({ onDone }: { onDone(): void }) {
  const run = useRunStore();
  const data = useJourney((state) => state.journey.data);
  const person = useRun((state) => state.view?.person);
  const names = [
    ...new Set([
      ...(isMembers(data) ? Object.keys(data) : []),
      ...(person?.values.map(({ name }) => name) ?? []),
    ]),
  ];
  const typeOf = (name: string): DataType => {
    const field = isMembers(data) ? data[name] : undefined;
    return DATA_TYPES.find((type) => isMembers(field) && field.type === type) ?? 'text';
  };
  const valueNow = (name: string): Value =>
    person?.values.find((known) => known.name === name)?.value ?? freshValue(typeOf(name));
  const fresh = (id: string): RunSet => {
    if (id.startsWith(VALUE)) {
      const name = id.slice(VALUE.length);
      return { type: 'Value', name, value: valueNow(name) };
    }
    if (id === 'Tag') return { type: 'Tag', name: person?.tags[0] ?? '', has: false };
    if (id === 'Consent')
      return { type: 'Consent', state: person?.consent === 'given' ? 'stopped' : 'given' };
    if (id === 'Stage') return { type: 'Stage', stage: person?.stage ?? 'consideration' };
    const isOpen = (person?.windowUntil ?? 0) > run.store.getState().now;
    return { type: 'Window', open: !isOpen };
  };
  const [what, setWhat] = useState<RunSet>(() =>
    fresh(names[0] === undefined ? 'Consent' : VALUE + names[0]),
  );
  const chosen = what.type === 'Value' ? VALUE + what.name : what.type;
  const isWhole = what.type !== 'Tag' || what.name.trim() !== '';
  return (
    <div className={styles.checkForm}>
      <Select
        label={t('simulator.setWhat')}
        value={chosen}
        choices={[
          ...names.map((name) => ({ id: VALUE + name, label: fieldWords(name) })),
          ...(['Tag', 'Consent', 'Stage', 'Window'] as const).map((id) => ({
            id,
            label: t(`simulator.setKind.${id}`),
          })),
        ]}
        onChange={(id) => setWhat(fresh(id))}
      />
      {what.type === 'Value' && (
        <ValueField
          key={what.name}
          label={t('simulator.setTo')}
          type={typeOf(what.name)}
          value={what.value ?? undefined}
          canClear
          onSet={async (value) => setWhat({ ...what, value: value ?? null })}
        />
      )}
      {what.type === 'Tag' && (
        <>
          <TextField
            label={t('simulator.checkTag')}
            value={what.name}
            onChange={(name) => setWhat({ ...what, name })}
          />
          <Select<'has' | 'hasNot'>
            label={t('simulator.setTo')}
            value={what.has ? 'has' : 'hasNot'}
            choices={[
              { id: 'has', label: t('simulator.hasTag') },
              { id: 'hasNot', label: t('simulator.hasNotTag') },
            ]}
            onChange={(next) => setWhat({ ...what, has: next === 'has' })}
          />
        </>
      )}
      {what.type === 'Consent' && (
        <Select<Consent>
          label={t('simulator.setTo')}
          value={what.state}
          choices={CONSENTS.map((id) => ({ id, label: t(`simulator.consent.${id}`) }))}
          onChange={(state) => setWhat({ ...what, state })}
        />
      )}
      {what.type === 'Stage' && (
        <Select<Stage | typeof NO_STAGE>
          label={t('simulator.setTo')}
          value={what.stage ?? NO_STAGE}
          choices={[
            ...STAGES.map((id) => ({ id, label: t(`gallery.${id}`) })),
            { id: NO_STAGE, label: t('simulator.noStage') },
          ]}
          onChange={(stage) => setWhat({ ...what, stage: stage === NO_STAGE ? null : stage })}
        />
      )}
      {what.type === 'Window' && (
        <Select<'open' | 'closed'>
          label={t('simulator.setTo')}
          value={what.open ? 'open' : 'closed'}
          choices={[
            { id: 'open', label: t('simulator.windowBegins') },
            { id: 'closed', label: t('simulator.windowOver') },
          ]}
          onChange={(next) => setWhat({ ...what, open: next === 'open' })}
        />
      )}
      <Button
        variant="primary"
        isDisabled={!isWhole}
        onPress={() => {
          run.pause();
          void run.act({
            type: 'Set',
            what: what.type === 'Tag' ? { ...what, name: what.name.trim() } : what,
          });
          onDone();
        }}
      >
        {t('simulator.setNow')}
      </Button>
    </div>
  );
}
