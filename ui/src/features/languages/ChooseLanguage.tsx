import { type ReactElement, useState } from 'react';
import { languageName, t } from '@/i18n';
import { Button, ComboBox, Popover } from '@/kit';
import styles from './languages.module.css';

/** A button (the only child) that asks for a language, found by typing its name. */
export function ChooseLanguage({
  label,
  confirm,
  known,
  children,
  onChoose,
  isOpen,
  onOpenChange,
}: {
  label: string;
  /** The verb on the button. */
  confirm: string;
  /** Tags to choose from. */
  known: readonly string[];
  children: ReactElement;
  onChoose(tag: string): void;
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  return (
    <Popover label={label} trigger={children} isOpen={isOpen} onOpenChange={onOpenChange}>
      {(close) => (
        <Choice
          confirm={confirm}
          known={known}
          onChoose={(tag) => {
            close();
            onChoose(tag);
          }}
        />
      )}
    </Popover>
  );
}

function Choice({
  confirm,
  known,
  onChoose,
}: {
  confirm: string;
  known: readonly string[];
  onChoose(tag: string): void;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const choices = known
    .map((tag) => ({ id: tag, label: languageName(tag) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <form
      className={styles.choose}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === null) setRefused(true);
        else onChoose(chosen);
      }}
    >
      <ComboBox
        label={t('languages.language')}
        placeholder={t('languages.languagePlaceholder')}
        value={chosen}
        onChange={(tag) => {
          setChosen(tag);
          setRefused(false);
        }}
        choices={choices}
        autoFocus
        error={refused ? t('languages.unknownLanguage') : null}
      />
      <Button type="submit" variant="primary">
        {confirm}
      </Button>
    </form>
  );
}
