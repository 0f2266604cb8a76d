import { useState } from 'react';
import type { MessageVersion } from '@/host';
import { t } from '@/i18n';
import { Alert, Button, Dialog, EmptyState, Icon } from '@/kit';
import { Compared } from './Compared';
import { NameForm } from './NameForm';
import { useVersions, type Versions } from './useVersions';
import { VersionList } from './VersionList';
import styles from './versions.module.css';
import { versionName } from './words';

/** Versions of the open template or message: what they differ in from what is here, and the way back to one. */
export function VersionsDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  return (
    <Dialog title={t('versions.title')} isOpen={isOpen} onClose={onClose} size="page">
      <Shown onClose={onClose} />
    </Dialog>
  );
}

function Shown({ onClose }: { onClose(): void }) {
  const versions = useVersions();
  const [chosen, setChosen] = useState<string | null>(null);
  const [keeping, setKeeping] = useState(false);
  // Where the focus goes back to: the button, once its form has been open; the list, once something was deleted.
  const [asked, setAsked] = useState(false);
  const [turn, setTurn] = useState(0);
  const { list, error } = versions;
  const keep = (name: string) =>
    void versions.keep(name).then((id) => {
      if (id === null) return;
      setKeeping(false);
      setChosen(id);
    });
  const choose = (id: string | null) => {
    setChosen(id);
    setTurn((now) => now + 1);
  };
  const form = <NameForm act={t('versions.keepDo')} onName={keep} onCancel={() => setKeeping(false)} />;
  const ask = (
    <Button
      icon="save"
      autoFocus={asked || list?.length === 0}
      onPress={() => {
        setAsked(true);
        setKeeping(true);
      }}
    >
      {t('versions.keep')}
    </Button>
  );
  const said = (
    <>
      {error !== null && <Alert>{error.sentence}</Alert>}
      <Deleted versions={versions} onBack={choose} />
    </>
  );
  if (list === null) return said;
  const shown = list.find(({ id }) => id === chosen) ?? list.find(({ isHere }) => !isHere) ?? list[0];
  if (shown === undefined)
    return (
      <>
        {said}
        <EmptyState
          drawing={<Icon name="history" size={40} />}
          title={t('versions.empty')}
          action={keeping ? form : ask}
        />
      </>
    );
  return (
    <>
      {said}
      <div className={styles.columns}>
        <div className={styles.start}>
          {keeping ? form : ask}
          <VersionList key={turn} list={list} shown={shown} onChoose={setChosen} />
        </div>
        <Compared
          key={shown.id}
          version={shown}
          versions={versions}
          onDone={onClose}
          onDrop={() => void versions.drop(shown).then((done) => done && choose(neighbour(list, shown)))}
        />
      </div>
    </>
  );
}

/** The one below, or above the last. */
function neighbour(list: readonly MessageVersion[], gone: MessageVersion): string | null {
  const at = list.indexOf(gone);
  return (list[at + 1] ?? list[at - 1])?.id ?? null;
}

/** What was deleted last, with the way back. */
function Deleted({ versions, onBack }: { versions: Versions; onBack(id: string): void }) {
  const { deleted } = versions;
  return (
    <div role="status">
      {deleted !== null && (
        <p className={styles.deleted}>
          <span>{t('versions.deleted', { name: versionName(deleted) })}</span>
          <Button
            size="row"
            icon="undo"
            onPress={() => void versions.undrop(deleted).then((done) => done && onBack(deleted.id))}
          >
            {t('versions.undoDelete')}
          </Button>
        </p>
      )}
    </div>
  );
}
