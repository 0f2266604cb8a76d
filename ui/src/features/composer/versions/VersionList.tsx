import { ListBox, ListBoxItem } from 'react-aria-components';
import type { MessageVersion } from '@/host';
import { t } from '@/i18n';
import { Icon, Tag } from '@/kit';
import styles from './versions.module.css';
import { versionName, versionTime } from './words';

/** Every version, the newest on top; the one with the focus is shown beside. */
export function VersionList({
  list,
  shown,
  onChoose,
}: {
  list: readonly MessageVersion[];
  shown: MessageVersion;
  onChoose(id: string): void;
}) {
  return (
    <ListBox
      className={styles.list}
      aria-label={t('versions.list')}
      items={list}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[shown.id]}
      autoFocus
      onSelectionChange={(keys) => {
        const chosen = list.find(({ id }) => keys !== 'all' && keys.has(id));
        if (chosen !== undefined) onChoose(chosen.id);
      }}
    >
      {(version) => (
        <ListBoxItem className={styles.row} textValue={versionName(version)}>
          <Icon name={version.sentTo === null ? 'save' : 'publish'} />
          <span className={styles.words}>
            <bdi className={styles.name}>{versionName(version)}</bdi>{' '}
            <span className={`${styles.second} tabular`}>
              {versionTime(version)} {version.isHere && <Tag>{t('versions.isHere')}</Tag>}
            </span>
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
