import { useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { FlowCard } from '@/host';
import { day, t } from '@/i18n';
import { Button, EmptyState, EntryWords, entry, Icon, IconButton, Menu, SearchField } from '@/kit';
import { StateTag } from './RecentWork';

export interface FlowListProps {
  /** Null while they are fetched. */
  flows: readonly FlowCard[] | null;
  onOpen(flow: string): void;
  onPublish(flow: string): void;
  onDuplicate(flow: string): void;
  onDelete(flow: FlowCard): void;
  onImport(): void;
  onNew(): void;
}

/** Every Flow there is, the last edited first. */
export function FlowList(props: FlowListProps) {
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const flows = props.flows?.filter((flow) => flow.name.toLocaleLowerCase().includes(wanted)) ?? [];
  return (
    <div className={entry.page}>
      <header className={entry.head}>
        <h1 className={entry.title}>{t('gallery.allTitle')}</h1>
        <Button icon="import" onPress={props.onImport}>
          {t('gallery.import')}
        </Button>
        <Button icon="add" variant="primary" onPress={props.onNew}>
          {t('gallery.new')}
        </Button>
      </header>
      {props.flows !== null && props.flows.length === 0 ? (
        <EmptyState
          drawing={<Icon name="flow" size={40} />}
          title={t('gallery.noFlows')}
          action={
            <Button icon="add" onPress={props.onNew}>
              {t('gallery.new')}
            </Button>
          }
        />
      ) : (
        <>
          <SearchField
            label={t('gallery.findFlow')}
            placeholder={t('gallery.findFlow')}
            value={typed}
            onChange={setTyped}
            className={entry.search}
          />
          <GridList
            className={entry.list}
            aria-label={t('gallery.allTitle')}
            items={flows}
            onAction={(key) => props.onOpen(String(key))}
            renderEmptyState={() => <p className={entry.none}>{t('gallery.nothingHas', { typed })}</p>}
          >
            {(flow) => (
              <GridListItem id={flow.id} textValue={flow.name} className={entry.row}>
                <EntryWords
                  icon="flow"
                  name={<bdi>{flow.name}</bdi>}
                  second={t('gallery.flowLine', { screens: flow.screens, when: day(Number(flow.editedAt)) })}
                />
                <StateTag flow={flow} />
                <Menu
                  label={t('gallery.flowMenu', { name: flow.name })}
                  placement="bottom end"
                  groups={[
                    {
                      entries: [
                        {
                          id: 'open',
                          label: t('gallery.open'),
                          icon: 'edit',
                          run: () => props.onOpen(flow.id),
                        },
                        {
                          id: 'publish',
                          label: t('gallery.publish'),
                          icon: 'publish',
                          isDisabled: flow.blocked > 0,
                          second: flow.blocked > 0 ? t('gallery.blockedFirst') : undefined,
                          run: () => props.onPublish(flow.id),
                        },
                        {
                          id: 'duplicate',
                          label: t('gallery.duplicate'),
                          icon: 'copy',
                          run: () => props.onDuplicate(flow.id),
                        },
                      ],
                    },
                    {
                      entries: [
                        {
                          id: 'delete',
                          label: t('gallery.delete'),
                          icon: 'delete',
                          danger: true,
                          run: () => props.onDelete(flow),
                        },
                      ],
                    },
                  ]}
                >
                  <IconButton icon="more" label={t('gallery.flowMenu', { name: flow.name })} />
                </Menu>
              </GridListItem>
            )}
          </GridList>
        </>
      )}
    </div>
  );
}
