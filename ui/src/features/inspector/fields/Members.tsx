import type { PropertyFacts } from '@/document';
import { join, useDraft } from '@/document';
import type { Edit, Value } from '@/host';
import { t } from '@/i18n';
import { Switch, TextField } from '@/kit';
import { useInspected } from '../context';
import { setMember } from '../edits';
import { objectOf } from '../payload';
import type { FieldProps } from './field';
import styles from './fields.module.css';
import { PropertyField } from './PropertyField';
import { letters, Row } from './Row';

/** An object with known members: the words at the end of a row, the picture at its start. */
export function MembersField({ at, component, facts, label, value }: FieldProps) {
  const { change } = useInspected();
  const here = join(at, facts.name);
  if (value === undefined) {
    const first = facts.members.find((member) => member.required) ?? facts.members[0];
    const add: Edit | undefined = first && {
      type: 'SetProperty',
      at,
      key: facts.name,
      value: { [first.name]: '' },
    };
    return <Switch label={label} isSelected={false} onChange={() => void change(add)} />;
  }
  return (
    <fieldset className={styles.members} aria-label={label}>
      {facts.required ? (
        <span className={styles.label}>{label}</span>
      ) : (
        <Switch
          label={label}
          isSelected
          onChange={() => void change({ type: 'RemoveProperty', at, key: facts.name })}
        />
      )}
      {facts.members.map((member) => (
        <PropertyField
          key={member.name}
          at={here}
          component={component}
          facts={member}
          owner={objectOf(value)}
        />
      ))}
    </fieldset>
  );
}

/** A member that a range has twice: one field for the first day, one for the last. */
export function PairField(props: FieldProps) {
  return (
    <div className={styles.pair}>
      <HalfField {...props} half="start-date" />
      <HalfField {...props} half="end-date" />
    </div>
  );
}

function HalfField({
  at,
  facts,
  label,
  value,
  half,
  error,
}: FieldProps & { half: 'start-date' | 'end-date' }) {
  const { change } = useInspected();
  const here = join(at, facts.name);
  const own = objectOf(value)[half];
  const known: Pick<PropertyFacts, 'name' | 'required' | 'default'> = {
    name: half,
    required: true,
    default: null,
  };
  const set = (next: Value | undefined) => change(setMember(here, known, own, next));
  const words = t(half === 'start-date' ? 'inspector.firstDay' : 'inspector.lastDay', { label });
  const draft = useDraft(typeof own === 'string' ? own : '', (text) => set(text));
  if (typeof own === 'boolean' || facts.types.includes('boolean')) {
    return <Switch label={words} isSelected={own === true} onChange={(on) => void set(on)} />;
  }
  const limit = facts.maxChars ?? undefined;
  return (
    <Row label={words} used={limit === undefined ? undefined : letters(draft.value)} limit={limit}>
      <TextField
        label={words}
        labelHidden
        {...draft.field}
        error={half === 'start-date' ? error : undefined}
      />
    </Row>
  );
}
