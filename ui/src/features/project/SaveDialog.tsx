import { useEffect, useState } from 'react';
import { host, type ProjectForm, type ProjectSummary, type WireError } from '@/host';
import { t } from '@/i18n';
import { Alert, Button, Dialog, Icon, Segmented, TextField, toast } from '@/kit';
import styles from './project.module.css';

const PARTS = ['journeys', 'flows', 'templates', 'messages', 'media'] as const;

/** Asks for a name and a form, then for the place, and saves everything there. */
export function SaveDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const [holds, setHolds] = useState<ProjectSummary | null>(null);
  const [name, setName] = useState('');
  const [form, setForm] = useState<ProjectForm>('file');
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [failed, setFailed] = useState<WireError | null>(null);

  useEffect(() => {
    let gone = false;
    void host.projectContents().then((answer) => {
      if (gone) return;
      if (!answer.ok) setFailed(answer.error);
      else {
        setHolds(answer.data);
        setName(answer.data.name === '' ? t('project.newName') : answer.data.name);
      }
    });
    return () => {
      gone = true;
    };
  }, []);

  const save = async (): Promise<void> => {
    if (busy) return;
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    setBusy(true);
    setFailed(null);
    const answer = await host.projectExport(name.trim(), form);
    setBusy(false);
    if (!answer.ok) setFailed(answer.error.code === 'cancelled' ? null : answer.error);
    else if (answer.data !== null) {
      toast({ words: t('project.saved', { file: answer.data }), icon: 'ok' });
      onClose();
    }
  };

  const parts = holds === null ? [] : PARTS.filter((part) => holds[part] > 0);
  const isEmpty = holds !== null && parts.length === 0;
  return (
    <Dialog
      title={t('project.saveTitle')}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <Button
          variant="primary"
          icon="save"
          isDisabled={holds === null || isEmpty}
          onPress={() => void save()}
        >
          {t('project.saveNow')}
        </Button>
      }
    >
      <div className={styles.form}>
        {failed !== null && <Alert>{failed.sentence}</Alert>}
        {isEmpty && <p>{t('project.nothing')}</p>}
        {holds !== null && !isEmpty && (
          <>
            <TextField
              label={t('project.name')}
              value={name}
              onChange={setName}
              onEnter={() => void save()}
              error={missing && name.trim() === '' ? t('project.nameMissing') : null}
              autoFocus
            />
            <div className={styles.choice}>
              <Segmented<ProjectForm>
                label={t('project.form')}
                value={form}
                onChange={setForm}
                fill
                choices={[
                  { id: 'file', label: t('project.file'), icon: 'project' },
                  { id: 'folder', label: t('project.folder'), icon: 'folder' },
                ]}
              />
              <p className={styles.help} aria-live="polite">
                {t(form === 'file' ? 'project.fileHelp' : 'project.folderHelp')}
              </p>
            </div>
            <div className={styles.holds}>
              <h3 className={styles.label}>{t('project.holds')}</h3>
              <ul className={styles.parts}>
                {parts.map((part) => (
                  <li key={part}>{t(`project.${part}`, { count: holds[part] })}</li>
                ))}
              </ul>
              <p className={styles.note}>
                <Icon name="key" size={14} />
                {t('project.notIn')}
              </p>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}
