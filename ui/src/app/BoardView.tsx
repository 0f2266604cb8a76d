import { useState } from 'react';
import { Board } from '@/features/board';
import { t } from '@/i18n';
import { useAccounts } from './accounts';
import { Failed } from './Failed';
import { Crumbs, Page, TopBar } from './Frame';
import { go } from './route';

/** Where templates stand at an account. */
export default function BoardView() {
  const { accounts, error, reload } = useAccounts();
  const [chosen, setChosen] = useState<string | null>(null);
  // A real account with its token at hand is what most people mean; practice until there is one.
  const account =
    accounts.find((known) => known.id === chosen) ??
    accounts.find((known) => !known.practice && known.hasToken) ??
    accounts[0];
  return (
    <>
      <TopBar
        start={
          <Crumbs
            parts={[{ label: t('app.messages'), onPress: () => go({ view: 'messages' }) }]}
            last={t('board.title')}
          />
        }
      />
      <Page label={t('board.title')}>
        {error !== null && <Failed error={error} onRetry={() => void reload()} />}
        {error === null && account !== undefined && (
          <Board
            key={account.id}
            accounts={accounts}
            account={account}
            onAccount={setChosen}
            onOpen={(message) => go({ view: 'message', message })}
            onPublish={(documents) => go({ view: 'publish', documents, back: { view: 'board' } })}
            onMessages={() => go({ view: 'messages' })}
          />
        )}
      </Page>
    </>
  );
}
