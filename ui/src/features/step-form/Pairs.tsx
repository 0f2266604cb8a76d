import { useDraft } from '@/document';
import type { JourneyStep } from '@/host';
import { t } from '@/i18n';
import { FilledText, isMembers } from '@/journey-values';
import { Button, IconButton, TextField } from '@/kit';
import { ExactText } from './ExactText';
import { member, setMember } from './edits';
import { useEdits } from './Gives';
import styles from './gives.module.css';

/** Names with a text each: headers, what another system is given. */
export function Pairs({ step, field, label }: { step: JourneyStep; field: string; label: string }) {
  const send = useEdits();
  const value = member(step, field);
  const members = isMembers(value) ? value : {};
  const entries = Object.entries(members);
  const put = (next: readonly (readonly [string, unknown])[]) => {
    const edit = setMember(
      step,
      field,
      next.length === 0 ? undefined : (Object.fromEntries(next) as typeof members),
    );
    return send(edit === undefined ? [] : [edit]);
  };
  const free = () => {
    let name = t('stepForm.newValue');
    for (let number = 2; Object.hasOwn(members, name); number += 1)
      name = `${t('stepForm.newValue')}_${number}`;
    return name;
  };
  return (
    <fieldset className={styles.table}>
      <legend className={styles.legend}>{label}</legend>
      {field === 'pick' && <p className={styles.hint}>{t('stepForm.pick.help')}</p>}
      {entries.map(([name, text], index) => (
        <Pair
          // The row stays while its name is typed.
          key={`${index}`}
          name={name}
          isFilled={field !== 'pick'}
          text={typeof text === 'string' ? text : JSON.stringify(text)}
          onName={async (next) =>
            next === '' || Object.hasOwn(members, next)
              ? { ok: next === name }
              : put(entries.map((entry, place) => (place === index ? [next, entry[1]] : entry)))
          }
          onText={(next) => put(entries.map((entry, place) => (place === index ? [name, next] : entry)))}
          onRemove={() => void put(entries.filter((_, place) => place !== index))}
        />
      ))}
      <Button size="row" variant="quiet" icon="add" onPress={() => void put([...entries, [free(), '']])}>
        {t('stepForm.addEntry')}
      </Button>
      <ExactText
        label={label}
        value={value ?? {}}
        onSet={async (next) => send([setMember(step, field, next)].filter((edit) => edit !== undefined))}
      />
    </fieldset>
  );
}

function Pair({
  name,
  text,
  isFilled,
  onName,
  onText,
  onRemove,
}: {
  name: string;
  text: string;
  /** Details of the person can stand in it. */
  isFilled: boolean;
  onName(name: string): Promise<unknown>;
  onText(text: string): Promise<unknown>;
  onRemove(): void;
}) {
  const called = useDraft(name, (typed) => onName(typed.trim()));
  const said = useDraft(text, onText);
  return (
    <fieldset className={styles.pair} aria-label={name}>
      <TextField label={t('stepForm.givenName')} labelHidden {...called.field} code />
      {isFilled ? (
        <FilledText label={t('values.valueOf', { name })} labelHidden value={text} onSet={onText} />
      ) : (
        <TextField label={t('stepForm.pairText')} labelHidden {...said.field} code />
      )}
      <IconButton icon="close" size="panel" label={t('stepForm.removeValue', { name })} onPress={onRemove} />
    </fieldset>
  );
}
