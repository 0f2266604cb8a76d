import { useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { contains, join, useDraft, useMessage, useMessageSession } from '@/document';
import type { Edit, Value } from '@/host';
import { number, t } from '@/i18n';
import { Button, Icon, type IconName, Menu, type MenuGroup, TextField } from '@/kit';
import styles from './composer.module.css';
import { FactsForm, ItemButtons, useProblemAt } from './FactsForm';
import { useKnown } from './known';
import { fields, items, named, type Part, placeFor, words } from './model';

const ICONS: Readonly<Record<string, IconName>> = {
  QUICK_REPLY: 'reply',
  URL: 'open',
  PHONE_NUMBER: 'call',
  COPY_CODE: 'copy',
  FLOW: 'flow',
  CATALOG: 'catalogue',
  MPM: 'catalogue',
  SPM: 'catalogue',
  OTP: 'key',
  VOICE_CALL: 'call',
  REQUEST_CONTACT_INFO: 'contact',
};

/** What a button of a kind is called. */
function kindWords(type: string): string {
  return t(`composer.button.${type as 'URL'}`);
}

/** What a kind begins with. */
function blankButton(type: string): Value {
  switch (type) {
    case 'URL':
      return { type, text: '', url: 'https://' };
    case 'PHONE_NUMBER':
      return { type, text: '', phone_number: '' };
    case 'COPY_CODE':
      return { type, example: '' };
    case 'OTP':
      return { type, otp_type: 'COPY_CODE' };
    case 'CATALOG':
    case 'MPM':
      return { type, text: type === 'CATALOG' ? 'View catalog' : 'View items' };
    case 'REQUEST_CONTACT_INFO':
    case 'ORDER_DETAILS':
    case 'APP':
    case 'SPM':
      return { type };
    default:
      return { type, text: '' };
  }
}

/** The buttons below a message or a card. */
export function Buttons({
  list,
  parts,
  most,
  allowed,
}: {
  /** The list of parts. */
  list: string;
  parts: readonly Part[];
  most: number;
  allowed?: readonly string[];
}) {
  const session = useMessageSession();
  const known = useKnown();
  const part = parts.find(({ type }) => type === 'BUTTONS');
  const buttons = items(part?.value.buttons);
  const at = part === undefined ? '' : join(part.at, 'buttons');
  const category = useMessage((state) => words(fields(state.message.json).category).toUpperCase());
  const title = t('composer.undo.change', { what: t('composer.buttons') });
  const has = (type: string) =>
    buttons.filter((button) => words(fields(button).type).toUpperCase() === type).length;

  const add = (type: string) => {
    const value = blankButton(type);
    const edit: Edit =
      part === undefined
        ? {
            type: 'InsertItem',
            at: list,
            index: placeFor(parts, 'BUTTONS'),
            value: { type: 'BUTTONS', buttons: [value] },
          }
        : { type: 'InsertItem', at, index: placeOf(buttons, type), value };
    void session.dispatch(named(t('composer.undo.add', { what: kindWords(type) }), [edit]));
  };

  const kinds = known.facts.buttons.filter(({ type, categories }) => {
    if (allowed !== undefined && !allowed.includes(type)) return false;
    if (category === 'AUTHENTICATION') return type === 'OTP';
    return categories.length === 0 ? type !== 'OTP' : categories.includes(category);
  });
  const groups: MenuGroup[] = [
    {
      entries: kinds.map(({ type, most: ofKind }) => ({
        id: type,
        label: kindWords(type),
        icon: ICONS[type] ?? 'message',
        isDisabled: has(type) >= ofKind,
        second: has(type) >= ofKind ? t('composer.mostOfKind', { count: ofKind }) : undefined,
        run: () => add(type),
      })),
    },
  ];
  return (
    <section className={styles.buttons} aria-label={t('composer.buttons')}>
      <header className={styles.fieldHead}>
        <h3>{t('composer.buttons')}</h3>
        <span className="tabular">{t('composer.countOf', { count: buttons.length, most })}</span>
      </header>
      {buttons.map((button, index) => (
        <ButtonRow key={index} at={at} index={index} count={buttons.length} value={button} title={title} />
      ))}
      <Menu label={t('composer.addButton')} groups={groups}>
        <Button size="small" variant="quiet" icon="add" isDisabled={buttons.length >= most}>
          {t('composer.addButton')}
        </Button>
      </Menu>
    </section>
  );
}

/** Meta wants quick replies side by side: a new one goes beside those that are there, all else behind. */
function placeOf(buttons: readonly Value[], type: string): number {
  if (type !== 'QUICK_REPLY') return buttons.length;
  const last = buttons.findLastIndex((button) => words(fields(button).type) === type);
  return last === -1 ? buttons.length : last + 1;
}

function ButtonRow({
  at,
  index,
  count,
  value,
  title,
}: {
  at: string;
  index: number;
  count: number;
  value: Value;
  title: string;
}) {
  const session = useMessageSession();
  const known = useKnown();
  const place = join(at, index);
  const type = words(fields(value).type).toUpperCase();
  const facts = known.facts.buttons.find((kind) => kind.type === type);
  const text = facts?.members.find(({ name }) => name === 'text');
  const label = words(fields(value).text);
  const [isOpen, setOpen] = useState(label === '');
  const problem = useMessage((state) =>
    state.view?.diagnostics.find(
      (found) => contains(place, found.place.pointer) && found.severity === 'blocked',
    ),
  );
  const error = useProblemAt(join(place, 'text'));
  const edit = (words: string): Edit =>
    named(t('composer.undo.write', { what: t('composer.buttonLabel') }), [
      { type: 'SetProperty', at: place, key: 'text', value: words },
    ]);
  const draft = useDraft(label, (typed) => session.dispatch(edit(typed)), {
    heard: (typed) => session.tryOut(edit(typed)),
  });
  const more = facts?.members.filter(({ name }) => name !== 'text') ?? [];
  return (
    <div className={styles.button} data-at={place} data-blocked={problem !== undefined || undefined}>
      <div className={styles.buttonRow}>
        <Icon name={ICONS[type] ?? 'message'} size={14} />
        {text === undefined ? (
          <span className={styles.buttonWords}>{facts === undefined ? type : kindWords(type)}</span>
        ) : (
          <TextField
            className={styles.buttonWords ?? ''}
            label={t('composer.labelOf', {
              what: facts === undefined ? type : kindWords(type),
              place: index + 1,
            })}
            labelHidden
            placeholder={facts === undefined ? type : kindWords(type)}
            {...draft.field}
          />
        )}
        {text?.max !== undefined && text.max !== null && (
          <span
            className={`${styles.counter} tabular`}
            data-over={[...draft.value].length > text.max || undefined}
          >
            {number([...draft.value].length)} / {number(text.max)}
          </span>
        )}
        {more.length > 0 && (
          <PlainButton
            className={styles.unfold}
            aria-expanded={isOpen}
            aria-label={t('composer.moreOf', { what: label === '' ? kindWords(type) : label })}
            onPress={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? 'chevronUp' : 'chevronDown'} size={14} />
          </PlainButton>
        )}
        <ItemButtons at={at} index={index} count={count} title={title} what={t('composer.buttonOne')} />
      </div>
      {error !== undefined && <p className={styles.error}>{error}</p>}
      {isOpen && more.length > 0 && (
        <div className={styles.buttonMore}>
          <FactsForm at={place} value={value} members={more} />
        </div>
      )}
    </div>
  );
}
