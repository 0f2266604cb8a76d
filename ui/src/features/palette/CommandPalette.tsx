import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { t } from '@/i18n';
import { type Command, Icon, Kbd, onEnterUnmarked, useAllCommands, useUse } from '@/kit';
import { matching } from './match';
import styles from './palette.module.css';

/** The list scrolls, so the keyboard can reach it itself too; the library keeps focus in the field only. */
function reachable(list: HTMLElement | null): void {
  if (list !== null) list.tabIndex = 0;
}

/** Every command by name: type, arrow, Enter. */
export function CommandPalette({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  return (
    <ModalOverlay
      className={styles.scrim}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
    >
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog} aria-label={t('palette.title')}>
          <Search onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Search({ onClose }: { onClose(): void }) {
  const commands = useAllCommands();
  const [typed, setTyped] = useState('');
  const { usedAt, use } = useUse('command');
  const found = useMemo(() => matching(commands, typed, usedAt), [commands, typed, usedAt]);

  const run = (command: Command): void => {
    if (command.disabled !== undefined) return;
    use(command.id);
    onClose();
    // After the dialog has given focus back, so that the command may move it.
    window.setTimeout(() => command.run(), 0);
  };

  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={t('palette.title')} className={styles.search} autoFocus>
        <Icon name="search" />
        <Input
          className={styles.input}
          placeholder={t('palette.placeholder')}
          onKeyDownCapture={onEnterUnmarked(() => found[0] !== undefined && run(found[0]))}
          dir={typed === '' ? undefined : 'auto'}
        />
        <Kbd keys="Esc" />
      </SearchField>
      <Menu
        ref={reachable}
        className={styles.list}
        aria-label={t('palette.title')}
        items={found}
        renderEmptyState={() => <p className={styles.empty}>{t('palette.nothing', { typed })}</p>}
      >
        {(command) => (
          <MenuItem
            id={command.id}
            textValue={command.title}
            className={styles.item}
            data-cannot={command.disabled === undefined ? undefined : true}
            onAction={() => run(command)}
          >
            <Icon name={command.icon ?? 'next'} size={14} />
            <span className={styles.words}>
              <span>{command.title}</span>{' '}
              <span className={styles.second}>{command.disabled ?? command.group}</span>
            </span>
            {command.keys?.[0] !== undefined && <Kbd keys={command.keys[0]} />}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}
