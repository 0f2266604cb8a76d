import { useMemo } from 'react';
import { partOf, segments, shownScreen, useDocument, useSession } from '@/document';
import type { Pointer } from '@/host';
import { t } from '@/i18n';
import { type Command, focusRegion, setPanel, useCommands } from '@/kit';
import { FlowInspector } from './FlowInspector';
import { TABS, tabOf } from './facts';
import styles from './inspector.module.css';
import { PartInspector } from './PartInspector';
import { ScreenInspector } from './ScreenInspector';

/** Puts the focus into the field of a place, on the tab it stands on; into the panel when it has none. */
function focusField(pointer: Pointer | null): void {
  const part = pointer === null ? undefined : partOf(pointer);
  const property =
    pointer === null || part === undefined ? undefined : segments(pointer.slice(part.length))[0];
  if (property !== undefined) setPanel('inspector.tab', TABS.indexOf(tabOf(property)));
  // The panel draws the part first.
  window.setTimeout(() => {
    const panel = document.querySelector('[data-region="inspector"]');
    const field =
      property === undefined ? null : panel?.querySelector(`[data-property="${CSS.escape(property)}"]`);
    // The field itself; the buttons beside its label stand before it.
    const input =
      field?.querySelector<HTMLElement>('input, textarea, [aria-haspopup="listbox"]') ??
      field?.querySelector<HTMLElement>('button');
    if (input === undefined || input === null) focusRegion('inspector');
    else input.focus();
  }, 0);
}

/** Everything about what is selected: a part, a screen, or the Flow when nothing is. */
export function InspectorPanel() {
  const session = useSession();
  const part = useDocument((state) => state.selection.part);
  const chosen = useDocument((state) => state.selection.screens.length);
  const screen = useDocument((state) => shownScreen(state.flow, state.selection));
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'inspector.focus',
        title: t('inspector.command'),
        group: t('inspector.title'),
        icon: 'edit',
        run: () => focusRegion('inspector'),
      },
      {
        id: 'inspector.field',
        title: t('inspector.command'),
        group: t('inspector.title'),
        keysOnly: true,
        run: () => focusField(session.store.getState().reveal?.pointer ?? null),
      },
    ],
    [session],
  );
  useCommands(commands);
  return (
    <div className={styles.panel}>
      {part !== null ? (
        <PartInspector key={part} at={part} />
      ) : chosen > 0 && screen !== undefined ? (
        <ScreenInspector key={screen} screenKey={screen} />
      ) : (
        <FlowInspector />
      )}
    </div>
  );
}
