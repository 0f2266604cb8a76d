import { useCallback, useEffect, useState } from 'react';
import { MessageProvider, useMessage, useMessageSession, useOpenMessage } from '@/document';
import {
  Composer,
  MessagePhone,
  Rejected,
  Steps,
  SubmitDialog,
  TemplateLanguages,
  TrialDialog,
  useStanding,
  VersionsDialog,
} from '@/features/composer';
import { t } from '@/i18n';
import { Button, IconButton, runCommand, Segmented } from '@/kit';
import { useAccounts } from './accounts';
import { DocumentName } from './bar/DocumentName';
import { SavedSign } from './bar/SavedSign';
import editor from './editor/editor.module.css';
import { useLayout } from './editor/layout';
import { Failed } from './Failed';
import { Crumbs, Page, TopBar } from './Frame';
import { type MessageMiddle, useMessageCommands } from './message-commands';
import { setPreferences, useCountry } from './preferences';
import { go } from './route';
import { UndoRedo } from './undo';

/** The composer of one template or message. */
export default function MessageView({ message }: { message: string }) {
  const opening = useOpenMessage(message);
  const crumbs = [{ label: t('app.messages'), onPress: () => go({ view: 'messages' }) }];
  if (opening.state !== 'open') {
    return (
      <>
        <TopBar start={<Crumbs parts={crumbs} last="" />} />
        <Page label={t('composer.title')}>
          {opening.state === 'failed' && (
            <Failed error={opening.error} onRetry={opening.retry} onLeave={() => go({ view: 'messages' })} />
          )}
        </Page>
      </>
    );
  }
  return (
    <MessageProvider value={opening.session}>
      <Open />
    </MessageProvider>
  );
}

function Open() {
  const session = useMessageSession();
  const name = useMessage((state) => state.message.name);
  const saved = useMessage((state) => state.saved);
  const kind = useMessage((state) => state.message.kind);
  const undo = useMessage((state) => state.message.history.undo[0]?.name);
  const redo = useMessage((state) => state.message.history.redo[0]?.name);
  const [submitting, setSubmitting] = useState(false);
  const [trying, setTrying] = useState(false);
  const [comparing, setComparing] = useState(false);
  const { accounts } = useAccounts();
  const [chosen, setChosen] = useState<string | null>(null);
  // A real account with its token at hand is what most people mean; practice until there is one.
  const account =
    accounts.find((known) => known.id === chosen) ??
    accounts.find((known) => !known.practice && known.hasToken) ??
    accounts[0];
  const { standing, take } = useStanding(kind === 'template' ? account?.id : undefined);
  const [view, setView] = useState<MessageMiddle>('form');
  const layout = useLayout();
  const onVersions = useCallback(() => setComparing(true), []);
  useMessageCommands({ undo, redo, onVersions, onView: setView });
  const country = useCountry();
  useEffect(() => session.setCountries([country]), [session, country]);
  return (
    <>
      <TopBar
        start={
          <>
            <Crumbs
              parts={[{ label: t('app.messages'), onPress: () => go({ view: 'messages' }) }]}
              last={
                <DocumentName
                  name={name}
                  menu={t('app.messageMenu')}
                  commands={[
                    ['message.versions', 'message.export'],
                    ['view.form', 'view.source'],
                  ]}
                  session={session}
                />
              }
            />
            <SavedSign saved={saved} onRetry={() => void session.retry()} />
          </>
        }
        middle={
          layout === 'wide' || layout === 'normal' ? (
            <Segmented<MessageMiddle>
              label={t('app.view')}
              value={view}
              onChange={setView}
              choices={[
                { id: 'form', label: t('app.viewForm'), icon: 'message' },
                { id: 'source', label: t('app.viewSource'), icon: 'source' },
              ]}
            />
          ) : undefined
        }
        end={
          <>
            <UndoRedo undo={undo} redo={redo} />
            <IconButton
              icon="download"
              label={t('app.export')}
              keys="Mod+Shift+S"
              onPress={() => runCommand('message.export')}
            />
            <Button icon="phone" onPress={() => setTrying(true)}>
              {t('trial.title')}
            </Button>
            {kind === 'template' && (
              <Button variant="primary" icon="publish" onPress={() => setSubmitting(true)}>
                {t('composer.review')}
              </Button>
            )}
          </>
        }
      />
      <div className={editor.editor}>
        <Composer
          asSource={view === 'source'}
          country={country}
          onCountry={(chosen) => void setPreferences({ country: chosen })}
          phone={<MessagePhone sender={t('composer.yourBusiness')} />}
          languages={
            kind === 'template' ? (
              <TemplateLanguages onOpen={(message) => go({ view: 'message', message })} />
            ) : undefined
          }
          foot={
            kind === 'template' ? (
              <>
                <Rejected standing={standing} />
                <Steps standing={standing} />
              </>
            ) : undefined
          }
        />
      </div>
      <SubmitDialog
        accounts={accounts}
        account={account?.id}
        standing={standing}
        isOpen={submitting}
        onAccount={setChosen}
        onClose={() => setSubmitting(false)}
        onSubmitted={take}
      />
      <TrialDialog
        accounts={accounts}
        account={account?.id}
        isOpen={trying}
        onAccount={setChosen}
        onClose={() => setTrying(false)}
      />
      <VersionsDialog isOpen={comparing} onClose={() => setComparing(false)} />
    </>
  );
}
