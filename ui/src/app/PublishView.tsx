import { useEffect, useMemo, useState } from 'react';
import { ConnectDialog, TokenDialog } from '@/features/accounts';
import { Publish } from '@/features/publish';
import { type Account, type FlowCard, host } from '@/host';
import { t } from '@/i18n';
import { type Command, IconButton, useCommands } from '@/kit';
import { useAccounts } from './accounts';
import { Failed } from './Failed';
import { Crumbs, Page, TopBar } from './Frame';
import styles from './frame.module.css';
import { go } from './route';

/** What will happen, and the button that does it. */
export default function PublishView({ flow }: { flow: string }) {
  const { accounts, error, reload } = useAccounts();
  const [chosen, setChosen] = useState<string | null>(null);
  const [cards, setCards] = useState<FlowCard[]>([]);
  const [included, setIncluded] = useState(false);
  const [connecting, setConnecting] = useState(false);
  const [token, setToken] = useState<Account | null>(null);
  /** Grows when an account can be asked again. */
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    void host.flowList().then((answer) => {
      if (answer.ok) setCards(answer.data);
    });
  }, []);

  const here = cards.find((card) => card.id === flow);
  const others = useMemo(
    () => cards.filter((card) => card.id !== flow && card.project === here?.project).map((card) => card.id),
    [cards, flow, here?.project],
  );
  const flows = useMemo(() => (included ? [flow, ...others] : [flow]), [included, flow, others]);
  // A real account with its token at hand is what most people mean; practice until there is one.
  const account =
    accounts.find((known) => known.id === chosen) ??
    accounts.find((known) => !known.practice && known.hasToken) ??
    accounts[0];
  const close = (): void => go({ view: 'editor', flow });
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'publish.close',
        title: t('publish.back'),
        group: t('app.groupGo'),
        icon: 'back',
        keys: ['Escape'],
        run: () => go({ view: 'editor', flow }),
      },
    ],
    [flow],
  );
  useCommands(commands);

  return (
    <>
      <TopBar
        start={
          <Crumbs
            parts={[
              { label: t('app.flows'), onPress: () => go({ view: 'flows' }) },
              ...(here === undefined ? [] : [{ label: here.name, onPress: close }]),
            ]}
            last={t('app.publishCrumb')}
          />
        }
        end={
          <>
            {account !== undefined && (
              <span className={styles.account}>
                {account.practice ? t('publish.practice') : account.name}
                {account.displayPhoneNumber !== null && !account.practice && (
                  <>
                    , <bdi>{account.displayPhoneNumber}</bdi>
                  </>
                )}
              </span>
            )}
            <IconButton icon="close" label={t('publish.back')} keys="Esc" onPress={close} />
          </>
        }
      />
      <Page label={t('app.publishCrumb')} scrolls={false}>
        {error !== null && <Failed error={error} onRetry={() => void reload()} onLeave={close} />}
        {account !== undefined && (
          <Publish
            key={turn}
            flows={flows}
            accounts={accounts}
            account={account.id}
            onAccount={setChosen}
            onConnect={() => setConnecting(true)}
            onToken={setToken}
            // Behind the # stands the language; all of them are one Flow here.
            onShow={(shown, pointer) =>
              go({ view: 'editor', flow: shown.split('#')[0] ?? shown, at: pointer ?? undefined })
            }
            onClose={close}
            others={{ count: others.length, included, onInclude: setIncluded }}
          />
        )}
      </Page>
      <ConnectDialog
        isOpen={connecting}
        onClose={() => setConnecting(false)}
        onConnected={(connected) => void reload().then(() => setChosen(connected.id))}
      />
      <TokenDialog
        account={token}
        onClose={() => setToken(null)}
        onGiven={() => void reload().then(() => setTurn((n) => n + 1))}
      />
    </>
  );
}
