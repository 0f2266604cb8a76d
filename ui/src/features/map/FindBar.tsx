import { useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '@/document';
import type { Screen } from '@/host';
import { number, t } from '@/i18n';
import { Button, IconButton, SearchField } from '@/kit';
import styles from './map.module.css';
import { find, type Hit, suggestion } from './search';
import { useMap } from './store';

/** Rows of the list that are shown at once. */
const ROWS = 8;

/** Finds titles, texts, labels and names. Enter flies to the next place, Shift+Enter to the one before. */
export function FindBar({ screens }: { screens: readonly Screen[] }) {
  const { store, acts } = useMap();
  const session = useSession();
  const [question, setQuestion] = useState('');
  const [at, setAt] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const hits = useMemo(() => find(screens, question), [screens, question]);
  const near = useMemo(
    () => (question.trim() !== '' && hits.length === 0 ? suggestion(screens, question) : null),
    [screens, question, hits],
  );
  useEffect(() => field.current?.select(), []);

  const go = (index: number) => {
    const hit = hits[index];
    if (hit === undefined) return;
    setAt(index);
    session.goToPlace(hit.pointer);
    acts.bringIntoView(hit.screen, true);
  };
  const step = (by: 1 | -1) => {
    if (hits.length > 0) go((Math.max(at, by === 1 ? -1 : 0) + by + hits.length) % hits.length);
  };
  const close = () => {
    store.setState({ finding: false });
    const [chosen] = acts.selectedKeys();
    if (chosen !== undefined) acts.focusCard(chosen);
  };
  const first = Math.max(0, Math.min(at - 3, hits.length - ROWS));
  return (
    <search
      className={`${styles.find} nokey`}
      // Before the field, which would take Escape for itself.
      onKeyDownCapture={(event) => {
        if (event.key === 'Escape') close();
        else if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
        else if (event.key === 'ArrowDown') step(1);
        else if (event.key === 'ArrowUp') step(-1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className={styles.findRow}>
        <SearchField
          inputRef={field}
          autoFocus
          className={styles.findField}
          label={t('map.find')}
          placeholder={t('map.findPlaceholder')}
          value={question}
          onChange={(words) => {
            setQuestion(words);
            setAt(-1);
          }}
        />
        {hits.length > 0 && (
          <span className={`${styles.findCount} tabular`} role="status">
            {t('map.findCount', { at: number(at + 1), count: number(hits.length) })}
          </span>
        )}
        <IconButton
          size="panel"
          icon="chevronUp"
          label={t('map.findBack')}
          isDisabled={hits.length === 0}
          onPress={() => step(-1)}
        />
        <IconButton
          size="panel"
          icon="chevronDown"
          label={t('map.findNext')}
          isDisabled={hits.length === 0}
          onPress={() => step(1)}
        />
        <IconButton size="panel" icon="close" label={t('map.findClose')} onPress={close} />
      </div>
      {hits.length > 0 && (
        <ul className={styles.hits}>
          {hits.slice(first, first + ROWS).map((hit, row) => (
            <li key={`${hit.pointer} ${hit.excerpt} ${first + row}`}>
              <button
                type="button"
                tabIndex={-1}
                className={styles.hit}
                data-on={first + row === at || undefined}
                onClick={() => go(first + row)}
              >
                <Excerpt hit={hit} />
                <span className={styles.hitPlace} dir="auto">
                  {hit.title}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {question.trim() !== '' && hits.length === 0 && (
        <div className={styles.findNone} role="status">
          <p>{t('map.findNone', { question: question.trim() })}</p>
          {near !== null && (
            <Button size="row" onPress={() => setQuestion(near)}>
              {t('map.findSuggest', { word: near })}
            </Button>
          )}
        </div>
      )}
    </search>
  );
}

function Excerpt({ hit }: { hit: Hit }) {
  return (
    <span className={styles.excerpt} dir="auto">
      {hit.excerpt.slice(0, hit.start)}
      <mark>{hit.excerpt.slice(hit.start, hit.end)}</mark>
      {hit.excerpt.slice(hit.end)}
    </span>
  );
}
