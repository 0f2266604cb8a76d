import { useState } from 'react';
import { join, useDraft, valueAt } from '@/document';
import { isObject } from '@/flow-words';
import type { Pointer, Value } from '@/host';
import { t } from '@/i18n';
import { Button, IconButton, Menu, Select, TextField } from '@/kit';
import { isBound, ownName, type Schema, SendList, schemaOfSource, schemaOfType, screenOfId } from '@/sending';
import { useInspected } from '../context';
import { reaches } from '../facts';
import {
  type ActionName,
  addEveryAnswer,
  addToPayload,
  freeKey,
  goTo,
  objectOf,
  setAction,
} from '../payload';
import { useName } from '../useName';
import { actionWords } from '../words';
import { Bound } from './Bound';
import type { FieldProps } from './field';
import styles from './fields.module.css';
import { RawField } from './RawField';
import { BindButton, bindGroups, Row } from './Row';

const NOTHING = '#nothing';
const NAMES = new Set<string>(['navigate', 'complete', 'data_exchange', 'open_url', 'update_data']);

function isAction(name: string): name is ActionName {
  return NAMES.has(name);
}

/** What happens when something is pressed or chosen, and what is sent along. */
export function ActionField({ at, component, facts, label, help, value, error }: FieldProps) {
  const { flow, screen, change, session } = useInspected();
  const action = value === undefined ? undefined : objectOf(value);
  const here = join(at, facts.name);
  const name = String(valueAt(action, '/name') ?? '');
  const isFooter = component === 'Footer';
  const allowed = facts.actions.filter((known) => reaches(flow.version, known.since) || known.name === name);
  const choices = [
    ...(facts.required ? [] : [{ id: NOTHING, label: t('inspector.nothingHappens') }]),
    ...allowed.map((known) => ({
      id: known.name,
      label: actionWords(known.name),
      help:
        known.name === 'data_exchange' && flow.dataApiVersion === null
          ? t('inspector.needsEndpoint')
          : undefined,
      isDisabled: known.name === 'navigate' && flow.order.length < 2,
    })),
    ...(name !== '' && !allowed.some((known) => known.name === name) ? [{ id: name, label: name }] : []),
  ];
  const target = String(valueAt(action, '/next/name') ?? '');
  const targets = flow.order.flatMap((key) => {
    const other = flow.screens[key];
    return other === undefined || other.key === screen.key
      ? []
      : [{ id: other.id, label: other.title || other.id }];
  });

  return (
    <fieldset className={styles.action} aria-label={label} data-property={facts.name}>
      <Select
        label={label}
        help={help}
        error={error}
        value={action === undefined ? (facts.required ? null : NOTHING) : name}
        placeholder={t('inspector.notChosen')}
        choices={choices}
        onChange={(id) => {
          const next = isAction(id) ? id : null;
          void change(setAction(flow, screen, at, facts.name, next, action, isFooter));
        }}
      />
      {name === 'navigate' && (
        <div className={styles.withButton}>
          <Select
            label={t('inspector.goesTo')}
            labelHidden
            value={target}
            placeholder={t('inspector.chooseScreen')}
            choices={
              targets.some((known) => known.id === target) || target === ''
                ? targets
                : [...targets, { id: target, label: t('inspector.noSuchScreen', { screen: target }) }]
            }
            onChange={(to) => void change(goTo(screen, to, at, isFooter))}
          />
          <IconButton
            icon="open"
            size="panel"
            label={t('inspector.showScreen')}
            isDisabled={!targets.some((known) => known.id === target)}
            onPress={() => {
              const found = flow.order.map((key) => flow.screens[key]).find((other) => other?.id === target);
              if (found !== undefined) session.goToPlace(`/screens/${found.index}`);
            }}
          />
        </div>
      )}
      {name === 'open_url' && <Url at={here} value={valueAt(action, '/url')} />}
      {action !== undefined && name !== 'open_url' && isAction(name) && (
        <Sent
          action={here}
          name={name}
          payload={valueAt(action, '/payload')}
          target={name === 'navigate' ? target : null}
        />
      )}
      {action !== undefined && name !== '' && !isAction(name) && (
        <RawField
          label={t('inspector.exactText')}
          value={action}
          set={(next) =>
            change(next === undefined ? undefined : { type: 'ReplaceValue', at: here, value: next })
          }
        />
      )}
    </fieldset>
  );
}

function Url({ at, value }: { at: Pointer; value: Value | undefined }) {
  const { change, sources } = useInspected();
  const set = (next: string) => change({ type: 'SetProperty', at, key: 'url', value: next });
  const text = typeof value === 'string' ? value : '';
  const draft = useDraft(text, set);
  const label = t('inspector.address');
  if (isBound(text)) {
    return <Bound label={label} text={text} onText={set} onRemove={() => void set('https://')} />;
  }
  return (
    <Row
      label={label}
      bind={
        <BindButton
          label={label}
          sources={sources}
          accepted={['string']}
          onChoose={(next) => void set(next)}
        />
      }
    >
      <TextField
        label={label}
        labelHidden
        type="url"
        code
        {...draft.field}
        error={draft.value.startsWith('https://') ? null : t('inspector.onlyHttps')}
      />
    </Row>
  );
}

