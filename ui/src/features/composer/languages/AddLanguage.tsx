import { useEffect, useMemo, useState } from 'react';
import type { WireError } from '@/host';
import { t } from '@/i18n';
import { Alert, Button, ComboBox, Dialog } from '@/kit';
import { languageName } from '../Details';
import { useKnown } from '../known';
import styles from './languages.module.css';

/** Asks for a language that the template does not have. */
export function AddLanguage({
  taken,
  isOpen,
  onClose,
  onAdd,
}: {
  taken: readonly string[];
  isOpen: boolean;
  onClose(): void;
  /** Answers what is wrong, if anything. */
  onAdd(language: string): Promise<WireError | null>;
}) {
  const known = useKnown();
  const [chosen, setChosen] = useState('');
  const [error, setError] = useState<WireError | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it begins empty whenever it opens
  useEffect(() => {
    setChosen('');
    setError(null);
  }, [isOpen]);
  const choices = useMemo(
    () =>
      known.facts.languages
        .filter(({ code }) => !taken.includes(code))
        .map(({ code }) => ({ id: code, label: languageName(code) }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [known, taken],
  );
  return (
    <Dialog title={t('composer.addLanguage')} isOpen={isOpen} onClose={onClose}>
      <div className={styles.add}>
        <ComboBox
          label={t('composer.language')}
          value={chosen}
          choices={choices}
          onChange={(language) => setChosen(language ?? '')}
          autoFocus
        />
        <p className={styles.note}>{t('composer.addLanguage.help')}</p>
        {error !== null && <Alert>{error.sentence}</Alert>}
        <Button
          variant="primary"
          isDisabled={chosen === ''}
          onPress={() => void onAdd(chosen).then(setError)}
        >
          {t('composer.addLanguage')}
        </Button>
      </div>
    </Dialog>
  );
}
