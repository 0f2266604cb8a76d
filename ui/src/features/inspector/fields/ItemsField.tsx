import { useState } from 'react';
import type { PropertyFacts } from '@/document';
import { join, useDraft, valueAt } from '@/document';
import type { Edit, Value } from '@/host';
import { number, t } from '@/i18n';
import { Button, IconButton, Menu, Popover, TextField } from '@/kit';
import { useInspected } from '../context';
import { freeId, moveItem, optionsFromLines, setMember } from '../edits';
import { reaches } from '../facts';
import { FieldBind, type FieldProps } from './field';
import styles from './fields.module.css';
import { pictureUrl } from './ImageField';
import { PropertyField } from './PropertyField';
import { RawField } from './RawField';
import { Row } from './Row';

type Item = { [key: string]: Value };

function isItem(value: Value): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where an item's own words stand: in itself, in its main content, or in the description of its picture. */
function wordsPath(facts: PropertyFacts): [string] | [string, string] {
  const has = (name: string) => facts.item.some((member) => member.name === name);
  if (has('title')) return ['title'];
  return has('main-content') ? ['main-content', 'title'] : ['alt-text'];
}

function newItem(facts: PropertyFacts, ids: string[]): Item {
  const path = wordsPath(facts);
  if (path[0] === 'alt-text') return { src: '', 'alt-text': '' };
  const title = t('inspector.newOption', { number: ids.length + 1 });
  const id = freeId(title, ids);
  return path[0] === 'title' ? { id, title } : { id, 'main-content': { title } };
}

/** A list of options, rows or pictures: add, remove, move, paste many at once. */
export function ItemsField(props: FieldProps) {
  const { at, component, facts, label, value, error } = props;
  const { change, facts: known } = useInspected();
  const list = join(at, facts.name);
  const items = Array.isArray(value) ? value : [];
  const ids = items.flatMap((item) => {
    const id = valueAt(item, '/id');
    return typeof id === 'string' ? [id] : [];
  });
  const shown = known.get(component)?.shownItems;
  const most = shown?.property === facts.name ? shown.max : undefined;
  const pastable = wordsPath(facts)[0] === 'title';

  const add = (added: Item[]): Edit =>
    Array.isArray(value)
      ? {
          type: 'Batch',
          name: null,
          edits: added.map((item, place) => ({
            type: 'InsertItem',
            at: list,
            index: items.length + place,
            value: item,
          })),
        }
      : { type: 'SetProperty', at, key: facts.name, value: added };

  return (
    <Row
      label={label}
      used={most === undefined ? undefined : items.length}
      limit={most}
      bind={<FieldBind {...props} />}
    >
      <ol className={styles.items} aria-label={label}>
        {items.map((item, place) =>
          isItem(item) ? (
            <ItemRow key={place} {...props} item={item} place={place} count={items.length} />
          ) : (
            <li key={place}>
              <RawField
                label={number(place + 1)}
                value={item}
                set={(next) =>
                  change(
                    next === undefined
                      ? { type: 'RemoveItems', items: [join(list, place)] }
                      : { type: 'ReplaceValue', at: join(list, place), value: next },
                  )
                }
              />
            </li>
          ),
        )}
      </ol>
      {error !== undefined && <p className={styles.error}>{error}</p>}
      <div className={styles.buttons}>
        <Button size="small" icon="add" onPress={() => void change(add([newItem(facts, ids)]))}>
          {t('inspector.addItem')}
        </Button>
        {pastable && <PasteLines taken={ids} onAdd={(options) => void change(add(options))} />}
      </div>
    </Row>
  );
}

function PasteLines({ taken, onAdd }: { taken: string[]; onAdd(options: Item[]): void }) {
  const [text, setText] = useState('');
  const options = optionsFromLines(text, taken);
  return (
    <Popover
      label={t('inspector.pasteList')}
      trigger={
        <Button size="small" variant="quiet">
          {t('inspector.pasteList')}
        </Button>
      }
    >
      {(close) => (
        <div className={styles.paste}>
          <TextField
            label={t('inspector.pasteLabel')}
            help={t('inspector.pasteHelp')}
            value={text}
            onChange={setText}
            rows={6}
            autoFocus
          />
          <Button
            variant="primary"
            isDisabled={options.length === 0}
            onPress={() => {
              onAdd(options);
              setText('');
              close();
            }}
          >
            {t('inspector.pasteAdd', { count: options.length })}
          </Button>
        </div>
      )}
    </Popover>
  );
}

