import { useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { JourneyCard, JourneyStarter, ProjectForm } from '@/host';
import { day, t } from '@/i18n';
import { Button, EntryWords, entry, IconButton, Menu, SearchField, SeverityTag, Tag } from '@/kit';
import { JourneyStarterCard } from './JourneyStarterCard';
import styles from './journeys.module.css';

export interface JourneyListProps {
  /** Null while they are fetched. */
  journeys: readonly JourneyCard[] | null;
  starters: readonly JourneyStarter[];
  onOpen(journey: string): void;
  onUse(starter: JourneyStarter): void;
  onNew(): void;
  onImport(): void;
  onDuplicate(journey: string): void;
  onDelete(journey: JourneyCard): void;
  /** Everything there is goes out as a project. */
  onSaveProject(): void;
  onOpenProject(form: ProjectForm): void;
}

/** Every journey there is, and finished ones to start from. */
export function JourneyList(props: JourneyListProps) {
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const all = props.journeys ?? [];
  const shown = all.filter((journey) => journey.name.toLocaleLowerCase().includes(wanted));
  return (
    <div className={entry.page}>
      <header className={entry.head}>
        <h1 className={entry.title}>{t('journeys.title')}</h1>
        <Button icon="import" onPress={props.onImport}>
          {t('journeys.import')}
        </Button>
        <Button icon="add" variant="primary" onPress={props.onNew}>
          {t('journeys.new')}
        </Button>
        <Menu
          label={t('project.menu')}
          placement="bottom end"
          groups={[
            {
              entries: [
                { id: 'save', label: t('project.save'), icon: 'save', run: props.onSaveProject },
                {
                  id: 'open',
                  label: t('project.open'),
                  icon: 'project',
                  run: () => props.onOpenProject('file'),
                },
                {
                  id: 'folder',
                  label: t('project.openFolder'),
                  icon: 'folder',
                  run: () => props.onOpenProject('folder'),
                },
              ],
            },
          ]}
        >
          <IconButton icon="more" label={t('project.menu')} />
        </Menu>
      </header>
      {props.journeys !== null && all.length === 0 && <p className={styles.none}>{t('journeys.none')}</p>}
      {all.length > 0 && (
        <>
          <SearchField
            label={t('journeys.find')}
            placeholder={t('journeys.find')}
            value={typed}
            onChange={setTyped}
            className={entry.search}
          />
          <GridList
            className={entry.list}
            aria-label={t('journeys.mine')}
            items={shown}
            onAction={(key) => props.onOpen(String(key))}
            renderEmptyState={() => <p className={entry.none}>{t('journeys.nothingHas', { typed })}</p>}
          >
            {(journey) => (
              <GridListItem id={journey.id} textValue={journey.name} className={entry.row}>
                <EntryWords
                  icon="journey"
                  name={<bdi>{journey.name}</bdi>}
                  second={t('journeys.line', { steps: journey.steps, when: day(Number(journey.editedAt)) })}
                />
                {journey.blocked === null && <Tag>{t('journeys.notChecked')}</Tag>}
                {journey.blocked !== null && journey.blocked > 0 && (
                  <SeverityTag severity="blocked" count={journey.blocked} />
                )}
                <Menu
                  label={t('journeys.menu', { name: journey.name })}
                  placement="bottom end"
                  groups={[
                    {
                      entries: [
                        {
                          id: 'open',
                          label: t('journeys.open'),
                          icon: 'edit',
                          run: () => props.onOpen(journey.id),
                        },
                        {
                          id: 'duplicate',
                          label: t('journeys.duplicate'),
                          icon: 'copy',
                          run: () => props.onDuplicate(journey.id),
                        },
                        {
                          id: 'delete',
                          label: t('journeys.delete'),
                          icon: 'delete',
                          danger: true,
                          run: () => props.onDelete(journey),
                        },
                      ],
                    },
                  ]}
                >
                  <IconButton icon="more" label={t('journeys.menu', { name: journey.name })} />
                </Menu>
              </GridListItem>
            )}
          </GridList>
        </>
      )}
      <h2 className={styles.heading}>{t('journeys.starters')}</h2>
      <ul className={styles.starters}>
        {props.starters.map((starter) => (
          <li key={starter.id}>
            <JourneyStarterCard starter={starter} onUse={() => props.onUse(starter)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
