import { memo } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { useDocument, useDraft, useSession } from '@/document';
import type { Edit, Screen, Value } from '@/host';
import { t } from '@/i18n';
import { Checkbox, Icon, IconButton, Menu, Switch, TextField, useSteady } from '@/kit';
import { type Input, inputsOf } from '@/sending';
import { findingAt } from './context';
import { DataModel } from './DataModel';
import { setMember } from './edits';
import { RawField } from './fields/RawField';
import { Row } from './fields/Row';
import { Head } from './Head';
import styles from './inspector.module.css';
import { objectOf } from './payload';
import { useName } from './useName';

/** Members of a screen that have a field here or a place of their own. */
const KNOWN = new Set([
  'id',
  'title',
  'layout',
  'data',
  'terminal',
  'success',
  'refresh_on_back',
  'sensitive',
]);

/** Letters most phones show of a screen's title. */
const TITLE_LETTERS = 30;

/** Everything about one screen. */
export function ScreenInspector({ screenKey }: { screenKey: string }) {
  const screen = useDocument((state) => state.flow.screens[screenKey]);
  return screen === undefined ? null : <Fields screen={screen} />;
}

function Fields({ screen }: { screen: Screen }) {
  const session = useSession();
  const flow = useDocument((state) => state.flow);
  const at = `/screens/${screen.index}`;
  const owner = objectOf(screen.json);
  const change = (edit: Edit | undefined) =>
    edit === undefined ? Promise.resolve() : session.dispatch(edit);
  const set = (name: string, value: Value | undefined, standing: Value | null = null) =>
    change(setMember(at, { name, required: false, default: standing }, owner[name], value));
  const ids = flow.order.map((key) => flow.screens[key]?.id);
  const id = useName(
    screen.id,
    (to) => {
      if (!/^[A-Za-z_]+$/.test(to) || /^_+$/.test(to)) return t('inspector.screenIdSigns');
      if (to.toUpperCase() === 'SUCCESS') return t('inspector.screenIdReserved');
      return ids.includes(to) ? t('inspector.nameTaken') : null;
    },
    (to) =>
      screen.id === ''
        ? change({ type: 'SetProperty', at, key: 'id', value: to })
        : change({ type: 'RenameScreen', from: screen.id, to }),
  );
  const finding = (name: string) => {
    const found = findingAt(flow.diagnostics, `${at}/${name}`);
    return found?.severity === 'advice' ? undefined : found?.headline;
  };
  const inputs = inputsOf(screen);
  const sensitive = Array.isArray(owner.sensitive) ? owner.sensitive.map(String) : [];
  const ways = flow.edges.filter((edge) => edge.from === screen.id);
  const kept = Object.keys(owner).filter((name) => !KNOWN.has(name));

  return (
    <>
      <Head icon="phone" title={t('inspector.screen')} second={screen.title || screen.id}>
        <Menu
          label={t('inspector.menu')}
          placement="bottom end"
          groups={[
            {
              entries: [
                {
                  id: 'double',
                  label: t('inspector.duplicate'),
                  icon: 'copy',
                  run: () =>
                    void session.dispatch({ type: 'DuplicateScreens', screens: [screen.id], offset: null }),
                },
                {
                  id: 'flow',
                  label: t('inspector.toFlow'),
                  icon: 'flow',
                  run: () => session.select({ screens: [], part: null }),
                },
              ],
            },
            {
              entries: [
                {
                  id: 'delete',
                  label: t('inspector.deleteScreen'),
                  icon: 'delete',
                  danger: true,
                  run: () => void session.dispatch({ type: 'DeleteScreens', screens: [screen.id] }),
                },
              ],
            },
          ]}
        >
          <IconButton icon="more" size="panel" label={t('inspector.menu')} />
        </Menu>
      </Head>
      <div className={styles.body}>
        <div className={styles.fields}>
          <TitleField
            title={screen.title}
            error={finding('title')}
            set={(text) => change({ type: 'SetProperty', at, key: 'title', value: text })}
          />
          <div className={styles.group}>
            <Switch
              label={t('inspector.endsForm')}
              help={t('inspector.endsFormHelp')}
              isSelected={screen.terminal}
              onChange={(on) => void change({ type: 'SetTerminal', screen: screen.id, terminal: on })}
            />
            {screen.terminal && (
              <Switch
                label={t('inspector.success')}
                help={t('inspector.successHelp')}
                isSelected={owner.success !== false}
                onChange={(on) => void set('success', on, true)}
              />
            )}
            {(flow.dataApiVersion !== null || owner.refresh_on_back !== undefined) && (
              <Switch
                label={t('inspector.refreshOnBack')}
                help={t('inspector.refreshOnBackHelp')}
                isSelected={owner.refresh_on_back === true}
                onChange={(on) => void set('refresh_on_back', on, false)}
              />
            )}
          </div>
          {ways.length > 0 && (
            <section className={styles.group} aria-label={t('inspector.leadsTo')}>
              <h3 className={styles.heading}>{t('inspector.leadsTo')}</h3>
              <ul className={styles.uses}>
                {ways.map((edge) => (
                  <li key={`${edge.via}-${edge.to}`}>
                    <PlainButton className={styles.use} onPress={() => session.goToPlace(edge.via)}>
                      <Icon name={edge.broken ? 'broken' : 'next'} size={14} />
                      <span className={styles.useWords}>{titleOf(flow.screens, edge.to)}</span>
                      <Icon name="open" size={13} />
                    </PlainButton>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Sensitive
            inputs={inputs}
            names={sensitive}
            set={(names) => void set('sensitive', names.length === 0 ? undefined : names)}
          />
          <DataModel screen={screen} change={change} />
          <section className={styles.group}>
            <TextField label={t('inspector.screenId')} help={t('inspector.screenIdHelp')} code {...id} />
          </section>
          {kept.length > 0 && (
            <section className={styles.group} aria-label={t('inspector.kept')}>
              <h3 className={styles.heading}>{t('inspector.kept')}</h3>
              {kept.map((name) => (
                <RawField key={name} label={name} value={owner[name]} set={(next) => set(name, next)} />
              ))}
            </section>
          )}
        </div>
      </div>
    </>
  );
}

/** Typing draws this again, not everything about the screen. */
function TitleField({
  title,
  error,
  set,
}: {
  title: string;
  error: string | undefined;
  set(title: string): Promise<unknown>;
}) {
  const draft = useDraft(title, set);
  return (
    <Row label={t('inspector.screenTitle')} used={[...draft.value].length} limit={TITLE_LETTERS}>
      <TextField label={t('inspector.screenTitle')} labelHidden {...draft.field} error={error} />
    </Row>
  );
}

/** Which answers are left out of what is shown after sending. */
function Sensitive({
  inputs,
  names,
  set,
}: {
  inputs: readonly Input[];
  names: readonly string[];
  set(names: string[]): void;
}) {
  const { mark } = useSteady({
    mark: (name: string, on: boolean) => set(on ? [...names, name] : names.filter((known) => known !== name)),
  });
  if (inputs.length === 0) return null;
  return (
    <section className={styles.group} aria-label={t('inspector.sensitive')}>
      <h3 className={styles.heading}>{t('inspector.sensitive')}</h3>
      <p className={styles.none}>{t('inspector.sensitiveHelp')}</p>
      {inputs.map(({ pointer, name, label }) => (
        <SensitiveInput key={pointer} name={name} label={label} isOn={names.includes(name)} mark={mark} />
      ))}
    </section>
  );
}

const SensitiveInput = memo(function SensitiveInput({
  name,
  label,
  isOn,
  mark,
}: {
  name: string;
  label: string;
  isOn: boolean;
  mark(name: string, on: boolean): void;
}) {
  return (
    <Checkbox isSelected={isOn} onChange={(on) => mark(name, on)}>
      <bdi>{label}</bdi>
    </Checkbox>
  );
});

function titleOf(screens: Readonly<Record<string, Screen>>, id: string): string {
  return Object.values(screens).find((screen) => screen.id === id)?.title || id;
}
