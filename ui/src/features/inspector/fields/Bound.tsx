import { type Ref, useState } from 'react';
import { BINDING, insideBackticks, readWords, writeWords } from '@/flow-words';
import { t } from '@/i18n';
import { IconButton } from '@/kit';
import { useInspected } from '../context';
import { Formula, type FormulaHandle } from '../formula';
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
        <Expression label={label} text={text} error={error} onText={onText} />
      )}
    </div>
  );
}

/** A value that is worked out, as text: signs compare and calculate. */
export function Expression({
  label,
  text,
  error,
  onText,
  autoFocus = false,
}: {
  label: string;
  text: string;
  error?: string | undefined;
  onText(text: string): Promise<unknown>;
  autoFocus?: boolean;
}) {
  const { sources } = useInspected();
  const commit = async (typed: string) => {
    const inner = typed.replaceAll('`', '').trim();
    if (inner === '') return undefined;
    const alone = inner.match(BINDING)?.[0] === inner;
    return onText(alone ? inner : `\`${inner}\``);
  };
  return (
    <Formula
      label={label}
      kind="expression"
      sources={sources}
      value={insideBackticks(text).text}
      commit={commit}
      error={error}
      autoFocus={autoFocus}
    />
  );
}

/** Words with answers among them, or, where it is more than that, how they are worked out. */
export function Words({
  label,
  text,
  error,
  help,
  multiline,
  autoFocus,
  onText,
  ref,
}: {
  label: string;
  text: string;
  error: string | undefined;
  help: string | undefined;
  multiline: boolean;
  autoFocus: boolean;
  onText(text: string): Promise<unknown>;
  ref: Ref<FormulaHandle>;
}) {
  const { sources } = useInspected();
  const words = readWords(text);
  if (words === null) return <Expression label={label} text={text} error={error} onText={onText} />;
  return (
    <Formula
      ref={ref}
      label={label}
      kind="words"
      sources={sources}
      value={words}
      commit={(typed) => onText(writeWords(typed))}
      error={error}
      help={help}
      multiline={multiline}
      autoFocus={autoFocus}
    />
  );
}
