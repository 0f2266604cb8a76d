import { createContext, use } from 'react';
import { join, useDraft, useMessage, useMessageSession } from '@/document';
import type { Edit, Pointer, Value } from '@/host';
import { isKey, t } from '@/i18n';
import { Button, IconButton, NumberField, Select, Switch, TextField } from '@/kit';
import styles from './composer.module.css';
import { isFile, isOwnFile, MessageFile } from './FileBox';
import { type MemberFacts, useKnown } from './known';
import { fields, items, named, words } from './model';
import { MessageText } from './text';

/** Texts from this length on are written in a box of several lines. */
const LONG = 160;

/** Where the form may leave something to another editor: member names by which it is skipped. */
const Skipped = createContext<ReadonlySet<string>>(new Set());

/** What people call a member; the catalogue knows the usual ones, the facts all of them. */
export function memberWords(member: MemberFacts): string {
  const key = `composer.member.${member.name}`;
  if (isKey(key)) return t(key);
  const plain = member.words.replace(/^(the|a|an) /, '');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** The problem at a place itself. */
export function useProblemAt(at: Pointer): string | undefined {
  return useMessage(
    (state) =>
      state.view?.diagnostics.find((found) => found.severity === 'blocked' && found.place.pointer === at)
        ?.headline,
  );
}

/** A field for each member that an object may have, as the facts tell it. */
export function FactsForm({
  at,
  value,
  members,
  skip,
}: {
  at: Pointer;
  value: Value | undefined;
  members: readonly MemberFacts[];
  skip?: ReadonlySet<string>;
}) {
  const outer = use(Skipped);
  const skipped = skip ?? outer;
  return (
    <Skipped value={skipped}>
      {members
        .filter((member) => !skipped.has(member.name) && !isSettled(member) && !isOurs(member, value))
        .filter(({ name }) => name !== 'id' || !isOwnFile(fields(value)))
        .map((member) => (
          <div key={member.name} className={styles.member} data-at={join(at, member.name)}>
            <Member at={at} member={member} value={fields(value)[member.name]} />
          </div>
        ))}
    </Skipped>
  );
}

/** Ids only have to differ; Waymark gives them. */
function isOurs(member: MemberFacts, value: Value | undefined): boolean {
  const id = fields(value)[member.name];
  return member.name === 'id' && member.required && typeof id === 'string' && id !== '';
}

/** A member with one value only needs no field: it is written with the rest. */
function isSettled(member: MemberFacts): boolean {
  return member.choices.length === 1 && !member.open;
}

function Member({ at, member, value }: { at: Pointer; member: MemberFacts; value: Value | undefined }) {
  const type = member.types[0];
  if (type === 'object') return <Inner at={join(at, member.name)} owner={at} member={member} value={value} />;
  if (type === 'array') return <List at={join(at, member.name)} owner={at} member={member} value={value} />;
  if (type === 'boolean') return <Yes at={at} member={member} value={value} />;
  if (type === 'integer' || (type === 'number' && typeof value !== 'string'))
    return <Count at={at} member={member} value={value} />;
  if (member.choices.length > 1) return <Choice at={at} member={member} value={value} />;
  return <Words at={at} member={member} value={value} />;
}

/** Sets a member; empty words take one away that need not be there. */
export function setMember(at: Pointer, member: MemberFacts, value: Value | undefined): Edit {
  const title = t('composer.undo.change', { what: memberWords(member) });
  if (value === undefined || (value === '' && !member.required))
    return named(title, [{ type: 'RemoveProperty', at, key: member.name }]);
  return named(title, [{ type: 'SetProperty', at, key: member.name, value }]);
}

function Words({ at, member, value }: { at: Pointer; member: MemberFacts; value: Value | undefined }) {
  const session = useMessageSession();
  const error = useProblemAt(join(at, member.name));
  const isChange = (text: string) => value !== undefined || text !== '';
  const draft = useDraft(
    typeof value === 'number' ? String(value) : words(value),
    (text) => (isChange(text) ? session.dispatch(setMember(at, member, text)) : Promise.resolve()),
    {
      heard: (text) => {
        if (isChange(text)) session.tryOut(setMember(at, member, text));
      },
    },
  );
  const label = memberWords(member);
  if (
    (member.max ?? 0) >= LONG &&
    member.name !== 'url' &&
    member.name !== 'id' &&
    member.name !== 'package_name'
  ) {
    return <MessageText label={label} draft={draft} limit={member.max ?? undefined} error={error} formats />;
  }
  return (
    <TextField
      label={label}
      {...draft.field}
      error={error}
      counter={member.max === null ? undefined : { used: [...draft.value].length, limit: member.max }}
      code={CODES.has(member.name)}
      isRequired={member.required}
    />
  );
}

/** Written left to right in every language. */
const CODES = new Set([
  'id',
  'link',
  'url',
  'phone',
  'phone_number',
  'wa_id',
  'email',
  'to',
  'package_name',
  'signature_hash',
  'catalog_id',
  'product_retailer_id',
  'flow_id',
  'flow_token',
  'message_id',
]);

function Yes({ at, member, value }: { at: Pointer; member: MemberFacts; value: Value | undefined }) {
  const session = useMessageSession();
  return (
    <Switch
      label={memberWords(member)}
      isSelected={value === true}
      onChange={(on) => void session.dispatch(setMember(at, member, on || member.required ? on : undefined))}
    />
  );
}

function Count({ at, member, value }: { at: Pointer; member: MemberFacts; value: Value | undefined }) {
  const session = useMessageSession();
  const error = useProblemAt(join(at, member.name));
  return (
    <NumberField
      label={memberWords(member)}
      value={typeof value === 'number' ? value : Number.NaN}
      error={error}
      step={member.types.includes('integer') ? 1 : 0.000001}
      {...(member.min === null ? {} : { min: member.min })}
      {...(member.maxNumber === null ? {} : { max: member.maxNumber })}
      onChange={(count) =>
        void session.dispatch(setMember(at, member, Number.isNaN(count) ? undefined : count))
      }
    />
  );
}

/** A choice by its own name in the catalogue, else as Meta writes it. */
export function choiceWords(choice: string): string {
  const key = `composer.choice.${choice}`;
  return isKey(key) ? t(key) : choice;
}

function Choice({ at, member, value }: { at: Pointer; member: MemberFacts; value: Value | undefined }) {
  const session = useMessageSession();
  const now = words(value);
  const all = now === '' || member.choices.includes(now) ? member.choices : [...member.choices, now];
  return (
    <Select
      label={memberWords(member)}
      value={now === '' ? null : now}
      placeholder={t('composer.choose')}
      choices={all.map((id) => ({ id, label: choiceWords(id) }))}
      onChange={(chosen) => void session.dispatch(setMember(at, member, chosen))}
    />
  );
}

interface InnerProps {
  at: Pointer;
  owner: Pointer;
  member: MemberFacts;
  value: Value | undefined;
}

function Inner({ at, owner, member, value }: InnerProps) {
  const session = useMessageSession();
  const known = useKnown();
  const label = memberWords(member);
  const error = useProblemAt(at);
  if (value === undefined && !member.required) {
    return (
      <Button
        size="small"
        variant="quiet"
        icon="add"
        onPress={() => void session.dispatch(setMember(owner, member, known.blankOf(member)))}
      >
        {t('composer.add', { what: label })}
      </Button>
    );
  }
  const variant = known.variantOf(member, value);
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {!member.required && (
        <IconButton
          icon="close"
          size="panel"
          className={styles.away}
          label={t('composer.takeAway', { what: label })}
          onPress={() => void session.dispatch(setMember(owner, member, undefined))}
        />
      )}
      {isFile(member) && <MessageFile at={at} name={member.name} label={label} value={value} error={error} />}
      {member.variants !== null && <VariantChoice at={owner} member={member} value={value} />}
      <FactsForm
        at={at}
        value={value}
        members={[...member.members.filter(({ name }) => name !== 'type'), ...variant]}
      />
    </fieldset>
  );
}

