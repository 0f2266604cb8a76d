import { useId, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Value } from '@/host';
import { t } from '@/i18n';
import { Icon } from '@/kit';
import type { FieldProps } from './field-props';
import styles from './form.module.css';
import { RawField } from './RawField';

/** The exact text of a member, for who wants it: closed at first. */
export function ExactText({ label, value, onSet }: FieldProps<Value | undefined, Value>) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.exact}>
      <AriaButton
        className={styles.exactButton}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={t('stepForm.exactOf', { label })}
        onPress={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'chevronUp' : 'chevronDown'} size={12} />
        {t('stepForm.exact')}
      </AriaButton>
      {isOpen && (
        <div id={id}>
          <RawField label={t('stepForm.exactOf', { label })} value={value} onSet={onSet} />
        </div>
      )}
    </div>
  );
}
