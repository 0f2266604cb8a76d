import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { type Facts, shownScreen, startDrag, useDocument, useFacts, useSession } from '@/document';
import { addPart, PART_TYPES, type PartGroup, partGroup, partHint, partIcon, partName } from '@/flow-words';
import type { Screen } from '@/host';
import { type Key, t } from '@/i18n';
import { announce, Icon, SearchField } from '@/kit';
import { type Reason, type Spot, spotFor } from './allowed';
import styles from './palette.module.css';

const GROUPS: readonly { id: PartGroup; title: Key }[] = [
  { id: 'text', title: 'parts.groupText' },
  { id: 'ask', title: 'parts.groupAsk' },
  { id: 'show', title: 'parts.groupShow' },
  { id: 'logic', title: 'parts.groupLogic' },
];

/** Parts to add to the chosen screen: by a press behind the selected part, by hand to anywhere. */
export function PartPalette() {
  const session = useSession();
  const facts = useFacts();
  const screen = useDocument(({ flow, selection }) => {
    const key = shownScreen(flow, selection);
    return key === undefined ? undefined : flow.screens[key];
  });
  const selected = useDocument((state) => state.selection.part);
  const version = useDocument((state) => state.flow.version);
  const [question, setQuestion] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const types = useMemo(() => matching(question, facts), [question, facts]);
  // The group of what is nearest comes first.
  const order = types.map(partGroup);
  const groups = [...GROUPS].sort((one, other) =>
    question.trim() === '' ? 0 : order.indexOf(one.id) - order.indexOf(other.id),
  );
  const spots = useMemo(
    () => new Map(types.map((type) => [type, spotOf(type, facts, screen, selected, version)])),
    [types, facts, screen, selected, version],
  );

  const add = (type: string) => {
    const gap = spots.get(type)?.gap;
    if (gap === null || gap === undefined || screen === undefined) return;
    void session.dispatch(addPart(gap, type)).then((answer) => {
      if (answer.ok) announce(t('parts.added', { part: partName(type), screen: screen.title }));
    });
  };
  const buttons = () => [
    ...(list.current?.querySelectorAll<HTMLButtonElement>('button[data-part-type]') ?? []),
  ];

  return (
    <div className={styles.palette}>
      <h2 className={styles.head}>{t('parts.title')}</h2>
      <search
        className={styles.search}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          buttons()[0]?.focus();
        }}
      >
        <SearchField
          label={t('parts.search')}
          placeholder={t('parts.search')}
          value={question}
          onChange={setQuestion}
          onSubmit={() => {
            const first = types.find((type) => spots.get(type)?.gap != null);
            if (question.trim() !== '' && first !== undefined) add(first);
          }}
        />
      </search>
      <div
        ref={list}
        role="toolbar"
        aria-orientation="vertical"
        aria-label={t('parts.title')}
        className={styles.groups}
        onKeyDown={(event) => walk(event, buttons())}
      >
        {groups.map(({ id, title }) => {
          const inGroup = types.filter((type) => partGroup(type) === id);
          if (inGroup.length === 0) return null;
          return (
            <section key={id} className={styles.group} aria-labelledby={`parts-${id}`}>
              <h3 id={`parts-${id}`} className={styles.title}>
                {t(title)}
              </h3>
              <div className={styles.grid}>
                {inGroup.map((type) => (
                  <PartButton
                    key={type}
                    type={type}
                    spot={spots.get(type)}
                    isFirst={type === types[0]}
                    onAdd={() => add(type)}
                  />
                ))}
              </div>
            </section>
          );
        })}
        {types.length === 0 && (
          <p className={styles.nothing} role="status">
            {t('parts.nothing', { question: question.trim() })}
          </p>
        )}
      </div>
    </div>
  );
}

