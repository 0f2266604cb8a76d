import { useMemo } from 'react';
import { useDocument, type Words } from '@/document';
import { partIcon, partName } from '@/flow-words';
import type { Doubt, Languages, Suggestion } from '@/host';
import { isKey, languageName, t } from '@/i18n';
import { Button, Icon } from '@/kit';
import { Cell } from './Cell';
import { LanguageHead } from './LanguageHead';
import styles from './languages.module.css';
import { parts, pieceNames } from './pieces';
import type { Group, Row } from './rows';

const NONE: readonly Doubt[] = [];

/** Every text beside its translations, by screens. */
export function TranslationTable({
  list,
  groups,
  words,
  own,
  more,
  onMore,
  onFocus,
  onNext,
}: {
  list: Languages;
  groups: readonly Group[];
  words: Words;
  /** The language of the original. */
  own: string | null;
  /** How many further rows there are. */
  more: number;
  onMore(): void;
  onFocus(index: number, tag: string): void;
  onNext(index: number, tag: string, back: boolean): void;
}) {
  const screens = useDocument((state) => state.flow.screens);
  const part = useDocument((state) => state.selection.part);
  const doubts = useMemo(() => {
    const found = new Map<string, Doubt[]>();
    for (const { tag, doubts } of list.others) {
      for (const { text, doubt } of doubts) {
        const key = `${tag} ${text}`;
        found.set(key, [...(found.get(key) ?? []), doubt]);
      }
    }
    return found;
  }, [list]);
  const suggestions = useMemo(() => {
    const all = list.others.flatMap(({ tag, suggestions }) =>
      suggestions.map((suggestion): [string, Suggestion] => [`${tag} ${suggestion.text}`, suggestion]),
    );
    return new Map(all);
  }, [list]);
  const columns = list.others.length + 1;

  return (
    <>
      <table className={styles.table} aria-label={t('languages.table')}>
        <thead>
          <tr>
            <th scope="col" className={styles.originalHead}>
              {own === null
                ? t('languages.original')
                : t('languages.originalNamed', { language: languageName(own) })}
            </th>
            {list.others.map((language) => (
              <th key={language.tag} scope="col" className={styles.languageHead}>
                <LanguageHead language={language} />
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => {
          const screen = screens[group.screen];
          return (
            <tbody key={`${group.screen} ${group.rows[0]?.index}`}>
              <tr>
                <th scope="rowgroup" colSpan={columns} className={styles.screen}>
                  <span className={styles.screenName} dir="auto">
                    {screen === undefined || screen.title === '' ? group.screen : screen.title}
                  </span>
                </th>
              </tr>
              {group.rows.map((row) => (
                <tr
                  key={row.text.original}
                  className={styles.row}
                  data-selected={(part !== null && row.place.part === part) || undefined}
                >
                  <Original row={row} />
                  {list.others.map(({ tag }) => (
                    <Cell
                      key={tag}
                      index={row.index}
                      text={row.text}
                      tag={tag}
                      words={words.get(tag)?.get(row.text.original) ?? ''}
                      doubts={doubts.get(`${tag} ${row.index}`) ?? NONE}
                      suggestion={suggestions.get(`${tag} ${row.index}`)}
                      onFocus={onFocus}
                      onNext={onNext}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
      {more > 0 && (
        <div className={styles.more}>
          <Button onPress={onMore}>{t('languages.showMore', { count: more })}</Button>
        </div>
      )}
    </>
  );
}

function Original({ row: { text, place } }: { row: Row }) {
  const names = useMemo(() => pieceNames(text.pieces), [text.pieces]);
  return (
    <th scope="row" className={styles.original}>
      <span className={styles.meta}>
        <Icon name={place.component === null ? 'phone' : partIcon(place.component)} size={12} />
        {whereWords(place)}
        {text.places.length > 1 && ` · ${t('languages.places', { count: text.places.length })}`}
      </span>
      <span className={styles.text} dir="auto">
        {parts(text.original, names).map(({ words, isPiece }, at) =>
          isPiece ? (
            <span key={at} className={styles.piece}>
              {words.slice(1, -1)}
            </span>
          ) : (
            words
          ),
        )}
      </span>
    </th>
  );
}

/** Where a text stands, in a few words. */
function whereWords({ role, component, property }: Row['place']): string {
  if (role === 'title') return t('languages.roleTitle');
  if (role === 'sent') return t('languages.roleSent');
  if (role === 'example') return t('languages.roleExample', { name: property });
  const kind = partName(component ?? '');
  const own = `inspector.part.${component}.${property}`;
  const any = `inspector.property.${property}`;
  const label = isKey(own) ? t(own) : isKey(any) ? t(any) : property;
  return label === kind ? kind : `${kind} · ${label}`;
}
