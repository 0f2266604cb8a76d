import { useState } from 'react';
import { DifferenceTable } from '@/differences';
import type { MessageVersion } from '@/host';
import { t } from '@/i18n';
import { Alert, Button, Icon, IconButton } from '@/kit';
import { plainWords } from '../variables';
import { NameForm } from './NameForm';
import { useComparison, type Versions } from './useVersions';
import styles from './versions.module.css';
import { versionName, versionTime } from './words';

/** One version beside what is here, and the way back to it. */
export function Compared({
  version,
  versions,
  onDone,
  onDrop,
}: {
  version: MessageVersion;
  versions: Versions;
  /** It was brought back. */
  onDone(): void;
  onDrop(): void;
}) {
  const told = useComparison(version);
  const [renaming, setRenaming] = useState(false);
  /** The button gets the focus back from the form. */
  const [wasRenamed, setWasRenamed] = useState(false);
  const name = versionName(version);
  const differences = told !== null && !('code' in told) ? told : null;
  return (
    <section className={styles.compared} aria-labelledby="version-name">
      <header className={styles.head}>
        <div className={styles.words}>
          <h3 id="version-name" className={styles.title}>
            <bdi>{name}</bdi>
          </h3>
          <p className={`${styles.second} tabular`}>{versionTime(version)}</p>
        </div>
        {!renaming && (
          <IconButton
            icon="edit"
            label={t('versions.rename', { name })}
            autoFocus={wasRenamed}
            onPress={() => {
              setWasRenamed(true);
              setRenaming(true);
            }}
          />
        )}
        <IconButton icon="delete" label={t('versions.delete', { name })} onPress={onDrop} />
        {differences !== null && differences.length > 0 && (
          <Button
            variant="primary"
            icon="history"
            onPress={() => void versions.bringBack(version).then((done) => done && onDone())}
          >
            {t('versions.bringBack')}
          </Button>
        )}
      </header>
      {renaming && (
        <NameForm
          first={name}
          act={t('versions.renameDo')}
          onCancel={() => setRenaming(false)}
          onName={(wanted) =>
            void versions.rename(version, wanted).then((done) => done && setRenaming(false))
          }
        />
      )}
      {told !== null && 'code' in told && <Alert>{told.sentence}</Alert>}
      {differences !== null && differences.length === 0 && (
        <p className={styles.same}>
          <Icon name="ok" />
          {t('versions.same')}
        </p>
      )}
      {differences !== null && differences.length > 0 && (
        <DifferenceTable
          differences={differences}
          before={{ icon: 'edit', title: t('versions.here'), none: t('versions.missing') }}
          after={{ icon: 'history', title: t('versions.inVersion'), none: t('versions.missingThere') }}
          labelledBy="version-name"
          detail={plainWords}
        />
      )}
    </section>
  );
}