function PartButton({
  type,
  spot,
  isFirst,
  onAdd,
}: {
  type: string;
  spot: Spot | undefined;
  isFirst: boolean;
  onAdd(): void;
}) {
  const name = partName(type);
  const reason =
    spot === undefined ? t('parts.noScreen') : spot.reason === null ? null : reasonWords(spot.reason);
  // One that cannot be added keeps its place in the tab order: its reason can be read there.
  return (
    <button
      type="button"
      className={styles.part}
      data-part-type={type}
      tabIndex={isFirst ? 0 : -1}
      aria-disabled={reason !== null || undefined}
      aria-description={reason ?? partHint(type)}
      title={reason ?? partHint(type)}
      onPointerDown={(event) =>
        startDrag(event, () => (reason === null ? { kind: 'new-part', component: type, label: name } : null))
      }
      onClick={() => {
        if (reason === null) onAdd();
        else announce(reason);
      }}
    >
      <Icon name={partIcon(type)} size={14} />
      <span className={styles.name}>{name}</span>
    </button>
  );
}

/** Arrow keys go from part to part as they lie; letters would only disturb the search. */
function walk(event: KeyboardEvent, buttons: readonly HTMLButtonElement[]): void {
  const at = buttons.findIndex((button) => button.contains(event.target as Node));
  const here = buttons[at]?.getBoundingClientRect();
  if (here === undefined) return;
  const rtl = document.documentElement.dir === 'rtl';
  const aside = (by: 1 | -1) => buttons[at + (rtl ? -by : by)];
  const along = (by: 1 | -1) => {
    const order = by === 1 ? buttons.slice(at + 1) : buttons.slice(0, at).reverse();
    const column = order.filter((button) => Math.abs(button.getBoundingClientRect().left - here.left) < 4);
    return column[0];
  };
  const next =
    event.key === 'ArrowRight'
      ? aside(1)
      : event.key === 'ArrowLeft'
        ? aside(-1)
        : event.key === 'ArrowDown'
          ? along(1)
          : event.key === 'ArrowUp'
            ? along(-1)
            : event.key === 'Home'
              ? buttons[0]
              : event.key === 'End'
                ? buttons.at(-1)
                : undefined;
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

function matching(question: string, facts: Facts): string[] {
  const wanted = question.trim().toLocaleLowerCase();
  const known = PART_TYPES.filter((type) => facts.size === 0 || facts.has(type));
  const nearest = known.map((type) => ({ type, distance: distance(type, wanted) }));
  return nearest
    .filter((found) => found.distance < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.distance - other.distance)
    .map((found) => found.type);
}

/** How far a part is from what is looked for: its name, how the name begins, what is in it, what it is for. */
function distance(type: string, wanted: string): number {
  const [name, hint, own] = [partName(type), partHint(type), type].map((words) => words.toLocaleLowerCase());
  if (wanted === '' || name === wanted) return 0;
  if (name?.startsWith(wanted) === true) return 1;
  if (name?.includes(wanted) === true) return 2;
  return hint?.includes(wanted) === true || own?.includes(wanted) === true ? 3 : Number.POSITIVE_INFINITY;
}

function spotOf(
  type: string,
  facts: Facts,
  screen: Screen | undefined,
  selected: string | null,
  version: string | null,
): Spot | undefined {
  const known = facts.get(type);
  return known === undefined || screen === undefined ? undefined : spotFor(known, screen, selected, version);
}

const PLACES: Record<string, Key> = {
  SingleColumnLayout: 'parts.placeScreen',
  Form: 'parts.placeForm',
  If: 'parts.placeIf',
  Switch: 'parts.placeSwitch',
};

function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case 'version':
      return t('parts.sinceVersion', { version: reason.version });
    case 'count':
      return t('parts.noMore', { count: reason.count });
    case 'place': {
      const places = reason.places.flatMap((place) => {
        const key = PLACES[place];
        return key === undefined ? [] : [t(key)];
      });
      return t('parts.onlyIn', { places: places.join(', ') });
    }
  }
}
