import { useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { type Flow, useDocument, valueAt } from '@/document';
import { isObject } from '@/flow-words';
import type { Edit, Screen, Value } from '@/host';
import { t } from '@/i18n';
import { Button, Dialog, Icon, IconButton, Popover, Tag, TextField } from '@/kit';
import { sendersOf, usesOfData } from '@/sending';
import styles from './data/data.module.css';
import { deriveModel } from './data/derive';
import { ExampleField } from './data/ExampleField';
import { changeData, giveData, removeData, renameInData } from './data/edits';
import { converted, fresh, kindOf } from './data/kinds';
import { KindSelect, MembersEditor, nameRefusal } from './data/MembersEditor';
import { RawField } from './fields/RawField';
import inspector from './inspector.module.css';
import { freeKey } from './payload';
import { UseList } from './UseList';
import { useName } from './useName';

/** Values a screen is given from outside: name, kind, what is in it, an example, and what uses it. */
export function DataModel({
  screen,
  change,
}: {
  screen: Screen;
  change(edit: Edit | undefined): Promise<unknown>;
}) {
  const flow = useDocument((state) => state.flow);
  const data = valueAt(screen.json, '/data');
  const rows = isObject(data) ? Object.entries(data) : [];
  const taken = rows.map(([key]) => key);
  const at = `/screens/${screen.index}`;
  return (
    <section className={inspector.group} aria-label={t('inspector.data')}>
      <h3 className={inspector.heading}>{t('inspector.data')}</h3>
      <p className={inspector.none}>{t('inspector.dataHelp')}</p>
      {data !== undefined && !isObject(data) ? (
        <RawField
          label={t('data.exactText', { name: t('inspector.data') })}
          value={data}
          set={(next) =>
            change(
              next === undefined
                ? { type: 'RemoveProperty', at, key: 'data' }
                : { type: 'SetProperty', at, key: 'data', value: next },
            )
          }
        />
      ) : (
        <>
          {rows.map(([name, schema], place) => (
            <DataRow
              key={`${screen.key}-${place}`}
              flow={flow}
              screen={screen}
              name={name}
              schema={schema}
              taken={taken}
              change={change}
            />
          ))}
          <div className={styles.buttons}>
            <Button
              size="small"
              icon="add"
              onPress={() => void change(giveData(screen, { [freeKey('value', taken)]: fresh('text') }))}
            >
              {t('inspector.addData')}
            </Button>
            <PasteSample take={(model) => void change(giveData(screen, model))} />
          </div>
        </>
      )}
    </section>
  );
}

function DataRow({
  flow,
  screen,
  name,
  schema,
  taken,
  change,
}: {
  flow: Flow;
  screen: Screen;
  name: string;
  schema: Value;
  taken: string[];
  change(edit: Edit | undefined): Promise<unknown>;
}) {
  const [asking, setAsking] = useState(false);
  const at = `/screens/${screen.index}/data`;
  const key = useName(
    name,
    (to) => nameRefusal(to, taken),
    (to) =>
      change(
        screen.id === ''
          ? { type: 'RenameProperty', at, key: name, to }
          : { type: 'RenameData', screen: screen.id, from: name, to },
      ),
  );
  const uses = usesOfData(flow, screen, name);
  const remove = () => {
    setAsking(false);
    void change(removeData(flow, screen, name));
  };
  const put = (after: { [key: string]: Value }) =>
    change(isObject(schema) ? changeData(screen, name, schema, after) : undefined);
  return (
    <fieldset aria-label={t('data.value', { name })} className={styles.row}>
      <div className={styles.head}>
        <TextField
          label={t('data.name')}
          labelHidden
          code
          {...key}
          error={key.error ?? (key.value === name && !/^\w+$/.test(name) ? t('data.nameUnreadable') : null)}
        />
        <IconButton
          icon="close"
          size="panel"
          label={t('data.remove', { name })}
          onPress={() => (uses.length === 0 ? remove() : setAsking(true))}
        />
      </div>
      <KindSelect
        kind={kindOf(schema)}
        label={t('data.kindOf', { name })}
        onChange={(kind) =>
          void (isObject(schema)
            ? put(converted(schema, kind))
            : change({ type: 'SetProperty', at, key: name, value: fresh(kind) }))
        }
      />
      {isObject(schema) && kindOf(schema) !== 'other' ? (
        <>
          <MembersEditor
            whole={schema}
            schema={schema}
            path={[]}
            change={put}
            rename={(path, from, to) => change(renameInData(flow, screen, name, schema, path, from, to))}
          />
          <ExampleField
            schema={schema}
            value={schema.__example__}
            label={t('data.example')}
            depth={0}
            set={(next) => put({ ...schema, __example__: next })}
          />
        </>
      ) : (
        <RawField
          label={t('data.exactText', { name })}
          value={schema}
          set={(next) =>
            change(next === undefined ? undefined : { type: 'SetProperty', at, key: name, value: next })
          }
        />
      )}
      <Uses flow={flow} screen={screen} name={name} count={uses.length} />
      <Dialog
        title={t('data.removeTitle', { name })}
        isOpen={asking}
        onClose={() => setAsking(false)}
        foot={
          <>
            <Button onPress={() => setAsking(false)}>{t('data.keep')}</Button>
            <Button variant="blocked" onPress={remove}>
              {t('data.removeAnyway')}
            </Button>
          </>
        }
      >
        <p>{t('data.removeFollows', { count: uses.length })}</p>
      </Dialog>
    </fieldset>
  );
}

/** "Used in 3 places", to be unfolded; or that nothing uses it. */
function Uses({ flow, screen, name, count }: { flow: Flow; screen: Screen; name: string; count: number }) {
  const [open, setOpen] = useState(false);
  if (count === 0)
    return (
      <div className={styles.unused}>
        <Tag>{t('data.unused')}</Tag>
        {sendersOf(flow, screen, name).length > 0 && (
          <span className={styles.none}>{t('data.sentButUnused')}</span>
        )}
      </div>
    );
  return (
    <>
      <PlainButton className={styles.used} aria-expanded={open} onPress={() => setOpen(!open)}>
        <Icon name={open ? 'chevronDown' : 'chevronEnd'} size={12} />
        {t('inspector.usedIn', { count })}
      </PlainButton>
      {open && <UseList uses={usesOfData(flow, screen, name)} />}
    </>
  );
}

/** Makes the values from what a system sends. */
function PasteSample({ take }: { take(model: { [key: string]: Value }): void }) {
  const [text, setText] = useState('');
  const derived = text.trim() === '' ? null : deriveModel(text);
  const names = derived !== null && 'model' in derived ? Object.keys(derived.model) : [];
  return (
    <Popover
      label={t('data.paste')}
      trigger={
        <Button size="small" variant="quiet">
          {t('data.paste')}
        </Button>
      }
    >
      {(close) => (
        <div className={styles.paste}>
          <TextField
            label={t('data.pasteLabel')}
            help={
              names.length === 0 ? t('data.pasteHelp') : t('data.pasteFound', { names: names.join(', ') })
            }
            error={derived !== null && 'refusal' in derived ? t(`data.refusal.${derived.refusal}`) : null}
            value={text}
            onChange={setText}
            rows={8}
            code
            autoFocus
          />
          <Button
            variant="primary"
            isDisabled={names.length === 0}
            onPress={() => {
              if (derived !== null && 'model' in derived) take(derived.model);
              setText('');
              close();
            }}
          >
            {t('data.pasteTake', { count: names.length })}
          </Button>
        </div>
      )}
    </Popover>
  );
}
