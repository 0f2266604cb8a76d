import { useReactFlow, ViewportPortal } from '@xyflow/react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useJourney, useJourneySession } from '@/document';
import { around, type Box, type Point } from '@/graph-view';
import { t } from '@/i18n';
import { Button, ContextMenu, Dialog, Icon, TextField, type WindowPoint } from '@/kit';
import styles from './group.module.css';
import { changeGroup, dropGroup, type Group, groupsOf, TINTS } from './groups';
import { useCanvas, useCanvasState } from './store';

/** Between a frame and its cards, and above them for its name. */
const PAD = 14;
const NAME = 34;
/** A press that moves less than this is no drag, in px of the window. */
const STILL = 3;

export interface FramesProps {
  groups: readonly Group[];
  /** Where a card stands. */
  boxOf(key: string): Box | undefined;
  /** Where those under the hand are. */
  held: ReadonlyMap<string, Point> | null;
  onHold(moved: ReadonlyMap<string, Point>): void;
  onDrop(): void;
}

/** The frames of groups that are not folded, under the cards, each with its name. */
export function Frames({ groups, ...hands }: FramesProps) {
  return (
    <ViewportPortal>
      {groups
        .filter(({ isFolded }) => !isFolded)
        .map((group) => (
          <Frame key={group.at} group={group} {...hands} />
        ))}
    </ViewportPortal>
  );
}

function Frame({ group, boxOf, held: hand, onHold, onDrop }: Omit<FramesProps, 'groups'> & { group: Group }) {
  const { acts, rtl, isPicture } = useCanvas();
  const flow = useReactFlow();
  const held = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  const [menu, setMenu] = useState<WindowPoint | null>(null);
  const cards = around(
    group.members.flatMap((key) => {
      const box = boxOf(key);
      return box === undefined ? [] : [{ ...box, ...hand?.get(key) }];
    }),
  );
  if (cards === null) return null;
  const left = cards.x - PAD;
  const top = cards.y - NAME;
  const right = cards.x + cards.width + PAD;
  const bottom = cards.y + cards.height + PAD;
  const move = (event: PointerEvent): void => {
    const from = held.current;
    if (from === null) return;
    const by = { x: event.clientX - from.x, y: event.clientY - from.y };
    if (!from.moved && Math.hypot(by.x, by.y) < STILL) return;
    from.moved = true;
    const zoom = flow.getZoom();
    const moved = group.members.flatMap((key) => {
      const box = boxOf(key);
      return box === undefined ? [] : [[key, { x: box.x + by.x / zoom, y: box.y + by.y / zoom }] as const];
    });
    onHold(new Map(moved));
  };
  return (
    <>
      <div
        className={styles.frame}
        data-tint={group.tint}
        style={{ left, top, inlineSize: right - left, blockSize: bottom - top }}
      />
      <div
        style={{ left: left + 8, top: top + 4, maxInlineSize: right - left - 16 }}
        data-tint={group.tint}
        className={`${styles.name} nodrag nopan nokey`}
        dir={rtl ? 'rtl' : 'ltr'}
      >
        <AriaButton
          className={styles.nameButton}
          isDisabled={isPicture}
          aria-label={t('canvas.group.label', { name: group.name, count: group.members.length })}
          onPress={() => acts.select(group.members)}
          onPointerDown={(event) => {
            if (isPicture || event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            held.current = { x: event.clientX, y: event.clientY, moved: false };
          }}
          onPointerMove={move}
          onPointerUp={() => {
            if (held.current?.moved === true) onDrop();
            held.current = null;
          }}
          onPointerCancel={() => {
            if (held.current?.moved === true) onDrop();
            held.current = null;
          }}
        >
          <bdi>{group.name}</bdi>
        </AriaButton>
        {!isPicture && (
          <AriaButton
            className={styles.more}
            aria-label={t('canvas.group.menu', { name: group.name })}
            onPress={(event) => {
              const box = event.target.getBoundingClientRect();
              setMenu({ x: box.left, y: box.bottom });
            }}
          >
            <Icon isDrawn name="more" size={14} />
          </AriaButton>
        )}
      </div>
      {menu !== null && <GroupMenu group={group} at={menu} onClose={() => setMenu(null)} />}
    </>
  );
}

/** What can be done with a group. */
export function GroupMenu({ group, at, onClose }: { group: Group; at: WindowPoint; onClose(): void }) {
  const session = useJourneySession();
  const { store } = useCanvas();
  const change = (to: Parameters<typeof changeGroup>[2]) =>
    void session.dispatch((journey) => changeGroup(journey, group, to));
  return (
    <ContextMenu
      at={at}
      label={t('canvas.group.menu', { name: group.name })}
      onClose={onClose}
      groups={[
        {
          entries: [
            {
              id: 'fold',
              label: t(group.isFolded ? 'canvas.group.unfold' : 'canvas.group.fold'),
              icon: group.isFolded ? 'chevronDown' : 'chevronUp',
              run: () => change({ folded: !group.isFolded }),
            },
            {
              id: 'rename',
              label: t('canvas.group.rename'),
              icon: 'edit',
              run: () => store.setState({ naming: group.at }),
            },
            {
              id: 'tint',
              label: t('canvas.group.tint'),
              icon: 'light',
              entries: TINTS.map((tint) => ({
                id: tint,
                label: t(`canvas.group.tint.${tint}`),
                ...(tint === group.tint ? { icon: 'tick' as const } : {}),
                run: () => change({ tint }),
              })),
            },
          ],
        },
        {
          entries: [
            {
              id: 'drop',
              label: t('canvas.group.drop'),
              icon: 'remove',
              run: () => void session.dispatch(dropGroup(group)),
            },
          ],
        },
      ]}
    />
  );
}

/** Asks what a group is called. */
export function GroupName() {
  const at = useCanvasState((state) => state.naming);
  const { store } = useCanvas();
  const session = useJourneySession();
  const steps = useJourney((state) => state.journey.steps);
  const notes = useJourney((state) => state.journey.notes);
  const group = at === null ? undefined : groupsOf(notes, steps).find((known) => known.at === at);
  const [typed, setTyped] = useState('');
  const name = group?.name ?? '';
  useEffect(() => setTyped(name), [name]);
  const close = () => store.setState({ naming: null });
  const save = () => {
    const wanted = typed.trim();
    close();
    if (group !== undefined && wanted !== '' && wanted !== group.name)
      void session.dispatch((journey) => changeGroup(journey, group, { name: wanted }));
  };
  return (
    <Dialog title={t('canvas.group.rename')} isOpen={group !== undefined} onClose={close}>
      <TextField label={t('canvas.group.name')} value={typed} onChange={setTyped} onEnter={save} autoFocus />
      <Button variant="primary" onPress={save}>
        {t('canvas.group.save')}
      </Button>
    </Dialog>
  );
}
