import { useState } from 'react';
import { useDraft } from '@/document';
import { t } from '@/i18n';
import { IconButton, TextField } from '@/kit';
import { useInspected } from '../context';
import { boundWords } from '../words';
import styles from './fields.module.css';

/** A value that is taken from an answer, a data value, or worked out: said in words, with the exact text on demand. */
export function Bound({
  label,
  text,
  error,
  onText,
  onRemove,
}: {
  label: string;
  text: string;
  error?: string | undefined;
  onText(text: string): Promise<unknown>;
  onRemove(): void;
}) {
  const { sources } = useInspected();
  const plain = sources.some((source) => source.text === text);
  const [open, setOpen] = useState(!plain);
  const draft = useDraft(text, onText);
  return (
    <div className={styles.bound}>
      <div className={styles.boundHead}>
        <span className={styles.chip} dir="auto">
          {boundWords(text, sources)}
        </span>
        <IconButton
          icon="source"
          size="panel"
          label={t(open ? 'inspector.hideText' : 'inspector.showText')}
          onPress={() => setOpen(!open)}
        />
        <IconButton
          icon="close"
          size="panel"
          label={t('inspector.writeInstead', { label })}
          onPress={onRemove}
        />
      </div>
      {(open || error !== undefined) && (
        <TextField label={label} labelHidden {...draft.field} error={error} code />
      )}
    </div>
  );
}
