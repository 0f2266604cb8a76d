import { useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { MessageCard } from '@/host';
import { day, isKey, t } from '@/i18n';
import { Button, EmptyState, EntryWords, entry, Icon, IconButton, Menu, SearchField, Tag } from '@/kit';
import { languageName } from './Details';

export interface MessageListProps {
  /** Null while they are fetched. */
  messages: readonly MessageCard[] | null;
  onOpen(message: string): void;
  onDuplicate(message: string): void;
  onDelete(message: MessageCard): void;
  onImport(): void;
  onNew(kind: 'template' | 'message'): void;
  onStarters(): void;
}

/** Every template and message there is, the last edited first. */
export function MessageList(props: MessageListProps) {
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const has = (card: MessageCard) =>
    [card.name, card.remoteName ?? '', card.words].some((text) => text.toLocaleLowerCase().includes(wanted));
  const shown = props.messages?.filter(has) ?? [];
  const create = (variant: 'primary' | 'plain') => (
    <Menu
      label={t('composer.new')}
      groups={[
        {
          entries: [
            {
              id: 'starters',
              label: t('composer.fromStarter'),
              icon: 'start',
              second: t('composer.fromStarter.help'),
              run: props.onStarters,
            },
          ],
        },
        {
          entries: [
            {
              id: 'template',
              label: t('composer.newTemplate'),
              icon: 'template',
              second: t('composer.newTemplate.help'),
              run: () => props.onNew('template'),
            },
            {
              id: 'message',
              label: t('composer.newMessage'),
              icon: 'message',
              second: t('composer.newMessage.help'),
              run: () => props.onNew('message'),
            },
          ],
        },
      ]}
    >
      <Button icon="add" variant={variant}>
        {t('composer.new')}
      </Button>
    </Menu>
  );
  return (
    <div className={entry.page}>
      <header className={entry.head}>
        <h1 className={entry.title}>{t('composer.all')}</h1>
        <Button icon="import" onPress={props.onImport}>
          {t('composer.import')}
        </Button>
        {create('primary')}
      </header>
      {props.messages !== null && props.messages.length === 0 ? (
        <EmptyState
          drawing={<Icon name="template" size={40} />}
          title={t('composer.none')}
          action={create('plain')}
        />
      ) : (
        <>
          <SearchField
            label={t('composer.find')}
            placeholder={t('composer.find')}
            value={typed}
            onChange={setTyped}
            className={entry.search ?? ''}
          />
          <GridList
            className={entry.list}
            aria-label={t('composer.all')}
            items={shown}
            onAction={(key) => props.onOpen(String(key))}
            renderEmptyState={() => <p className={entry.none}>{t('gallery.nothingHas', { typed })}</p>}
          >
            {(card) => <Row card={card} {...props} />}
          </GridList>
        </>
      )}
    </div>
  );
}

/** What a card is, in words: "Utility, Spanish" or "List". */
function kindOf(card: MessageCard): string {
  const category = `composer.category.${card.category ?? ''}`;
  const sort = `composer.choice.${card.sort ?? ''}`;
  const words = [
    isKey(category) ? t(category) : undefined,
    card.language === null ? undefined : languageName(card.language),
    isKey(sort) ? t(sort) : undefined,
    card.words === '' ? undefined : card.words.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, '‹$1›'),
  ];
  return words.filter((word) => word !== undefined).join(' · ');
}

function Row({ card, ...props }: MessageListProps & { card: MessageCard }) {
  return (
    <GridListItem id={card.id} textValue={card.name} className={entry.row}>
      <EntryWords
        icon={card.kind === 'template' ? 'template' : 'message'}
        name={<bdi>{card.name}</bdi>}
        second={`${t('composer.edited', { when: day(Number(card.editedAt)) })} · ${kindOf(card)}`}
      />
      {card.blocked > 0 ? (
        <Tag tone="blocked" icon="blocked">
          {t('kit.blockedCount', { count: card.blocked })}
        </Tag>
      ) : (
        <Tag>{t(`gallery.${card.live}`)}</Tag>
      )}
      <Menu
        label={t('gallery.flowMenu', { name: card.name })}
        placement="bottom end"
        groups={[
          {
            entries: [
              { id: 'open', label: t('gallery.open'), icon: 'edit', run: () => props.onOpen(card.id) },
              {
                id: 'duplicate',
                label: t('gallery.duplicate'),
                icon: 'copy',
                run: () => props.onDuplicate(card.id),
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
                run: () => props.onDelete(card),
              },
            ],
          },
        ]}
      >
        <IconButton icon="more" label={t('gallery.flowMenu', { name: card.name })} />
      </Menu>
    </GridListItem>
  );
}