/** What an object is that says so with its `type`; another one begins empty. */
function VariantChoice({
  at,
  member,
  value,
}: {
  at: Pointer;
  member: MemberFacts;
  value: Value | undefined;
}) {
  const session = useMessageSession();
  const known = useKnown();
  const variants = known.facts.variants[member.variants ?? ''] ?? [];
  const type = words(fields(value).type);
  return (
    <Select
      label={t('composer.kind')}
      value={type === '' ? null : type}
      placeholder={t('composer.choose')}
      choices={variants.map((variant) => ({ id: variant.type, label: choiceWords(variant.type) }))}
      onChange={(chosen) => void session.dispatch(setMember(at, member, known.blankVariant(member, chosen)))}
    />
  );
}

function List({ at, owner, member, value }: InnerProps) {
  const session = useMessageSession();
  const known = useKnown();
  const label = memberWords(member);
  const list = items(value);
  const most = member.maxItems ?? Number.POSITIVE_INFINITY;
  const title = t('composer.undo.change', { what: label });
  const add = () => {
    const item = member.item.length > 0 ? known.blankItem(member, list.length) : '';
    void session.dispatch(
      value === undefined
        ? setMember(owner, member, [item])
        : named(title, [{ type: 'InsertItem', at, index: list.length, value: item }]),
    );
  };
  return (
    <fieldset className={styles.group}>
      <legend>
        {label}{' '}
        {member.maxItems !== null && (
          <span className={styles.of}>{t('composer.countOf', { count: list.length, most })}</span>
        )}
      </legend>
      {list.map((item, index) => {
        const place = join(at, index);
        return (
          <div key={index} className={styles.item}>
            <div className={styles.itemFields}>
              {member.item.length > 0 ? (
                <FactsForm at={place} value={item} members={member.item} />
              ) : (
                <ItemWords at={at} index={index} member={member} value={item} />
              )}
            </div>
            <ItemButtons at={at} index={index} count={list.length} title={title} what={label} />
          </div>
        );
      })}
      {list.length < most && (
        <Button size="small" variant="quiet" icon="add" onPress={add}>
          {t('composer.addOne', { what: label })}
        </Button>
      )}
    </fieldset>
  );
}

