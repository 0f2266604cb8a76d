import type { ReactNode } from 'react';
import { Text } from 'react-aria-components';
import styles from './entry.module.css';
import { Icon, type IconName } from './icon';

/**
 * Looks of a list of things one opens: its box, a row in it, and a thing that stands alone; of a page that is such a list
 * its head, title, search, and what stands there when nothing fits.
 */
export const entry = {
  list: styles.list,
  row: styles.row,
  card: styles.card,
  page: styles.page,
  head: styles.head,
  title: styles.title,
  search: styles.search,
  none: styles.none,
};

/** What stands first in a row or card: its icon, its name, and a quieter line below. */
export function EntryWords({ icon, name, second }: { icon: IconName; name: ReactNode; second: ReactNode }) {
  return (
    <>
      <span className={styles.icon}>
        <Icon name={icon} />
      </span>
      <span className={styles.words}>
        <Text className={styles.name}>{name}</Text>
        <Text slot="description" className={styles.second}>
          {second}
        </Text>
      </span>
    </>
  );
}
