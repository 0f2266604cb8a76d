import type { Screen } from '@/host';
import { t } from '@/i18n';
import type { MenuGroup } from '@/kit';
import type { ScreenActs } from './acts';

/** The menu of the selected screens. `screen` is the one that is shown. */
export function menuOf(
  acts: ScreenActs,
  screen: Screen,
  keys: readonly string[],
  order: readonly string[],
  rename: () => void,
): MenuGroup[] {
  const several = keys.length > 1;
  const named = screen.key === screen.id;
  return [
    {
      entries: [
        {
          id: 'rename',
          label: t('screens.rename'),
          icon: 'edit',
          keys: 'F2',
          isDisabled: several,
          run: rename,
        },
        {
          id: 'end',
          label: t(screen.terminal ? 'screens.unsetEnd' : 'screens.setEnd'),
          icon: 'end',
          isDisabled: several || !named,
          run: () => void acts.setEnd(screen, !screen.terminal),
        },
        {
          id: 'up',
          label: t('screens.moveUp'),
          icon: 'chevronUp',
          keys: 'Alt+ArrowUp',
          isDisabled: keys.includes(order[0] ?? ''),
          run: () => void acts.move(keys, -1),
        },
        {
          id: 'down',
          label: t('screens.moveDown'),
          icon: 'chevronDown',
          keys: 'Alt+ArrowDown',
          isDisabled: keys.includes(order.at(-1) ?? ''),
          run: () => void acts.move(keys, 1),
        },
      ],
    },
    {
      entries: [
        {
          id: 'duplicate',
          label: t('screens.duplicate'),
          icon: 'create',
          keys: 'Mod+D',
          run: () => void acts.duplicate(keys),
        },
        {
          id: 'cut',
          label: t('screens.cut'),
          icon: 'cut',
          keys: 'Mod+X',
          run: () => void acts.cut(keys),
        },
        {
          id: 'copy',
          label: t('screens.copy'),
          icon: 'copy',
          keys: 'Mod+C',
          run: () => void acts.copy(keys),
        },
        {
          id: 'paste',
          label: t('screens.paste'),
          icon: 'import',
          keys: 'Mod+V',
          run: () => void acts.pasteHere(),
        },
        {
          id: 'delete',
          label: t('screens.delete'),
          icon: 'delete',
          keys: 'Delete',
          danger: true,
          run: () => void acts.remove(keys),
        },
      ],
    },
  ];
}
