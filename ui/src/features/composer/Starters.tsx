import { useMemo, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { MessageStarter } from '@/host';
import { t } from '@/i18n';
import { Button, ChoiceChip, Icon, SearchField, Select, Tag } from '@/kit';
import { ChatPhone } from '@/phone-view';
import { languageName } from './Details';
import styles from './starters.module.css';

const STAGES = ['awareness', 'consideration', 'decision', 'retention', 'advocacy'] as const;
type Stage = (typeof STAGES)[number];

/** Finished templates by stage, each on the phone before one takes it. */
export function Starters({
  starters,
  onUse,
}: {
  starters: readonly MessageStarter[];
  onUse(starter: string, language: string): void;
}) {
  const [typed, setTyped] = useState('');
  const [stage, setStage] = useState<Stage | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const wanted = typed.trim().toLocaleLowerCase();
  const shown = useMemo(
    () =>
      starters.filter(
        (starter) =>
          (stage === null || starter.stage === stage) &&
          [starter.title, starter.about, ...starter.trades].some((text) =>
            text.toLocaleLowerCase().includes(wanted),
          ),
      ),
    [starters, stage, wanted],
  );
  const starter = shown.find(({ id }) => id === chosen) ?? shown[0];
  return (
    <div className={styles.starters}>
      <div className={styles.list}>
        <h1 className={styles.title}>{t('composer.starters')}</h1>
        <SearchField
          label={t('composer.findStarter')}
          placeholder={t('composer.findStarter')}
          value={typed}
          onChange={setTyped}
        />
        <fieldset className={styles.stages}>
          <legend className="visually-hidden">{t('composer.stages')}</legend>
          {STAGES.map((id) => (
            <ChoiceChip
              key={id}
              icon={id}
              isSelected={stage === id}
              onChange={(on) => setStage(on ? id : null)}
            >
              {t(`gallery.${id}`)}
            </ChoiceChip>
          ))}
        </fieldset>
        <GridList
          className={styles.rows ?? ''}
          aria-label={t('composer.starters')}
          items={shown}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={starter === undefined ? [] : [starter.id]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (key !== undefined) setChosen(String(key));
          }}
          renderEmptyState={() => <p className={styles.none}>{t('gallery.nothingHas', { typed })}</p>}
        >
          {(row) => (
            <GridListItem id={row.id} textValue={row.title} className={styles.row ?? ''}>
              <Icon name={row.stage} size={16} />
              <span className={styles.words}>
                <strong>{row.title}</strong>
                <span>{row.about}</span>
              </span>
              <Tag>{t(`composer.category.${row.category as 'UTILITY'}`)}</Tag>
            </GridListItem>
          )}
        </GridList>
      </div>
      {starter !== undefined && <Shown key={starter.id} starter={starter} onUse={onUse} />}
    </div>
  );
}

function Shown({
  starter,
  onUse,
}: {
  starter: MessageStarter;
  onUse(starter: string, language: string): void;
}) {
  const [language, setLanguage] = useState(starter.languages[0] ?? '');
  return (
    <section className={styles.shown} aria-label={starter.title}>
      <div className={styles.phone}>
        <ChatPhone
          view={starter.chat}
          theme="light"
          platform="android"
          sender={{ name: t('composer.yourBusiness') }}
        />
      </div>
      <div className={styles.use}>
        <Select
          label={t('composer.language')}
          value={language}
          choices={starter.languages.map((id) => ({ id, label: languageName(id) }))}
          onChange={setLanguage}
        />
        <Button variant="primary" onPress={() => onUse(starter.id, language)}>
          {t('composer.use')}
        </Button>
      </div>
    </section>
  );
}
