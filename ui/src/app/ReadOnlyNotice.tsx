import { useState } from 'react';
import { host, type WireError, type Workspace } from '@/host';
import { clock, day, t } from '@/i18n';
import { Button, Icon, Menu } from '@/kit';
import styles from './notice.module.css';
import { loadWorkspace } from './workspace';

/** Why nothing can be changed, and the backups that can be taken instead. */
export function ReadOnlyNotice({ workspace }: { workspace: Workspace }) {
  const [failed, setFailed] = useState<WireError | null>(null);
  if (workspace.readOnly === null) return null;

  const restore = async (from: Parameters<typeof host.workspaceRestore>[0]): Promise<void> => {
    const answer = await host.workspaceRestore(from);
    if (!answer.ok) setFailed(answer.error.code === 'cancelled' ? null : answer.error);
    else if (answer.data !== null) await loadWorkspace();
  };

  return (
    <div className={styles.notice} role="alert">
      <Icon name="lock" />
      <p>{(failed ?? workspace.readOnly).sentence}</p>
      {workspace.readOnly.code === 'damaged' && (
        <Menu
          label={t('app.restoreFrom')}
          placement="bottom end"
          groups={[
            {
              entries: workspace.backups.map((backup) => ({
                id: backup.name,
                label: t('app.backupOf', { day: day(Number(backup.at)), time: clock(Number(backup.at)) }),
                icon: 'history',
                run: () => void restore({ type: 'Backup', name: backup.name }),
              })),
            },
            {
              entries: [
                {
                  id: 'file',
                  label: t('app.restoreFile'),
                  icon: 'import',
                  run: () => void restore({ type: 'File' }),
                },
              ],
            },
          ]}
        >
          <Button iconEnd="chevronDown">{t('app.restoreFrom')}</Button>
        </Menu>
      )}
    </div>
  );
}
