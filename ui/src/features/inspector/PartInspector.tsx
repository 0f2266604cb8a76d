import { useMemo } from 'react';
import type { PropertyFacts } from '@/document';
import { jsonAt, screenAt, segments, useDocument, useSession, valueAt } from '@/document';
import { partIcon, partName } from '@/flow-words';
import type { Edit, Pointer, Value } from '@/host';
import { t } from '@/i18n';
import { Icon, IconButton, Menu, Tabs, usePanel } from '@/kit';
import { sourcesFor } from '@/sending';
import { AnswerName, AnswerSummary } from './AnswerName';
import { InspectedProvider } from './context';
import { setMember } from './edits';
import { inOrder, reaches, TABS, type Tab, tabOf, useFacts } from './facts';
import { PropertyField } from './fields/PropertyField';
import { RawField } from './fields/RawField';
import { Head } from './Head';
import styles from './inspector.module.css';
import { objectOf } from './payload';

/** Every property of one part, by what is known of its kind. */
export function PartInspector({ at }: { at: Pointer }) {
  const session = useSession();
  const flow = useDocument((state) => state.flow);
  const facts = useFacts();
  const [tab, setTab] = usePanel('inspector.tab', 0);
  const screen = screenAt(flow, at);
  const json = jsonAt(flow, at);
  const sources = useMemo(() => (screen === undefined ? [] : sourcesFor(flow, screen)), [flow, screen]);
  const inspected = useMemo(
    () =>
      screen === undefined
        ? null
        : {
            session,
            flow,
            screen,
            at,
            facts,
            sources,
            findings: flow.diagnostics,
            inForm: insideForm(flow, at),
            change: async (edit: Edit | undefined) =>
              edit === undefined ? undefined : session.dispatch(edit),
          },
    [session, flow, screen, at, facts, sources],
  );
  if (inspected === null || screen === undefined || json === undefined) return null;

  const owner = objectOf(json);
  const component = typeof owner.type === 'string' ? owner.type : '';
  const known = facts.get(component);
  const shown =
    known === undefined ? [] : inOrder(known.properties).filter((property) => isShown(property, owner));
  const kept = Object.keys(owner).filter(
    (name) => name !== 'type' && !known?.properties.some((property) => property.name === name),
  );
  const current = TABS[tab] ?? 'content';

  function isShown(property: PropertyFacts, value: { [key: string]: Value }): boolean {
    if (value[property.name] !== undefined) return true;
    if (!reaches(flow.version, property.since)) return false;
    if (property.outsideFormOnly && inspected?.inForm === true) return false;
    return fits(component, property.name, value);
  }

  const fields = (wanted: Tab) =>
    shown
      .filter(
        (property) => tabOf(property.name) === wanted && !LAST.has(property.name) && property.name !== 'name',
      )
      .map((property) => (
        <PropertyField key={property.name} at={at} component={component} facts={property} owner={owner} />
      ));
  const last = shown
    .filter((property) => LAST.has(property.name))
    .map((property) => (
      <PropertyField key={property.name} at={at} component={component} facts={property} owner={owner} />
    ));
  const isInput =
    known?.properties.some((property) => property.name === 'name') === true && component !== 'Form';

  return (
    <InspectedProvider value={inspected}>
      <Head
        icon={partIcon(component)}
        title={partName(component)}
        second={t('inspector.on', { screen: screen.title || screen.id })}
      >
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
                  run: () => void session.dispatch({ type: 'DuplicateItems', items: [at] }),
                },
                {
                  id: 'screen',
                  label: t('inspector.toScreen'),
                  icon: 'phone',
                  run: () => session.select({ part: null }),
                },
              ],
            },
            {
              entries: [
                {
                  id: 'delete',
                  label: t('inspector.deletePart'),
                  icon: 'delete',
                  danger: true,
                  run: () => void session.dispatch({ type: 'RemoveItems', items: [at] }),
                },
              ],
            },
          ]}
        >
          <IconButton icon="more" size="panel" label={t('inspector.menu')} />
        </Menu>
      </Head>
      <div className={styles.body}>
        {known === undefined && facts.size > 0 ? (
          <>
            <p className={styles.sealed}>
              <Icon name="lock" size={14} />
              {t('inspector.unknownPart')}
            </p>
            <Kept at={at} owner={owner} names={kept} change={inspected.change} />
          </>
        ) : (
          <Tabs<Tab>
            label={t('inspector.tabs')}
            value={current}
            onChange={(next) => setTab(TABS.indexOf(next))}
            tabs={[
              {
                id: 'content',
                label: t('inspector.tabContent'),
                content: (
                  <div className={styles.fields}>
                    {fields('content')}
                    {last.length > 0 && <div className={styles.group}>{last}</div>}
                    {isInput && <AnswerSummary owner={owner} component={component} />}
                  </div>
                ),
              },
              {
                id: 'rules',
                label: t('inspector.tabRules'),
                content: (
                  <div className={styles.fields}>
                    {fields('rules')}
                    {fields('rules').length === 0 && <p className={styles.none}>{t('inspector.noRules')}</p>}
                  </div>
                ),
              },
              {
                id: 'names',
                label: t('inspector.tabNames'),
                content: (
                  <div className={styles.fields}>
                    {isInput || component === 'Form' ? (
                      <AnswerName owner={owner} />
                    ) : (
                      <p className={styles.none}>{t('inspector.noName')}</p>
                    )}
                    {kept.length > 0 && <Kept at={at} owner={owner} names={kept} change={inspected.change} />}
                  </div>
                ),
              },
            ]}
          />
        )}
      </div>
    </InspectedProvider>
  );
}

/** Switches that close the content: whether it must be answered, and when it shows. */
const LAST = new Set(['required', 'visible']);

/** Members that only make sense beside others; those that are there always show. */
function fits(component: string, property: string, owner: { [key: string]: Value }): boolean {
  const range = owner.mode === 'range';
  if (property === 'media-size') return hasPictures(owner);
  if (component === 'CalendarPicker' && !range)
    return !['title', 'description', 'min-days', 'max-days'].includes(property);
  if (component === 'Footer' && property === 'center-caption') return owner['left-caption'] === undefined;
  if (component === 'Footer' && /^(left|right)-caption$/.test(property))
    return owner['center-caption'] === undefined;
  return true;
}

/** Whether any option or row has a picture, or takes them from data. */
function hasPictures(owner: { [key: string]: Value }): boolean {
  const list = owner['data-source'] ?? owner['list-items'];
  if (typeof list === 'string') return true;
  return (
    Array.isArray(list) &&
    list.some((item) => valueAt(item, '/image') !== undefined || valueAt(item, '/start') !== undefined)
  );
}

function insideForm(flow: Parameters<typeof jsonAt>[0], at: Pointer): boolean {
  const parts = segments(at);
  return parts.some((_, end) => {
    const above = `/${parts.slice(0, end).join('/')}`;
    return end > 2 && objectOf(jsonAt(flow, above)).type === 'Form';
  });
}

/** What Waymark does not know: kept exactly as it came, and changed as text only. */
function Kept({
  at,
  owner,
  names,
  change,
}: {
  at: Pointer;
  owner: { [key: string]: Value };
  names: string[];
  change(edit: Edit | undefined): Promise<unknown>;
}) {
  return (
    <section className={styles.group} aria-label={t('inspector.kept')}>
      <h3 className={styles.heading}>{t('inspector.kept')}</h3>
      {names.map((name) => (
        <RawField
          key={name}
          label={name}
          value={owner[name]}
          set={(next) => change(setMember(at, { name, required: false, default: null }, owner[name], next))}
        />
      ))}
    </section>
  );
}