/** Up, down and away. */
export function ItemButtons({
  at,
  index,
  count,
  title,
  what,
}: {
  at: Pointer;
  index: number;
  count: number;
  title: string;
  what: string;
}) {
  const session = useMessageSession();
  const move = (to: number) =>
    void session.dispatch(named(title, [{ type: 'MoveItem', from: join(at, index), to: at, index: to }]));
  const place = t('composer.place', { what, place: index + 1 });
  return (
    <div className={styles.itemButtons}>
      <IconButton
        icon="chevronUp"
        size="panel"
        label={t('composer.up', { what: place })}
        isDisabled={index === 0}
        onPress={() => move(index - 1)}
      />
      <IconButton
        icon="chevronDown"
        size="panel"
        label={t('composer.down', { what: place })}
        isDisabled={index === count - 1}
        onPress={() => move(index + 1)}
      />
      <IconButton
        icon="close"
        size="panel"
        label={t('composer.takeAway', { what: place })}
        onPress={() =>
          void session.dispatch(named(title, [{ type: 'RemoveItems', items: [join(at, index)] }]))
        }
      />
    </div>
  );
}

function ItemWords({
  at,
  index,
  member,
  value,
}: {
  at: Pointer;
  index: number;
  member: MemberFacts;
  value: Value;
}) {
  const session = useMessageSession();
  const label = t('composer.place', { what: memberWords(member), place: index + 1 });
  const draft = useDraft(words(value), (text) =>
    session.dispatch(
      named(t('composer.undo.change', { what: memberWords(member) }), [
        { type: 'ReplaceValue', at: join(at, index), value: text },
      ]),
    ),
  );
  return <TextField label={label} labelHidden {...draft.field} />;
}
