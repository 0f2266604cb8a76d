import { memo } from 'react';
import { clipboardText } from '@/document';
import { wordsText } from '@/flow-words';
import { t } from '@/i18n';
import { ContextMenu, type MenuEntry, type MenuGroup } from '@/kit';
import { isNamed } from './edits';
import { type Link, outgoing } from './graph';
import { type MapMenu, useMap, useMapState } from './store';

/** The menu of cards, of a line, or of the ground. */
export const MapMenuBox = memo(function MapMenuBox() {
  const menu = useMapState((state) => state.menu);
  const { store } = useMap();
  if (menu === null) return null;
  return <Opened menu={menu} close={() => store.setState({ menu: null })} />;
});

function Opened({ menu, close }: { menu: MapMenu; close(): void }) {
  const shared = useMap();
  const { label, groups } =
    menu.kind === 'cards'
      ? cardMenu(shared, menu)
      : menu.kind === 'link'
        ? linkMenu(shared, menu.link)
        : groundMenu(shared, menu);
  return <ContextMenu at={menu.at} label={label} groups={groups} onClose={close} />;
}

type Shared = ReturnType<typeof useMap>;
interface Menu {
  label: string;
  groups: MenuGroup[];
}

function cardMenu({ acts, store }: Shared, menu: MapMenu): Menu {
  const keys = acts.selectedKeys();
  const [key = ''] = keys;
  const card = acts.card(key);
  const several = keys.length > 1;
  const edit: MenuEntry[] = [
    {
      id: 'duplicate',
      label: t('map.duplicate'),
      icon: 'create',
      keys: 'Mod+D',
      run: () => acts.duplicate(),
    },
    {
      id: 'cut',
      label: t('map.cut'),
      icon: 'cut',
      keys: 'Mod+X',
      run: () => void acts.copy().then((done) => done && acts.remove(keys)),
    },
    { id: 'copy', label: t('map.copy'), icon: 'copy', keys: 'Mod+C', run: () => void acts.copy() },
    {
      id: 'delete',
      label: t('map.delete'),
      icon: 'delete',
      keys: 'Delete',
      danger: true,
      run: () => acts.remove(keys),
    },
  ];
  if (several || card === undefined) {
    return {
      label: t('map.menuScreens', { count: keys.length }),
      groups: [
        { entries: edit },
        { entries: [{ id: 'zoom', label: t('map.toSelection'), keys: '2', run: acts.zoomToSelection }] },
      ],
    };
  }
  const where = () =>
    store.setState({ chooser: { kind: 'where', from: key, link: null, at: menu.at, place: null } });
  const lines = outgoing(acts.graph()).get(key) ?? [];
  const named = isNamed(card);
  return {
    label: t('map.menuScreen', { title: card.title }),
    groups: [
      {
        entries: [
          { id: 'open', label: t('map.open'), icon: 'phone', keys: 'Enter', run: () => acts.open(key) },
          { id: 'rename', label: t('map.rename'), icon: 'edit', keys: 'F2', run: () => acts.rename(key) },
        ],
      },
      {
        entries: [
          {
            id: 'connect',
            label: t('map.connectTo'),
            icon: 'journey',
            keys: 'C',
            isDisabled: !named,
            run: where,
          },
          ...(lines.length === 0
            ? []
            : [
                {
                  id: 'lines',
                  label: t('map.lines'),
                  icon: 'branch' as const,
                  entries: lines.flatMap((line) => lineEntries(acts, line)),
                },
              ]),
          {
            id: 'end',
            label: t(card.terminal ? 'map.unsetEnd' : 'map.setEnd'),
            icon: 'end',
            isDisabled: !named,
            run: () => acts.setEnd(key, !card.terminal),
          },
        ],
      },
      { entries: edit },
    ],
  };
}

function lineEntries(acts: Shared['acts'], link: Link): MenuEntry[] {
  const to = link.to === null ? link.toId : (acts.card(link.to)?.title ?? link.toId);
  const second = link.words.map(wordsText).join(', ');
  const entries: MenuEntry[] = [
    {
      id: `take ${link.id}`,
      label: t('map.disconnectFrom', { to }),
      icon: 'close',
      second: second || undefined,
      run: () => acts.disconnect(link),
    },
  ];
  if (link.to !== null) {
    entries.unshift({
      id: `insert ${link.id}`,
      label: t('map.insertBefore', { to }),
      icon: 'add',
      second: second || undefined,
      run: () => acts.insert(link),
    });
  }
  return entries;
}

function linkMenu({ acts }: Shared, link: Link): Menu {
  const entries: MenuEntry[] = [
    {
      id: 'insert',
      label: t('map.insert'),
      icon: 'add',
      isDisabled: link.to === null,
      run: () => acts.insert(link),
    },
    {
      id: 'delete',
      label: t('map.disconnect'),
      icon: 'delete',
      keys: 'Delete',
      danger: true,
      run: () => acts.disconnect(link),
    },
  ];
  return { label: t('map.menuLink'), groups: [{ entries }] };
}

function groundMenu({ acts }: Shared, menu: Extract<MapMenu, { kind: 'ground' }>): Menu {
  return {
    label: t('map.menuMap'),
    groups: [
      {
        entries: [
          {
            id: 'add',
            label: t('map.addHere'),
            icon: 'add',
            keys: 'N',
            run: () => void acts.addScreenAt(menu.place),
          },
          {
            id: 'paste',
            label: t('map.paste'),
            icon: 'import',
            keys: 'Mod+V',
            run: () => void clipboardText().then((text) => acts.paste(text, menu.place)),
          },
        ],
      },
      {
        entries: [
          { id: 'all', label: t('map.selectAll'), icon: 'manyChoices', keys: 'Mod+A', run: acts.selectAll },
          { id: 'tidy', label: t('map.tidy'), icon: 'tidy', keys: 'Shift+T', run: () => void acts.tidy() },
          { id: 'fit', label: t('map.fit'), icon: 'fit', keys: '1', run: acts.fit },
        ],
      },
    ],
  };
}
