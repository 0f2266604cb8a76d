import { useState } from 'react';
import { useDraft } from '@/document';
import type { Value } from '@/host';
import { t } from '@/i18n';
import { TextField } from '@/kit';
import { Row } from './Row';

/** A value no field is made for: its exact text, kept as it came, and checked before it is taken. */
export function RawField({
  label,
  value,
  error,
  set,
}: {
  label: string;
  value: Value | undefined;
  error?: string | undefined;
  set(value: Value | undefined): Promise<unknown>;
}) {
  const [broken, setBroken] = useState<string | null>(null);
  const text = value === undefined ? '' : JSON.stringify(value, null, 2);
  const draft = useDraft(broken ?? text, async (next) => {
    if (next.trim() === '') return set(undefined);
    try {
      const parsed = JSON.parse(next) as Value;
      setBroken(null);
      return await set(parsed);
    } catch {
      setBroken(next);
      return undefined;
    }
  });
  return (
    <Row label={label}>
      <TextField
        label={label}
        labelHidden
        value={draft.value}
        onChange={draft.onChange}
        onBlur={draft.onBlur}
        rows={Math.min(8, text.split('\n').length + 1)}
        code
        error={broken === null ? error : t('inspector.notJson')}
      />
    </Row>
  );
}
