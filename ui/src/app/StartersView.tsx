import { useEffect, useState } from 'react';
import { Starters } from '@/features/composer';
import { host, type MessageStarter, type WireError } from '@/host';
import { currentLanguage, t } from '@/i18n';
import { Failed } from './Failed';
import { Crumbs, Page, TopBar } from './Frame';
import { go } from './route';

/** Finished templates to start from. */
export default function StartersView() {
  const [starters, setStarters] = useState<MessageStarter[] | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  useEffect(() => {
    void host.messageStarters(currentLanguage()).then((answer) => {
      if (answer.ok) setStarters(answer.data);
      else setError(answer.error);
    });
  }, []);
  const use = async (starter: string, language: string): Promise<void> => {
    const answer = await host.messageUse(starter, language, currentLanguage());
    if (answer.ok) go({ view: 'message', message: answer.data });
    else setError(answer.error);
  };
  return (
    <>
      <TopBar
        start={
          <Crumbs
            parts={[{ label: t('app.messages'), onPress: () => go({ view: 'messages' }) }]}
            last={t('composer.starters')}
          />
        }
      />
      <Page label={t('composer.starters')} scrolls={false}>
        {error !== null && <Failed error={error} onRetry={() => setError(null)} />}
        {error === null && starters !== null && (
          <Starters starters={starters} onUse={(starter, language) => void use(starter, language)} />
        )}
      </Page>
    </>
  );
}
