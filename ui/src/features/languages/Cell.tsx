import { type KeyboardEvent, memo, useMemo } from 'react';
import { useDraft, useSession, wordsNote } from '@/document';
import type { Doubt, Suggestion, Text } from '@/host';
import { directionOf, languageName, number, t } from '@/i18n';
import { Button, Icon, IconButton } from '@/kit';
import { dropWords, takeWords } from './acts';
import styles from './languages.module.css';
import { pieceNames, withNames, withPieces } from './pieces';

/** One translation: written in place, with what is odd about it below. */
export const Cell = memo(function Cell({
  index,
  text,
  tag,
  words,
  doubts,
  suggestion,
  onFocus,
  onNext,
}: {
  index: number;
  text: Text;
  tag: string;
  words: string;
  doubts: readonly Doubt[];
  suggestion: Suggestion | undefined;
  onFocus(index: number, tag: string): void;
  onNext(index: number, tag: string, back: boolean): void;
}) {
  const session = useSession();
  const names = useMemo(() => pieceNames(text.pieces), [text.pieces]);
  const commit = async (typed: string) => {
    const kept = withPieces(typed, names);
    if (kept === words) return null;
    const value = kept.trim() === '' ? null : kept;
    return session.dispatch({ type: 'SetNote', at: wordsNote(tag, text.original), value });
  };
  const { value, onChange, onBlur } = useDraft(withNames(words, names), commit);
  const original = withNames(text.original, names);
  const length = [...withPieces(value, names)].length;
  const over = text.limit !== null && length > text.limit;
  // Said when it gets narrow.
  const narrow = text.limit !== null && length > text.limit * 0.8;
  const id = `${tag}-${index}-doubts`;

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // With Shift it is a new line, where the original has lines too.
    if (event.shiftKey && text.original.includes('\n')) return;
    event.preventDefault();
    onNext(index, tag, event.shiftKey);
  };

  return (
    <td className={styles.cell}>
      <div className={styles.grow} data-value={`${value} `}>
        <textarea
          className={styles.input}
          rows={1}
          value={value}
          lang={tag}
          dir={value === '' ? directionOf(tag) : 'auto'}
          aria-label={t('languages.cell', { language: languageName(tag), original })}
          aria-describedby={id}
          placeholder={text.hasLetters ? t('languages.missing') : original}
          data-tag={tag}
          data-row={index}
          spellCheck
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
          onFocus={() => onFocus(index, tag)}
          onKeyDown={onKeyDown}
        />
      </div>
      {value === '' && (
        <IconButton
          className={styles.copy ?? ''}
          icon="copy"
          size="panel"
          label={t('languages.copyOriginal')}
          excludeFromTabOrder
          onPress={() => onChange(original)}
        />
      )}
      <div id={id} className={styles.below}>
        {text.limit !== null && narrow && (
          <span className={`${styles.counter} tabular`} data-over={over || undefined}>
            {number(length)}/{number(text.limit)}
          </span>
        )}
        {doubts.map((doubt) => (
          <p key={JSON.stringify(doubt)} className={styles.doubt}>
            <Icon name="risky" size={12} />
            {doubtWords(doubt, names)}
          </p>
        ))}
      </div>
      {suggestion !== undefined && value === '' && (
        <div className={styles.changed}>
          <p className={styles.meta}>
            {t('languages.changed', { original: withNames(suggestion.original, names) })}
          </p>
          <p lang={tag} dir="auto">
            {withNames(suggestion.words, names)}
          </p>
          <div className={styles.headLine}>
            <Button
              size="row"
              onPress={() => takeWords(session, tag, suggestion.original, text.original, suggestion.words)}
            >
              {t('languages.take')}
            </Button>
            <Button size="row" variant="quiet" onPress={() => dropWords(session, tag, [suggestion.original])}>
              {t('languages.drop')}
            </Button>
          </div>
        </div>
      )}
    </td>
  );
});

function doubtWords(doubt: Doubt, names: ReadonlyMap<string, string>): string {
  switch (doubt.type) {
    case 'too_long':
      return t('languages.tooLong', { length: doubt.length, limit: doubt.limit });
    case 'missing':
      return t('languages.pieceMissing', { piece: names.get(doubt.piece) ?? doubt.piece });
    case 'unknown':
      return t('languages.pieceUnknown', { piece: doubt.piece });
  }
}
