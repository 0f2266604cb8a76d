import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Answer, Edit } from '@/host';
import { t } from '@/i18n';
import { Button, Dialog, Icon, Menu, type MenuEntry, TextField, useAllCommands } from '@/kit';
import styles from './bar.module.css';

/** What is renamed: the session of a Flow, a message or a journey. */
interface Renamed {
  dispatch(edit: Edit): Promise<Answer<unknown>>;
}

/** The name of what is open, with a menu of what can be done with all of it. */
export function DocumentName({
  name,
  menu,
  commands,
  help,
  session,
}: {
  name: string;
  /** What the menu is called. */
  menu: string;
  /** Ids of commands, group by group, behind renaming. What is not offered just now is left out. */
  commands: readonly (readonly string[])[];
  /** Who sees the name. */
  help?: string | undefined;
  session: Renamed;
}) {
  const [renaming, setRenaming] = useState(false);
  const offered = useAllCommands();
  const entries = (ids: readonly string[]): MenuEntry[] =>
    ids.flatMap((id) => {
      const command = offered.find((known) => known.id === id);
      if (command === undefined) return [];
      const { title, icon, keys, run } = command;
      return [{ id, label: title, keys: keys?.[0], run, ...(icon === undefined ? {} : { icon }) }];
    });
  const rename: MenuEntry = {
    id: 'rename',
    label: t('app.rename'),
    icon: 'edit',
    run: () => setRenaming(true),
  };
  const [first = [], ...others] = commands.map(entries);
  const groups = [[rename, ...first], ...others].filter((group) => group.length > 0);
  const close = () => setRenaming(false);
  return (
    <>
      <Menu label={menu} groups={groups.map((group) => ({ entries: group }))}>
        <AriaButton className={styles.name} aria-current="page">
          <span className={styles.nameWords}>
            <bdi>{name}</bdi>
          </span>
          <Icon name="chevronDown" size={14} />
        </AriaButton>
      </Menu>
      <Dialog title={t('app.rename')} isOpen={renaming} onClose={close}>
        <Rename before={name} help={help} session={session} onClose={close} />
      </Dialog>
    </>
  );
}

function Rename({
  before,
  help,
  session,
  onClose,
}: {
  before: string;
  help: string | undefined;
  session: Renamed;
  onClose(): void;
}) {
  const [name, setName] = useState(before);
  const [error, setError] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const wanted = name.trim();
    if (wanted === '') {
      setError(t('app.nameEmpty'));
      return;
    }
    if (wanted !== before) {
      const answer = await session.dispatch({ type: 'RenameFlow', name: wanted });
      if (!answer.ok) {
        setError(answer.error.sentence);
        return;
      }
    }
    onClose();
  };
  return (
    <>
      <TextField
        label={t('app.name')}
        help={help}
        value={name}
        onChange={setName}
        onEnter={() => void save()}
        error={error}
        autoFocus
      />
      <div>
        <Button variant="primary" onPress={() => void save()}>
          {t('app.renameDo')}
        </Button>
      </div>
    </>
  );
}
