import { memo, useMemo, useState } from 'react';
import { Autocomplete, Dialog, Input, ListBox, ListBoxItem, SearchField, Text } from 'react-aria-components';
import { wordsText } from '@/flow-words';
import { graphChooser } from '@/graph-view';
import { number, t } from '@/i18n';
import { Icon, onEnterUnmarked, PointPopover } from '@/kit';
import styles from './chooser.module.css';
import type { Way } from './connect';
import { fold } from './search';
import { type Chooser, type Target, useMap, useMapState } from './store';

/** The question that opens when a line needs an answer: where to, or who goes there. */
export const ChooserBox = memo(function ChooserBox() {
  const chooser = useMapState((state) => state.chooser);
  const { store } = useMap();
  if (chooser === null) return null;
  const close = () => store.setState((state) => (state.chooser === chooser ? { chooser: null } : {}));
  return (
    <PointPopover at={chooser.at} onClose={close} className={styles.box}>
      {chooser.kind === 'where' ? (
        <Where chooser={chooser} close={close} />
      ) : (
        <Who chooser={chooser} close={close} />
      )}
    </PointPopover>
  );
});

/** A new screen by its title, or one that there is. */
function Where({ chooser, close }: { chooser: Extract<Chooser, { kind: 'where' }>; close(): void }) {
  const { acts } = useMap();
  const [title, setTitle] = useState('');
  const { from, link, place } = chooser;
  const choices = useMemo(() => {
    const wanted = fold(title.trim());
    return [...acts.cardsByKey().values()]
      .filter((card) => card.key !== from && card.key !== link?.to)
      .filter((card) => wanted === '' || fold(card.title).includes(wanted) || fold(card.id).includes(wanted))
      .map((card) => ({ card, refusal: acts.refusal(from, card.key) }));
  }, [acts, from, link, title]);

  const choose = (key: string) => {
    close();
    const target: Target =
      key === NEW
        ? { kind: 'new', title: title.trim() || t('map.newScreenTitle'), place }
        : { kind: 'card', key };
    if (link === null) acts.connect(from, target, chooser.at);
    else if (target.kind === 'card') acts.redirect(link, target.key);
    else if (link.to === null) void acts.makeMissing(link, target.title);
    else void acts.lead(from, target, acts.wayOf(link));
  };
  const newWords =
    title.trim() === '' ? t('map.chooserNewPlain') : t('map.chooserNew', { title: title.trim() });
  return (
    <Dialog className={styles.dialog} aria-label={t('map.chooserTitle')}>
      <Autocomplete inputValue={title} onInputChange={setTitle}>
        <SearchField className={graphChooser.search} aria-label={t('map.chooserSearch')} autoFocus>
          <Input
            className={graphChooser.input}
            placeholder={t('map.chooserSearch')}
            onKeyDownCapture={onEnterUnmarked(() => choose(NEW))}
            dir="auto"
            spellCheck="false"
          />
        </SearchField>
        <ListBox
          className={styles.list}
          aria-label={t('map.chooserTitle')}
          onAction={(key) => choose(String(key))}
        >
          <ListBoxItem id={NEW} textValue={newWords} className={graphChooser.item}>
            <Icon name="add" size={14} />
            <Text slot="label" className={styles.label}>
              {newWords}
            </Text>
          </ListBoxItem>
          {choices.map(({ card, refusal }) => (
            <ListBoxItem
              key={card.key}
              id={card.key}
              textValue={card.title}
              isDisabled={refusal !== null}
              className={graphChooser.item}
            >
              <span className={graphChooser.words}>
                <Text slot="label" className={styles.label}>
                  <span className={`${styles.number} tabular`}>{number(card.number)}</span>{' '}
                  <bdi>{card.title === '' ? t('map.untitled') : card.title}</bdi>
                  {refusal !== null && (
                    <span className={`${graphChooser.second} ${styles.under}`}>{t(`map.${refusal}`)}</span>
                  )}
                </Text>
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
}

/** No key of a screen has a blank at its start. */
const NEW = ' new';

/** Everybody, or those with one answer. */
function Who({ chooser, close }: { chooser: Extract<Chooser, { kind: 'who' }>; close(): void }) {
  const { acts } = useMap();
  const ways = useMemo(() => acts.ways(chooser.from), [acts, chooser.from]);
  const to =
    chooser.to.kind === 'new' ? chooser.to.title : (acts.card(chooser.to.key)?.title ?? t('map.untitled'));
  return (
    <Dialog className={styles.dialog} aria-label={t('map.whoTitle', { to })}>
      <p className={styles.title}>{t('map.whoTitle', { to })}</p>
      <ListBox
        className={styles.list}
        aria-label={t('map.whoTitle', { to })}
        autoFocus="first"
        onAction={(key) => {
          close();
          void acts.lead(chooser.from, chooser.to, ways[Number(key)] ?? null);
        }}
      >
        {ways.map((way, index) => (
          <ListBoxItem
            key={wayKey(way)}
            id={index}
            textValue={wayWords(way, acts.titleOf)}
            className={graphChooser.item}
          >
            <Icon name={way.kind === 'press' ? 'people' : 'branch'} size={14} />
            <span className={graphChooser.words}>
              <Text slot="label" className={styles.label}>
                {wayWords(way, acts.titleOf)}
                {way.kind === 'answer' && (
                  <span className={`${graphChooser.second} ${styles.under}`} dir="auto">
                    {way.question}
                  </span>
                )}
              </Text>
            </span>
          </ListBoxItem>
        ))}
      </ListBox>
    </Dialog>
  );
}

function wayKey(way: Way): string {
  return way.kind === 'press' ? way.via : `${way.field} ${way.option}`;
}

function wayWords(way: Way, titleOf: (id: string) => string): string {
  if (way.kind === 'answer') return t('map.whoAnswer', { answer: way.answer });
  const old = titleOf(way.old);
  if (way.words?.kind === 'others') return t('map.whoOthers', { old });
  if (way.words === null) return t('map.whoEveryone', { old });
  return t('map.whoBranch', { words: wordsText(way.words), old });
}
