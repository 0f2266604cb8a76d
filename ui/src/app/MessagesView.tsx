import { useCallback, useEffect, useState } from 'react';
import { MessageList } from '@/features/composer';
import { type Answer, host, type Imported, type MessageCard, type WireError } from '@/host';
import { currentLanguage, t } from '@/i18n';
import { Button, toast } from '@/kit';
import { Failed } from './Failed';
import { Crumbs, Page, TopBar } from './Frame';
import { go, toDocument } from './route';

/** Meta's code of the language that a new template begins with: that of the app. */
function firstLanguage(): string {
  const language = currentLanguage();
  return language === 'en' ? 'en_US' : language;
}

export default function MessagesView() {
  const [messages, setMessages] = useState<MessageCard[] | null>(null);
  const [error, setError] = useState<WireError | null>(null);

  const load = useCallback(async (): Promise<void> => {
    const answer = await host.messageList();
    if (answer.ok) setMessages(answer.data);
    setError(answer.ok ? null : answer.error);
  }, []);
  useEffect(() => void load(), [load]);

  const after = async <T,>(made: Promise<Answer<T | null>>, open: (made: T) => void): Promise<void> => {
    const answer = await made;
    if (!answer.ok) setError(answer.error.code === 'cancelled' ? null : answer.error);
    else if (answer.data !== null) open(answer.data);
  };

  const remove = async (card: MessageCard): Promise<void> => {
    const answer = await host.messageDelete(card.id);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    await load();
    toast({
      words: t('gallery.deleted', { name: card.name }),
      icon: 'delete',
      act: { label: t('gallery.undo'), run: () => void host.messageUndelete(card.id).then(load) },
    });
  };

  const open = (message: string): void => go({ view: 'message', message });
  return (
    <>
      <TopBar
        start={<Crumbs parts={[]} last={t('app.messages')} />}
        end={
          <Button icon="live" onPress={() => go({ view: 'board' })}>
            {t('board.title')}
          </Button>
        }
      />
      <Page label={t('app.messages')}>
        {error !== null && <Failed error={error} onRetry={() => void load()} />}
        {error === null && (
          <MessageList
            messages={messages}
            onOpen={open}
            onDuplicate={(message) => void host.messageDuplicate(message).then(load)}
            onDelete={(card) => void remove(card)}
            onImport={() => void after<Imported>(host.flowImport(), (made) => go(toDocument(made)))}
            onStarters={() => go({ view: 'starters' })}
            onNew={(kind) =>
              void after(
                host.messageCreate(
                  kind,
                  t(kind === 'template' ? 'composer.newTemplate.name' : 'composer.newMessage.name'),
                  firstLanguage(),
                ),
                open,
              )
            }
          />
        )}
      </Page>
    </>
  );
}
