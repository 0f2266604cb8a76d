import { useReactFlow, ViewportPortal } from '@xyflow/react';
import { useEffect } from 'react';
import type { Point } from '@/graph-view';
import { t } from '@/i18n';
import { cardAt } from './connect';
import { CARD_HEIGHT, CARD_WIDTH, cardBox } from './geometry';
import styles from './link.module.css';
import { curve, middle, pathData, portPoint, type Side, sides } from './ports';
import { type Pull, useMap, useMapState } from './store';

/** Shorter pulls are a slip of the hand. */
const SLIP = 6;

/** The line under the hand, from the moment it is pulled out of a card until it is dropped. */
export function PullLayer({ places }: { places(): ReadonlyMap<string, Point> }) {
  const pull = useMapState((state) => state.pull);
  const { rtl } = useMap();
  usePullHand(places);
  if (pull === null || Number.isNaN(pull.to.x)) return null;
  const at = places().get(pull.from);
  if (at === undefined) return null;
  const from = cardBox(at);
  const target = pull.over === null || pull.over.refusal !== null ? undefined : places().get(pull.over.key);
  const loose = { ...pull.to, width: 0, height: 0 };
  const to = target === undefined ? loose : cardBox(target);
  const side: { from: Side; to: Side } =
    target === undefined ? sides(from, loose, rtl) : sides(from, to, rtl);
  const start = portPoint(from, { side: side.from, offset: middle(from, side.from) });
  const end = target === undefined ? pull.to : portPoint(to, { side: side.to, offset: middle(to, side.to) });
  const refusal = pull.over?.refusal ?? null;
  return (
    <ViewportPortal>
      <svg className="map-overlay" aria-hidden="true">
        <path
          className={styles.pull}
          data-refused={refusal !== null || undefined}
          d={pathData(curve(start, side.from, end, side.to))}
        />
      </svg>
      {refusal !== null && (
        <div
          className={styles.refusal}
          style={{ transform: `translate(${pull.to.x + 14}px, ${pull.to.y + 10}px)` }}
        >
          {t(`map.${refusal}`)}
        </div>
      )}
    </ViewportPortal>
  );
}

/** Follows the pointer while a line is pulled. */
function usePullHand(places: () => ReadonlyMap<string, Point>): void {
  const { store, acts } = useMap();
  const flow = useReactFlow();
  const pulling = useMapState((state) => state.pull !== null);
  useEffect(() => {
    if (!pulling) return;
    let first: Point | null = null;
    const follow = (event: PointerEvent): Pull | null => {
      const { pull } = store.getState();
      if (pull === null) return null;
      const to = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      first ??= { x: event.clientX, y: event.clientY };
      const key = cardAt(places(), to);
      const same = key !== null && pull.link?.to === key;
      const refusal = key === null || same ? null : acts.refusal(pull.from, key);
      const over = key === null ? null : { key, refusal };
      const known = pull.over;
      const kept = known?.key === over?.key && known?.refusal === over?.refusal ? known : over;
      const next = { ...pull, to, over: kept };
      store.setState({ pull: next });
      return next;
    };
    const drop = (event: PointerEvent) => {
      const pull = follow(event);
      store.setState({ pull: null });
      if (pull === null) return;
      const at = { x: event.clientX, y: event.clientY };
      const moved = first !== null && Math.hypot(at.x - first.x, at.y - first.y) > SLIP;
      if (pull.over !== null && pull.over.key === pull.from && !moved) {
        // A press without a pull asks where to.
        store.setState({ chooser: { kind: 'where', from: pull.from, link: pull.link, at, place: null } });
      } else if (pull.over === null) {
        if (moved) {
          const place = acts.placeAround({
            x: pull.to.x + (CARD_WIDTH / 2) * 0.9,
            y: pull.to.y + CARD_HEIGHT * 0.1,
          });
          store.setState({ chooser: { kind: 'where', from: pull.from, link: pull.link, at, place } });
        }
      } else if (pull.over.refusal === null) {
        if (pull.link === null) acts.connect(pull.from, { kind: 'card', key: pull.over.key }, at);
        else if (pull.link.to !== pull.over.key) acts.redirect(pull.link, pull.over.key);
      }
    };
    const stop = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      store.setState({ pull: null });
    };
    const abandon = () => store.setState({ pull: null });
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', abandon);
    window.addEventListener('keydown', stop, { capture: true });
    return () => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', abandon);
      window.removeEventListener('keydown', stop, { capture: true });
    };
  }, [pulling, store, acts, flow, places]);
}
