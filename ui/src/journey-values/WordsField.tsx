import { useDraft } from '@/document';
import { TextField, type TextFieldProps } from '@/kit';

function split(text: string): string[] {
  return text
    .split(/[,،\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function joined(words: readonly string[]): string {
  return words.join(', ');
}

/** Words between commas. */
export function WordsField({
  value,
  onSet,
  ...props
}: Pick<TextFieldProps, 'label' | 'labelHidden' | 'help'> & {
  value: readonly string[];
  onSet(words: string[]): Promise<unknown>;
}) {
  const draft = useDraft(joined(value), (text) => onSet(split(text)), {
    written: (text) => joined(split(text)),
  });
  return <TextField {...props} {...draft.field} />;
}
