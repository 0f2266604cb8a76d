import { useRef } from 'react';
import { useDraft, useJourney } from '@/document';
import { t } from '@/i18n';
import { fieldWords } from '@/journey-words';
import { IconButton, Menu, type MenuGroup, TextField, type TextFieldProps } from '@/kit';
import styles from './filled.module.css';
import { isMembers } from './json';

/** The details of a person that can stand in a text. */
export function useDetails(insert: (detail: string) => void): readonly MenuGroup[] {
  const data = useJourney((state) => state.journey.data);
  const names = new Set(['first_name', 'name', ...(isMembers(data) ? Object.keys(data) : [])]);
  const entries = [...names].map((name) => ({
    id: name,
    label: fieldWords(name),
    run: () => insert(`{{${name}}}`),
  }));
  return [{ entries }];
}

/** A text with details of a person in it. */
export function FilledText({
  value,
  onSet,
  ...props
}: Pick<TextFieldProps, 'label' | 'labelHidden' | 'help' | 'code'> & {
  value: string;
  onSet(text: string): Promise<unknown>;
}) {
  const draft = useDraft(value, onSet);
  const box = useRef<HTMLDivElement>(null);
  const details = useDetails((detail) => {
    // Where the cursor was last.
    const at = box.current?.querySelector('input')?.selectionEnd ?? draft.value.length;
    draft.onChange(draft.value.slice(0, at) + detail + draft.value.slice(at));
  });
  return (
    <div ref={box} className={styles.filled}>
      <TextField {...props} {...draft.field} />
      <Menu label={t('values.insert')} groups={details}>
        <IconButton icon="bind" size="panel" label={t('values.insertInto', { label: props.label })} />
      </Menu>
    </div>
  );
}
