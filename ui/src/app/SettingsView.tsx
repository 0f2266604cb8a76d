import { useState } from 'react';
import { AccountList, ConnectDialog, TokenDialog } from '@/features/accounts';
import { SettingsPage } from '@/features/settings';
import { type Account, type Answer, host } from '@/host';
import { t } from '@/i18n';
import { useAccounts } from './accounts';
import { Crumbs, Page, TopBar } from './Frame';
import { setPreferences, usePreferences } from './preferences';
import { openProject, saveProject } from './project';
import { loadWorkspace, useWorkspace } from './workspace';

export default function SettingsView() {
  const settings = usePreferences();
  const { workspace } = useWorkspace();
  const { accounts, error, reload } = useAccounts();
  const [connecting, setConnecting] = useState(false);
  const [token, setToken] = useState<Account | null>(null);
  const [result, setResult] = useState<{ ok: boolean; words: string } | null>(null);

  const tell = (answer: Answer<string | null>, done: 'backedUp' | 'restored'): void => {
    if (answer.ok)
      setResult(
        answer.data === null ? null : { ok: true, words: t(`settings.${done}`, { file: answer.data }) },
      );
    else setResult(answer.error.code === 'cancelled' ? null : { ok: false, words: answer.error.sentence });
  };

  return (
    <>
      <TopBar start={<Crumbs parts={[]} last={t('app.settings')} />} />
      <Page label={t('app.settings')}>
        <SettingsPage
          settings={settings}
          onChange={(change) => void setPreferences(change)}
          accounts={
            error === null ? (
              <AccountList
                accounts={accounts}
                onConnect={() => setConnecting(true)}
                onToken={setToken}
                onRemove={(account) => void host.accountRemove(account.id).then(reload)}
              />
            ) : (
              <p role="alert">{error.sentence}</p>
            )
          }
          onBackup={() => void host.workspaceBackup().then((answer) => tell(answer, 'backedUp'))}
          onRestore={() =>
            void host.workspaceRestore({ type: 'File' }).then(async (answer) => {
              tell(answer, 'restored');
              if (answer.ok && answer.data !== null) await loadWorkspace();
            })
          }
          result={result}
          onSaveProject={saveProject}
          onOpenProject={(form) => void openProject(form)}
          version={workspace?.version ?? ''}
        />
      </Page>
      <ConnectDialog
        isOpen={connecting}
        onClose={() => setConnecting(false)}
        onConnected={() => void reload()}
      />
      <TokenDialog account={token} onClose={() => setToken(null)} onGiven={() => void reload()} />
    </>
  );
}
