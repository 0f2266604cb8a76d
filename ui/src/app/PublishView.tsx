import { useEffect, useMemo, useState } from 'react';
import { ConnectDialog, TokenDialog } from '@/features/accounts';
import { type JourneyPublish, Publish } from '@/features/publish';
import { type Account, type FlowCard, host, type MessageCard, type PlanKind } from '@/host';
import { t } from '@/i18n';
import { type Command, IconButton, useCommands } from '@/kit';
import { useAccounts } from './accounts';
import { Failed } from './Failed';
import { Crumbs, Page, TopBar } from './Frame';
import styles from './frame.module.css';
import { setPreferences, useCountry } from './preferences';
import { go, type Route } from './route';

/** What will happen, and the button that does it. */
export default function PublishView({ documents, back }: { documents: readonly string[]; back: Route }) {
  const { accounts, error, reload } = useAccounts();
  const [chosen, setChosen] = useState<string | null>(null);
  const [cards, setCards] = useState<FlowCard[]>([]);
  const [messages, setMessages] = useState<MessageCard[]>([]);
  const [withFlows, setWithFlows] = useState(false);
  const [withTemplates, setWithTemplates] = useState(false);
  const [connecting, setConnecting] = useState(false);
  const [token, setToken] = useState<Account | null>(null);
  /** Grows when an account can be asked again. */
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    void host.flowList().then((answer) => {
      if (answer.ok) setCards(answer.data);
    });
    void host.messageList().then((answer) => {
      if (answer.ok) setMessages(answer.data);
    });
  }, []);

  const country = useCountry();
  const journeyId = back.view === 'journey' ? back.journey : null;
  const journey = useMemo<JourneyPublish | null>(
    () =>
      journeyId === null
        ? null
        : {
            id: journeyId,
            country,
            onCountry: (chosen) => void setPreferences({ country: chosen }),
            onTests: (id) => go({ view: 'simulate', journey: id, tests: true }),
          },
    [journeyId, country],
  );
  const [journeyName, setJourneyName] = useState('');
  useEffect(() => {
    if (journeyId === null) return;
    void host.journeyList().then((answer) => {
      if (answer.ok) setJourneyName(answer.data.find((card) => card.id === journeyId)?.name ?? '');
    });
  }, [journeyId]);
  const here = cards.find((card) => documents.includes(card.id));
  const flows = useMemo(
    () =>
      cards
        .filter((card) => !documents.includes(card.id) && card.project === here?.project)
        .map((card) => card.id),
    [cards, documents, here?.project],
  );
  const templates = useMemo(
    () =>
      messages
        .filter((card) => card.kind === 'template' && card.live !== 'live' && !documents.includes(card.id))
        .map((card) => card.id),
    [messages, documents],
  );
  const all = useMemo(
    () => [...documents, ...(withFlows ? flows : []), ...(withTemplates ? templates : [])],
    [documents, flows, templates, withFlows, withTemplates],
  );
  const others = [
    {
      id: 'flows',
      count: flows.length,
      label: t('publish.others', { count: flows.length }),
      included: withFlows,
      onInclude: setWithFlows,
    },
    {
      id: 'templates',
      count: templates.length,
      label: t('publish.templates', { count: templates.length }),
      included: withTemplates,
      onInclude: setWithTemplates,
    },
  ].filter(({ count }) => count > 0 && journeyId === null);
  // A real account with its token at hand is what most people mean; practice until there is one.
  const account =
    accounts.find((known) => known.id === chosen) ??
    accounts.find((known) => !known.practice && known.hasToken) ??
    accounts[0];
  const close = (): void => go(back);
  const backLabel = backWords(back);
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'publish.close',
        title: backWords(back),
        group: t('app.groupGo'),
        icon: 'back',
        keys: ['Escape'],
        run: () => go(back),
      },
    ],
    [back],
  );
  useCommands(commands);

  return (
    <>
      <TopBar
        start={
          <Crumbs
            parts={
              back.view === 'journey'
                ? [
                    { label: t('journeys.title'), onPress: () => go({ view: 'journeys' }) },
                    { label: journeyName, onPress: close },
                  ]
                : back.view === 'board'
                  ? [
                      { label: t('app.messages'), onPress: () => go({ view: 'messages' }) },
                      { label: t('board.title'), onPress: close },
                    ]
                  : [
                      { label: t('app.flows'), onPress: () => go({ view: 'flows' }) },
                      ...(here === undefined || back.view === 'flows'
                        ? []
                        : [{ label: here.name, onPress: close }]),
                    ]
            }
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
            <IconButton icon="close" label={backLabel} keys="Esc" onPress={close} />
          </>
        }
      />
      <Page label={t('app.publishCrumb')} scrolls={false}>
        {error !== null && <Failed error={error} onRetry={() => void reload()} onLeave={close} />}
        {account !== undefined && (
          <Publish
            key={turn}
            documents={all}
            backLabel={backLabel}
            accounts={accounts}
            account={account.id}
            onAccount={setChosen}
            onConnect={() => setConnecting(true)}
            onToken={setToken}
            onShow={({ document, kind }, pointer) => go(placeOf(kind, document, pointer ?? undefined))}
            onClose={close}
            others={others}
            journey={journey}
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

/** Where a row of the plan is worked on. */
function placeOf(kind: PlanKind, document: string, at: string | undefined): Route {
  // Behind the # stands a language or a step.
  const id = document.split('#')[0] ?? document;
  switch (kind) {
    case 'flow':
      return { view: 'editor', flow: id, at };
    case 'template':
      return { view: 'message', message: id };
    default:
      return { view: 'journey', journey: id, at };
  }
}

function backWords(back: Route): string {
  switch (back.view) {
    case 'journey':
      return t('publish.backToJourney');
    case 'board':
      return t('publish.backToBoard');
    case 'flows':
      return t('publish.backToFlows');
    default:
      return t('publish.back');
  }
}
