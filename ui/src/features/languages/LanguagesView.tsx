import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  flushDrafts,
  languagesOf,
  ownLanguage,
  selectionAt,
  useDocument,
  useSession,
  wordsOf,
} from '@/document';
import type { Languages } from '@/host';
import { languageName, t } from '@/i18n';
import { announce, Button, Checkbox, type Command, EmptyState, Icon, SearchField, useCommands } from '@/kit';
import { addLanguage, setOwnLanguage } from './acts';
import { ChooseLanguage } from './ChooseLanguage';
import styles from './languages.module.css';
import { firstRows, groupsOf, missing, nextMissing } from './rows';
import { TranslationTable } from './TranslationTable';
import { useLanguageList } from './useLanguageList';

/** So many rows are drawn at once; more come when they are asked for. */
const ROWS = 300;

/** One Flow in several languages: every text beside its translations. */
export default function LanguagesView() {
  const list = useLanguageList();
  const notes = useDocument((state) => state.flow.notes);
  const tags = useMemo(() => languagesOf(notes), [notes]);
  const [adding, setAdding] = useState(false);
  const session = useSession();

  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'languages.add',
        title: t('languages.commandAdd'),
        group: t('languages.title'),
        icon: 'language',
        run: () => setAdding(true),
      },
    ],
    [],
  );
  useCommands(commands);

  if (list === null) return null;
  const own = ownLanguage(notes);
  const known = list.known.filter((tag) => !tags.includes(tag) && tag !== own);
  const add = (
    <ChooseLanguage
      label={t('languages.add')}
      confirm={t('languages.addDo')}
      known={known}
      onChoose={(tag) => addLanguage(session, tag)}
      isOpen={adding}
      onOpenChange={setAdding}
    >
      <Button icon="add">{t('languages.add')}</Button>
    </ChooseLanguage>
  );
  if (tags.length === 0) {
    return (
      <div className={styles.empty}>
        <EmptyState drawing={<Icon name="language" size={48} />} title={t('languages.empty')} action={add}>
          {t('languages.emptyWhy')}
        </EmptyState>
      </div>
    );
  }
  return <Translations list={list} own={own} add={add} />;
}

function Translations({ list, own, add }: { list: Languages; own: string | null; add: React.ReactNode }) {
  const session = useSession();
  const notes = useDocument((state) => state.flow.notes);
  const words = useMemo(() => wordsOf(notes), [notes]);
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState<ReadonlySet<string> | null>(null);
  const [count, setCount] = useState(ROWS);
  const tags = useMemo(() => list.others.map(({ tag }) => tag), [list]);
  const open = useMemo(() => missing(list.texts, tags, words), [list, tags, words]);

  // What was missing when it was asked for stays in sight while it is translated; what is new comes too.
  useEffect(() => {
    setOnly((before) =>
      before === null || open.every((text) => before.has(text)) ? before : new Set([...before, ...open]),
    );
  }, [open]);

  const groups = useMemo(() => groupsOf(list.texts, words, { search, only }), [list, words, search, only]);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const shown = useMemo(() => firstRows(groups, count), [groups, count]);

  const table = useRef<HTMLDivElement>(null);
  const last = useRef<{ index: number; tag: string } | null>(null);
  const wanted = useRef<string | null>(null);

  const focusCell = useCallback(
    (index: number, tag: string) => {
      const place = rows.findIndex((row) => row.index === index);
      if (place >= count) setCount(place + ROWS);
      wanted.current = `[data-tag="${CSS.escape(tag)}"][data-row="${index}"]`;
      const cell = table.current?.querySelector<HTMLElement>(wanted.current);
      if (cell === null || cell === undefined) return;
      wanted.current = null;
      cell.focus();
    },
    [rows, count],
  );
  // A row that had not been drawn yet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows are what is waited for
  useEffect(() => {
    if (wanted.current === null) return;
    table.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = null;
  }, [shown]);

  const onFocus = useCallback(
    (index: number, tag: string) => {
      last.current = { index, tag };
      session.showLanguage(tag);
      const place = list.texts[index]?.places[0];
      const { flow } = session.store.getState();
      const selection = place === undefined ? undefined : selectionAt(flow, place.part ?? place.at);
      if (selection !== undefined) session.select(selection);
    },
    [session, list],
  );

  const onNext = useCallback(
    (index: number, tag: string, back: boolean) => {
      const place = rows.findIndex((row) => row.index === index);
      const next = rows[place + (back ? -1 : 1)];
      if (next === undefined) flushDrafts();
      else focusCell(next.index, tag);
    },
    [rows, focusCell],
  );

  const goToMissing = useCallback(() => {
    flushDrafts();
    const at = last.current;
    const tag = at !== null && tags.includes(at.tag) ? at.tag : tags[0];
    if (tag === undefined) return;
    const known = wordsOf(session.store.getState().flow.notes);
    const others = [tag, ...tags.filter((other) => other !== tag)];
    for (const language of others) {
      const next = nextMissing(rows, language, known, language === tag ? (at?.index ?? -1) : -1);
      if (next === undefined) continue;
      focusCell(next.index, language);
      return;
    }
    announce(t('languages.nothingMissing'));
  }, [rows, tags, focusCell, session]);

  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'languages.nextMissing',
        title: t('languages.commandNextMissing'),
        group: t('languages.title'),
        icon: 'language',
        keys: ['Alt+ArrowDown'],
        whileTyping: true,
        disabled: open.length === 0 ? t('languages.nothingMissing') : undefined,
        run: goToMissing,
      },
      {
        // Takes the place of the map's search while the languages are shown.
        id: 'map.find',
        title: t('languages.search'),
        group: t('languages.title'),
        icon: 'search',
        keys: ['Mod+F'],
        run: () => table.current?.parentElement?.querySelector('input')?.focus(),
      },
    ],
    [goToMissing, open.length],
  );
  useCommands(commands);

  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <SearchField
          className={styles.search ?? ''}
          label={t('languages.search')}
          placeholder={t('languages.search')}
          value={search}
          onChange={setSearch}
        />
        <Checkbox isSelected={only !== null} onChange={(on) => setOnly(on ? new Set(open) : null)}>
          {t('languages.missingOnly')}
        </Checkbox>
        <span className={styles.space} />
        <ChooseLanguage
          label={t('languages.originalLanguage')}
          confirm={t('languages.originalLanguageDo')}
          known={list.known.filter((tag) => !tags.includes(tag))}
          onChoose={(tag) => setOwnLanguage(session, tag)}
        >
          <Button variant="quiet">
            {own === null
              ? t('languages.originalLanguage')
              : t('languages.originalNamed', { language: languageName(own) })}
          </Button>
        </ChooseLanguage>
        <Button icon="chevronDown" isDisabled={open.length === 0} onPress={goToMissing}>
          {t('languages.nextMissing')}
        </Button>
        {add}
      </div>
      <div className={styles.scroll} ref={table}>
        <TranslationTable
          list={list}
          groups={shown.groups}
          words={words}
          own={own}
          more={shown.more}
          onMore={() => setCount((before) => before + ROWS)}
          onFocus={onFocus}
          onNext={onNext}
        />
        {rows.length === 0 && (
          <p className={styles.nothing}>
            {search.trim() === ''
              ? t('languages.allTranslated')
              : t('languages.nothingFound', { words: search.trim() })}
          </p>
        )}
      </div>
    </div>
  );
}
