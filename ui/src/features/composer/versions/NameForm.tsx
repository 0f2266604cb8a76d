import { useState } from 'react';
import { t } from '@/i18n';
import { Button, TextField } from '@/kit';
import styles from './versions.module.css';

/** Asks for a name; Esc goes back without one. */
export function NameForm({
  first = '',
  act,
  onName,
  onCancel,
}: {
  first?: string;
  /** What the button says. */
  act: string;
  onName(name: string): void;
  onCancel(): void;
}) {
  const [name, setName] = useState(first);
  return (
    <form
      className={styles.nameForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onName(name.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextField
        label={t('versions.name')}
        help={t('versions.nameHelp')}
        value={name}
        onChange={setName}
        autoFocus
      />
      <div className={styles.acts}>
        <Button type="submit" size="small" variant="primary" isDisabled={name.trim() === ''}>
          {act}
        </Button>
        <Button size="small" variant="quiet" onPress={onCancel}>
          {t('versions.cancel')}
        </Button>
      </div>
    </form>
  );
}
