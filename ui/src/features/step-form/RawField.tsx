import { useState } from 'react';
import { useDraft } from '@/document';
import type { Value } from '@/host';
import { t } from '@/i18n';
import { TextField } from '@/kit';
import type { FieldProps } from './field-props';

/** A member that has no form of its own, as JSON. What is no JSON stays in the field and changes nothing. */
export function RawField({ label, value, onSet }: FieldProps<Value | undefined, Value>) {
  const [isWrong, setWrong] = useState(false);
  const draft = useDraft(JSON.stringify(value ?? null, null, 2), async (text) => {
    let read: Value;
    try {
      read = JSON.parse(text) as Value;
    } catch {
      setWrong(true);
      // The field keeps what was typed.
      return { ok: false };
    }
    setWrong(false);
    return onSet(read);
  });
  return (
    <TextField
      label={label}
      value={draft.value}
      onChange={draft.onChange}
      onBlur={draft.onBlur}
      rows={Math.min(10, draft.value.split('\n').length + 1)}
      error={isWrong ? t('stepForm.notJson') : undefined}
      code
    />
  );
}
