import { Button as AriaButton } from 'react-aria-components';
import { t } from '@/i18n';
import { Icon, Menu, runCommand } from '@/kit';
import bar from './bar/bar.module.css';

/** The name in the bar, with what can be done with all of it. */
export function MessageName({ name, onRename }: { name: string; onRename(): void }) {
  return (
    <Menu
      label={t('app.messageMenu')}
      groups={[
        {
          entries: [
            { id: 'rename', label: t('app.rename'), icon: 'edit', run: onRename },
            {
              id: 'versions',
              label: t('versions.open'),
              icon: 'history',
              run: () => runCommand('message.versions'),
            },
            {
              id: 'export',
              label: t('app.export'),
              icon: 'download',
              keys: 'Mod+Shift+S',
              run: () => runCommand('message.export'),
            },
          ],
        },
        {
          entries: [
            {
              id: 'form',
              label: t('app.showForm'),
              icon: 'message',
              keys: 'Alt+1',
              run: () => runCommand('view.form'),
            },
            {
              id: 'source',
              label: t('app.showSource'),
              icon: 'source',
              keys: 'Alt+2',
              run: () => runCommand('view.source'),
            },
          ],
        },
      ]}
    >
      <AriaButton className={bar.name} aria-current="page">
        <span className={bar.nameWords}>
          <bdi>{name}</bdi>
        </span>
        <Icon name="chevronDown" size={14} />
      </AriaButton>
    </Menu>
  );
}