function ItemRow({
  at,
  component,
  facts,
  item,
  place,
  count,
}: FieldProps & { item: Item; place: number; count: number }) {
  const { change, flow } = useInspected();
  const [open, setOpen] = useState(false);
  const list = join(at, facts.name);
  const here = join(list, place);
  const path = wordsPath(facts);
  const holder = path.length === 2 ? join(here, path[0]) : here;
  const key = path.length === 2 ? path[1] : path[0];
  const words = valueAt(item, `/${path.join('/')}`);
  const draft = useDraft(typeof words === 'string' ? words : '', (text) =>
    change(setMember(holder, { name: key, required: true, default: null }, words, text)),
  );
  const members = facts.item.filter(
    (member) => reaches(flow.version, member.since) || item[member.name] !== undefined,
  );
  const rest = path.length === 1 ? members.filter((member) => member.name !== key) : members;
  const strange = Object.keys(item).filter((name) => !facts.item.some((member) => member.name === name));
  const src = valueAt(item, '/src');
  const url = typeof src === 'string' ? pictureUrl(src) : null;
  const name = t('inspector.itemNumber', { number: place + 1 });
  const limit = facts.item.find((member) => member.name === key)?.maxChars ?? undefined;
  const isLong = limit !== undefined && [...draft.value].length > limit;

  return (
    <li
      className={styles.item}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        const step = event.key === 'ArrowUp' ? -1 : 1;
        event.preventDefault();
        if (place + step >= 0 && place + step < count) void change(moveItem(list, place, step));
      }}
    >
      <div className={styles.itemHead}>
        {url !== null && <img className={styles.itemThumb} src={url} alt="" />}
        <TextField
          className={styles.grow}
          label={name}
          labelHidden
          {...draft.field}
          placeholder={path[0] === 'alt-text' ? t('inspector.describePicture') : undefined}
          counter={isLong ? { used: [...draft.value].length, limit } : undefined}
        />
        <IconButton
          icon={open ? 'chevronUp' : 'chevronDown'}
          size="panel"
          label={t(open ? 'inspector.lessOf' : 'inspector.moreOf', { name })}
          aria-expanded={open}
          onPress={() => setOpen(!open)}
        />
        <Menu
          label={name}
          placement="bottom end"
          groups={[
            {
              entries: [
                {
                  id: 'up',
                  label: t('inspector.moveUp'),
                  keys: 'Alt+ArrowUp',
                  isDisabled: place === 0,
                  run: () => void change(moveItem(list, place, -1)),
                },
                {
                  id: 'down',
                  label: t('inspector.moveDown'),
                  keys: 'Alt+ArrowDown',
                  isDisabled: place === count - 1,
                  run: () => void change(moveItem(list, place, 1)),
                },
                {
                  id: 'double',
                  label: t('inspector.duplicate'),
                  run: () => void change({ type: 'DuplicateItems', items: [here] }),
                },
              ],
            },
            {
              entries: [
                {
                  id: 'remove',
                  label: t('inspector.remove'),
                  icon: 'delete',
                  danger: true,
                  run: () => void change({ type: 'RemoveItems', items: [here] }),
                },
              ],
            },
          ]}
        >
          <IconButton icon="moreVertical" size="panel" label={t('inspector.itemMenu', { name })} />
        </Menu>
      </div>
      {open && (
        <div className={styles.itemBody}>
          {rest.map((member) => (
            <PropertyField key={member.name} at={here} component={component} facts={member} owner={item} />
          ))}
          {strange.map((member) => (
            <RawField
              key={member}
              label={member}
              value={item[member]}
              set={(next) =>
                change(setMember(here, { name: member, required: false, default: null }, item[member], next))
              }
            />
          ))}
        </div>
      )}
    </li>
  );
}
