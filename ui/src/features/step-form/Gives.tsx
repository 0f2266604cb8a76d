import { useState } from 'react';
import { useDraft, useJourney, useJourneySession } from '@/document';
import type { Edit, JourneyStep } from '@/host';
import { t } from '@/i18n';
import { DATA_TYPES, plainType, ValueField } from '@/journey-values';
import { Button, IconButton, Select, TextField } from '@/kit';
import { ExactText } from './ExactText';
import { member, setMember } from './edits';
import {
  addGiven,
  type Given,
  givesOf,
  removeGiven,
  renameGiven,
  retypeGiven,
  sampleOf,
  setSample,
} from './gives';
import styles from './gives.module.css';

/** Sends some edits as one. */
export function useEdits() {
  const session = useJourneySession();
  return (edits: readonly Edit[] | null) =>
    edits === null
      ? Promise.resolve({ ok: false })
      : session.dispatch(() =>
          edits.length === 0 ? undefined : { type: 'Batch', name: null, edits: [...edits] },
        );
}

/** What is kept of what a step is answered: names, what they are, and what they may be like. */
export function Gives({ step, label }: { step: JourneyStep; label: string }) {
  const data = useJourney((state) => state.journey.data);
  const send = useEdits();
  const gives = givesOf(step);
  return (
    <fieldset className={styles.table}>
      <legend className={styles.legend}>{label}</legend>
      {gives.length > 0 && (
        <div className={styles.columns} aria-hidden="true">
          <span>{t('stepForm.givenName')}</span>
          <span>{t('stepForm.givenType')}</span>
          <span>{t('stepForm.givenSample')}</span>
        </div>
      )}
      {gives.map((given, index) => (
        // The row stays while its name is typed.
        <GivenRow key={`${index}`} step={step} given={given} index={index} />
      ))}
      <Button
        size="row"
        variant="quiet"
        icon="add"
        onPress={() => void send(addGiven(step, data, t('stepForm.newValue')))}
      >
        {t('stepForm.addValue')}
      </Button>
      <ExactText
        label={label}
        value={member(step, 'gives') ?? {}}
        onSet={async (value) => send([setMember(step, 'gives', value)].filter((edit) => edit !== undefined))}
      />
    </fieldset>
  );
}

function GivenRow({ step, given, index }: { step: JourneyStep; given: Given; index: number }) {
  const data = useJourney((state) => state.journey.data);
  const send = useEdits();
  const [isTaken, setTaken] = useState(false);
  const { name, type } = given;
  const draft = useDraft(name, async (typed) => {
    const edits = renameGiven(step, data, index, typed);
    setTaken(edits === null);
    return send(edits);
  });
  const known = plainType(type);
  const isKnown = known === type;
  const types = DATA_TYPES.map((id) => ({ id: id as string, label: t(`values.type.${id}`) }));
  const written = typeof type === 'string' ? type : JSON.stringify(type);
  return (
    <fieldset className={styles.row} aria-label={name}>
      <TextField
        label={t('stepForm.givenName')}
        labelHidden
        {...draft.field}
        error={isTaken ? t('stepForm.nameTaken') : undefined}
      />
      <Select
        label={t('stepForm.givenType')}
        labelHidden
        value={isKnown ? known : written}
        choices={isKnown ? types : [{ id: written, label: written }, ...types]}
        onChange={(next) => {
          const chosen = DATA_TYPES.find((id) => id === next);
          if (chosen !== undefined) void send(retypeGiven(step, data, index, chosen));
        }}
      />
      <ValueField
        label={t('stepForm.givenSample')}
        labelHidden
        type={known}
        value={sampleOf(data, name)}
        onSet={(sample) => send([setSample(data, given, sample)])}
        canClear
      />
      <IconButton
        icon="close"
        size="panel"
        label={t('stepForm.removeValue', { name })}
        onPress={() => void send(removeGiven(step, index))}
      />
    </fieldset>
  );
}
