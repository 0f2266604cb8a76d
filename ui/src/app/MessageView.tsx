import { useEffect, useMemo, useState } from 'react';
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
} from '@/features/composer';
import { host } from '@/host';
import { t } from '@/i18n';
import {
  Button,
  type Command,
  Dialog,
  IconButton,
  interrupt,
  runCommand,
  TextField,
  toast,
  useCommands,
} from '@/kit';
import { useAccounts } from './accounts';
import editor from './editor/editor.module.css';
import { SavedSign } from './editor/SavedSign';
import { Failed } from './Failed';
import { Crumbs, Page, TopBar } from './Frame';
import { setPreferences, useCountry } from './preferences';
import { go } from './route';
import { type Next, UndoRedo, undoCommands } from './undo';

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
  const [renaming, setRenaming] = useState(false);
  const [submitting, setSubmitting] = useState(false);
  const [trying, setTrying] = useState(false);
  const { accounts } = useAccounts();
  const [chosen, setChosen] = useState<string | null>(null);
  // A real account with its token at hand is what most people mean; practice until there is one.
  const account =
    accounts.find((known) => known.id === chosen) ??
    accounts.find((known) => !known.practice && known.hasToken) ??
    accounts[0];
  const { standing, take } = useStanding(kind === 'template' ? account?.id : undefined);
  useMessageCommands({ undo, redo });
  const country = useCountry();
  useEffect(() => session.setCountries([country]), [session, country]);
  return (
    <>
      <TopBar
        start={
          <>
            <Crumbs
              parts={[{ label: t('app.messages'), onPress: () => go({ view: 'messages' }) }]}
              last={<bdi>{name}</bdi>}
            />
            <IconButton icon="edit" size="panel" label={t('app.rename')} onPress={() => setRenaming(true)} />
            <SavedSign saved={saved} onRetry={() => void session.retry()} />
          </>
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
          country={country}
          onCountry={(chosen) => void setPreferences({ country: chosen })}
          phone={<MessagePhone sender={t('composer.yourBusiness')} />}
          languages={
            kind === 'template' ? (
              <TemplateLanguages onOpen={(message) => go({ view: 'message', message })} />
            ) : undefined
          }
          said={<Rejected standing={standing} />}
          foot={kind === 'template' ? <Steps standing={standing} /> : undefined}
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
      <Rename isOpen={renaming} onClose={() => setRenaming(false)} />
    </>
  );
}

function Rename({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const session = useMessageSession();
  const name = useMessage((state) => state.message.name);
  const [typed, setTyped] = useState(name);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field begins with the name whenever it opens
  useEffect(() => setTyped(name), [isOpen]);
  const rename = () => {
    if (typed.trim() === '') return;
    onClose();
    void session.dispatch({ type: 'RenameFlow', name: typed.trim() });
  };
  return (
    <Dialog title={t('app.rename')} isOpen={isOpen} onClose={onClose}>
      <TextField label={t('composer.name')} value={typed} onChange={setTyped} onEnter={rename} autoFocus />
      <Button variant="primary" onPress={rename}>
        {t('app.rename')}
      </Button>
    </Dialog>
  );
}

function useMessageCommands({ undo, redo }: Next): void {
  const session = useMessageSession();
  const commands = useMemo<Command[]>(
    () => [
      ...undoCommands(session, { undo, redo }).map((command) => ({ ...command, whileTyping: true })),
      {
        id: 'message.export',
        title: t('app.export'),
        group: t('app.groupGo'),
        icon: 'download',
        keys: ['Mod+Shift+S'],
        run: () =>
          void host.messageExport(session.id).then((answer) => {
            if (answer.ok && answer.data !== null)
              toast({ words: t('app.exported', { file: answer.data }), icon: 'ok' });
            if (!answer.ok && answer.error.code !== 'cancelled') interrupt(answer.error.sentence);
          }),
      },
    ],
    [session, undo, redo],
  );
  useCommands(commands);
}
