import type { ReactElement, ReactNode } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import { Icon, type IconName } from './icon';
import { readableKeys } from './keys';
import styles from './menu.module.css';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  /** For example `Mod+D`. */
  keys?: string | undefined;
  /** A second line; for a disabled entry, why. */
  second?: string | undefined;
  isDisabled?: boolean;
  danger?: boolean;
  run?: () => void;
  /** A menu of its own. */
  entries?: readonly MenuEntry[];
}

export type MenuGroup = { title?: string; entries: readonly MenuEntry[] };

/** `onClose` closes a menu without a button of its own, which an entry further in cannot reach by itself. */
function Entry({ entry, onClose }: { entry: MenuEntry; onClose?: (() => void) | undefined }): ReactNode {
  const item = (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={entry.isDisabled}
      onAction={entry.run}
      className={`${styles.item} ${entry.danger === true ? styles.danger : ''}`}
    >
      {entry.icon !== undefined && <Icon name={entry.icon} size={14} />}
      <span className={styles.words}>
        <span className={styles.title}>{entry.label}</span>
        {entry.second !== undefined && <span className={styles.second}> {entry.second}</span>}
      </span>
      {entry.keys !== undefined && <kbd className={styles.keys}>{readableKeys(entry.keys)}</kbd>}
      {entry.entries !== undefined && <Icon name="chevronEnd" size={12} />}
    </MenuItem>
  );
  if (entry.entries === undefined) return item;
  return (
    <SubmenuTrigger>
      {item as ReactElement}
      <Popover className={styles.popover} offset={-2} crossOffset={-5}>
        <AriaMenu className={styles.list} onClose={onClose}>
          {entry.entries.map((inner) => (
            <Entry key={inner.id} entry={inner} onClose={onClose} />
          ))}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  );
}

/** What a menu holds; use inside `Menu`, or in a popover of one's own for a context menu. */
export function MenuList({
  groups,
  label,
  onClose,
  autoFocus,
}: {
  groups: readonly MenuGroup[];
  label: string;
  onClose?: () => void;
  /** For a popover of one's own, which has no button to hand the focus over. */
  autoFocus?: boolean;
}) {
  return (
    <AriaMenu className={styles.list} aria-label={label} onClose={onClose} autoFocus={autoFocus}>
      {groups.flatMap((group, index) => [
        ...(index > 0 ? [<Separator key={`before-${group.entries[0]?.id}`} className={styles.line} />] : []),
        <MenuSection key={group.entries[0]?.id} aria-label={group.title ?? label}>
          {group.title !== undefined && <Header className={styles.header}>{group.title}</Header>}
          {group.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} onClose={onClose} />
          ))}
        </MenuSection>,
      ])}
    </AriaMenu>
  );
}

/** A button (the only child) that opens a menu. */
export function Menu({
  label,
  groups,
  children,
  placement = 'bottom start',
}: {
  label: string;
  groups: readonly MenuGroup[];
  children: ReactElement;
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'end top';
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover} placement={placement} offset={4}>
        <MenuList groups={groups} label={label} />
      </Popover>
    </MenuTrigger>
  );
}
