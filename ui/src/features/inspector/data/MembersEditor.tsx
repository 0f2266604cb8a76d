import { isObject } from '@/flow-words';
import type { Value } from '@/host';
import { t } from '@/i18n';
import { Button, Checkbox, IconButton, Select, TextField } from '@/kit';
import type { Schema } from '@/sending';
import { freeKey } from '../payload';
import { useName } from '../useName';
import styles from './data.module.css';
import { MAX_DEPTH, memberWords } from './ExampleField';
import { CHOICE_EXTRAS, KINDS, type Kind, kindOf, membersOf } from './kinds';
import { addMember, changeMember, type Path, removeMember } from './members';

/** What changes the members of a value. */
export interface MemberActs {
  /** Takes the changed schema of the whole value. */
  change(schema: Schema): Promise<unknown>;
  /** Renames a member; every place that reads it follows. */
  rename(path: Path, from: string, to: string): Promise<unknown>;
}

interface Props extends MemberActs {
  /** The schema of the whole value. */
  whole: Schema;
  /** The schema of the group at `path`, or of the list of them. */
  schema: Schema;
  path: Path;
}

/** What is in a group, or in each choice or group of a list. */
export function MembersEditor(props: Props) {
  switch (kindOf(props.schema)) {
    case 'choices':
      return <ChoiceMembers {...props} />;
    case 'group':
    case 'groups':
      return props.path.length < MAX_DEPTH ? <GroupMembers {...props} /> : null;
    default:
      return null;
  }
}

/** Which members each choice has beside its words. */
function ChoiceMembers({ whole, schema, path, change }: Props) {
  const members = membersOf(schema);
  return (
    <fieldset aria-label={t('data.eachChoiceHas')} className={styles.members}>
      <span className={styles.none}>{t('data.eachChoiceHas')}</span>
      {Object.entries(CHOICE_EXTRAS).map(([name, kind]) => (
        <Checkbox
          key={name}
          isSelected={members[name] !== undefined}
          onChange={(on) =>
            void change(on ? addMember(whole, path, name, kind) : removeMember(whole, path, name))
          }
        >
          {memberWords(name)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function GroupMembers(props: Props) {
  const { whole, schema, path, change } = props;
  const members = membersOf(schema);
  const names = Object.keys(members);
  const title = t(kindOf(schema) === 'group' ? 'data.groupHas' : 'data.eachGroupHas');
  return (
    <fieldset aria-label={title} className={styles.members}>
      <span className={styles.none}>{title}</span>
      {Object.entries(members).map(([name, inner], place) => (
        <MemberRow key={place} {...props} name={name} inner={inner} taken={names} />
      ))}
      <div>
        <Button
          size="small"
          icon="add"
          onPress={() => void change(addMember(whole, path, freeKey('value', names), 'text'))}
        >
          {t('data.addMember')}
        </Button>
      </div>
    </fieldset>
  );
}

function MemberRow({
  whole,
  path,
  name,
  inner,
  taken,
  change,
  rename,
}: Props & { name: string; inner: Value; taken: string[] }) {
  const key = useName(
    name,
    (to) => nameRefusal(to, taken),
    (to) => rename(path, name, to),
  );
  return (
    <>
      <div className={styles.head}>
        <TextField label={t('data.memberName')} labelHidden code {...key} />
        <IconButton
          icon="close"
          size="panel"
          label={t('data.remove', { name })}
          onPress={() => void change(removeMember(whole, path, name))}
        />
      </div>
      <KindSelect
        kind={kindOf(inner)}
        label={t('data.kindOf', { name })}
        onChange={(kind) => void change(changeMember(whole, path, name, kind))}
      />
      {isObject(inner) && (
        <MembersEditor whole={whole} schema={inner} path={[...path, name]} change={change} rename={rename} />
      )}
    </>
  );
}

/** Why a value cannot be called this: no binding could read it. */
export function nameRefusal(name: string, taken: readonly string[]): string | null {
  if (!/^\w+$/.test(name)) return t('data.nameSigns');
  return taken.includes(name) ? t('data.nameTaken') : null;
}

/** The kinds in plain words. One that cannot be chosen is offered only where it stands. */
export function KindSelect({
  kind,
  label,
  onChange,
}: {
  kind: Kind;
  label: string;
  onChange(kind: Kind): void;
}) {
  const kinds = KINDS.includes(kind) ? KINDS : [...KINDS, kind];
  return (
    <Select<Kind>
      label={label}
      labelHidden
      value={kind}
      choices={kinds.map((id) => ({ id, label: t(`data.kind.${id}`) }))}
      onChange={(to) => {
        if (to !== kind) onChange(to);
      }}
    />
  );
}