interface SentProps {
  action: Pointer;
  name: ActionName;
  payload: Value | undefined;
  target: string | null;
}

/** What is sent along: answers to be ticked where they go to a screen or a system, with the exact rows below. */
function Sent(props: SentProps) {
  const { flow, screen, change } = useInspected();
  const { name, action, payload, target } = props;
  const isList = payload === undefined || isObject(payload);
  // What was written by hand is seen at once.
  const [open, setOpen] = useState(
    () => isObject(payload) && !Object.values(payload).every((value) => value === '' || isBound(value)),
  );
  if (!isList || (name !== 'navigate' && name !== 'data_exchange')) return <Payload {...props} />;
  return (
    <div className={styles.payload}>
      <span className={styles.label}>{t('sending.title')}</span>
      <p className={styles.help}>{t(name === 'navigate' ? 'sending.help' : 'sending.helpSystem')}</p>
      <SendList sending={{ flow, screen, action, target }} change={change} />
      <div className={styles.buttons}>
        <Button
          size="small"
          variant="quiet"
          icon={open ? 'chevronDown' : 'chevronEnd'}
          aria-expanded={open}
          onPress={() => setOpen(!open)}
        >
          {t('sending.namesAndValues')}
        </Button>
      </div>
      {open && <Payload {...props} />}
    </div>
  );
}

/** What is sent along: a row a value. */
function Payload({ action, name, payload, target }: SentProps) {
  const { flow, screen, sources, change } = useInspected();
  if (payload !== undefined && !isObject(payload)) {
    return (
      <RawField
        label={t('inspector.sentAlong')}
        value={payload}
        set={(next) =>
          change(
            next === undefined
              ? { type: 'RemoveProperty', at: action, key: 'payload' }
              : { type: 'SetProperty', at: action, key: 'payload', value: next },
          )
        }
      />
    );
  }
  const rows = payload === undefined ? [] : Object.entries(payload);
  const taken = rows.map(([key]) => key);
  const add = (key: string, value: Value, schema: Schema) =>
    void change(addToPayload(flow, action, payload, freeKey(key, taken), value, schema, target));
  const choose = (text: string) => {
    const source = sources.find((known) => known.text === text);
    if (source === undefined) return;
    const home = source.screen === null ? screen : (screenOfId(flow, source.screen.id) ?? screen);
    add(ownName(source), text, schemaOfSource(source, home));
  };
  const own = sources.filter((source) => name !== 'update_data' || source.screen === null);
  const all = name === 'complete' ? addEveryAnswer(flow, screen, action, payload) : undefined;

  return (
    <div className={styles.payload}>
      <span className={styles.label}>
        {t(name === 'update_data' ? 'inspector.dataChanged' : 'inspector.sentAlong')}
      </span>
      {rows.length === 0 && <p className={styles.help}>{t('inspector.nothingSent')}</p>}
      {rows.map(([key, value], place) => (
        <PayloadRow key={place} at={join(action, 'payload')} name={key} value={value} taken={taken} />
      ))}
      <div className={styles.buttons}>
        <Menu
          label={t('inspector.addValue')}
          groups={[
            ...bindGroups(own, choose),
            {
              entries: [
                {
                  id: 'own',
                  label: t('inspector.ownText'),
                  run: () => add('value', '', schemaOfType('string')),
                },
              ],
            },
          ]}
        >
          <Button size="small" icon="add">
            {t('inspector.addValue')}
          </Button>
        </Menu>
        {all !== undefined && (
          <Button size="small" variant="quiet" onPress={() => void change(all)}>
            {t('inspector.addAllAnswers')}
          </Button>
        )}
      </div>
    </div>
  );
}

function PayloadRow({
  at,
  name,
  value,
  taken,
}: {
  at: Pointer;
  name: string;
  value: Value;
  taken: string[];
}) {
  const { change, sources } = useInspected();
  const set = (next: Value) => change({ type: 'SetProperty', at, key: name, value: next });
  const key = useName(
    name,
    (to) => (to === '' ? t('inspector.nameEmpty') : taken.includes(to) ? t('inspector.nameTaken') : null),
    (to) => change({ type: 'RenameProperty', at, key: name, to }),
  );
  const text = useDraft(typeof value === 'string' ? value : '', set);
  const label = t('inspector.valueOf', { name });
  return (
    <div className={styles.payloadRow}>
      <div className={styles.withButton}>
        <TextField className={styles.grow} label={t('inspector.nameOfValue')} labelHidden code {...key} />
        <IconButton
          icon="close"
          size="panel"
          label={t('inspector.removeItem', { name })}
          onPress={() => void change({ type: 'RemoveProperty', at, key: name })}
        />
      </div>
      {isBound(value) ? (
        <Bound label={label} text={value} onText={set} onRemove={() => void set('')} />
      ) : typeof value === 'string' ? (
        <div className={styles.withButton}>
          <TextField className={styles.grow} label={label} labelHidden {...text.field} />
          <BindButton
            label={label}
            sources={sources}
            accepted={['any']}
            onChoose={(next) => void set(next)}
          />
        </div>
      ) : (
        <RawField label={label} value={value} set={(next) => set(next ?? null)} />
      )}
    </div>
  );
}
