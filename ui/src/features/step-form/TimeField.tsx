import { useDraft } from '@/document';
import { t } from '@/i18n';
import { TextField, type TextFieldProps } from '@/kit';

/** A time of day as people write it. */
const TIME = /^([01]?\d|2[0-3]):[0-5]\d$/u;

function isTime(text: string): boolean {
  return TIME.test(text.trim());
}

/** As the format has it. */
function written(text: string): string {
  return text.trim().padStart(5, '0');
}

/** A time of day. What is none stays in the field, and says so. */
export function TimeField({
  value,
  onSet,
  ...props
}: Pick<TextFieldProps, 'label' | 'labelHidden' | 'help'> & {
  value: string;
  onSet(time: string): Promise<unknown>;
}) {
  const draft = useDraft(value, async (text) => (isTime(text) ? onSet(written(text)) : { ok: false }), {
    written,
  });
  return (
    <TextField
      {...props}
      {...draft.field}
      error={isTime(draft.value) ? undefined : t('stepForm.notTime')}
      code
    />
  );
}
