import { useReactFlow } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { clipboardText, useJourney } from '@/document';
import { t } from '@/i18n';
import { STAGES } from '@/journey-words';
import { ContextMenu, type MenuGroup } from '@/kit';
import { GroupMenu } from './Groups';
import { groupsOf } from './groups';
import { useCanvas, useCanvasState } from './store';

/** What can be done with the selected steps, or on the ground. */
export const CanvasMenu = memo(function CanvasMenu({ onOpen }: { onOpen(): void }) {
  const menu = useCanvasState((state) => state.menu);
  const { store, acts } = useCanvas();
  const flow = useReactFlow();
  const notes = useJourney((state) => state.journey.notes);
  const known = useJourney((state) => state.journey.steps);
  const groups = useMemo(() => groupsOf(notes, known), [notes, known]);
  if (menu === null) return null;
  const close = () => store.setState({ menu: null });
  const keys = acts.selected();
  const first = acts.step(keys[0] ?? '');
  const group = groups.find(({ key }) => key === keys[0]);
  const ground: MenuGroup = {
    entries: [
      {
        id: 'add',
        label: t('canvas.add'),
        icon: 'add',
        keys: 'N',
        run: () => {
          const place = menu.place ?? flow.screenToFlowPosition(menu.at);
          store.setState({
            chooser: { at: menu.at, out: null, place, stage: acts.stageAt(place), offers: 'new' },
          });
        },
      },
      {
        id: 'paste',
        label: t('canvas.paste'),
        icon: 'copy',
        keys: 'Mod+V',
        run: () => void clipboardText().then((copied) => acts.paste(copied, menu.place)),
      },
      { id: 'tidy', label: t('canvas.tidy'), icon: 'tidy', keys: 'Shift+T', run: acts.tidy },
    ],
  };
  const steps: MenuGroup[] = [
    {
      entries: [
        { id: 'open', label: t('canvas.open'), icon: 'edit', keys: 'Enter', run: onOpen },
        {
          id: 'connect',
          label: t('canvas.connect'),
          icon: 'link',
          keys: 'C',
          isDisabled: keys.length !== 1 || (first?.ways.length ?? 0) === 0,
          run: () => acts.askWhere(keys[0] ?? '', menu.at),
        },
        {
          id: 'move',
          label: t('canvas.moveTo'),
          icon: 'journey',
          entries: STAGES.map((stage) => ({
            id: stage,
            label: t(`gallery.${stage}`),
            icon: stage,
            run: () => acts.moveTo(keys, stage),
          })),
        },
      ],
    },
    {
      entries: [
        {
          id: 'group',
          label: t('canvas.group.make'),
          icon: 'fit',
          keys: 'Mod+G',
          run: () => acts.group(keys),
        },
        { id: 'copy', label: t('canvas.copy'), icon: 'copy', keys: 'Mod+C', run: () => void acts.copy(keys) },
        {
          id: 'duplicate',
          label: t('canvas.duplicate'),
          icon: 'copy',
          keys: 'Mod+D',
          run: () => acts.duplicate(keys),
        },
        {
          id: 'off',
          label: t(acts.isOn(keys) ? 'canvas.switchOff' : 'canvas.switchOn'),
          icon: 'skip',
          run: () => acts.switchOff(keys),
        },
        {
          id: 'delete',
          label: t('canvas.delete'),
          icon: 'delete',
          keys: 'Delete',
          danger: true,
          run: () => acts.remove(keys),
        },
      ],
    },
  ];
  if (menu.place === null && group !== undefined && keys.length === 1)
    return <GroupMenu group={group} at={menu.at} onClose={close} />;
  return (
    <ContextMenu
      at={menu.at}
      label={t('canvas.menu')}
      groups={menu.place === null && keys.length > 0 ? steps : [ground]}
      onClose={close}
    />
  );
});
