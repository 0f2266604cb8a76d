import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { direction, t } from '@/i18n';
import styles from './splitter.module.css';

const STEP = 16;

/**
 * The border between two panels: dragged with the pointer, moved with the arrow keys, set back by a double
 * click. `size` is that of the panel named by `panel`, in px.
 */
export function Splitter({
  panel,
  size,
  min,
  max,
  initial,
  side,
  onResize,
}: {
  panel: string;
  size: number;
  min: number;
  max: number;
  initial: number;
  /** Where the panel lies, seen from the border. */
  side: 'start' | 'end' | 'bottom';
  onResize(size: number): void;
}) {
  const from = useRef<{ at: number; size: number } | null>(null);
  const vertical = side !== 'bottom';
  /** Which way the pointer moves to make the panel larger. */
  const sign = side === 'bottom' ? -1 : (side === 'start' ? 1 : -1) * (direction() === 'rtl' ? -1 : 1);
  const clamp = (value: number) => Math.min(max, Math.max(min, value));

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { at: vertical ? event.clientX : event.clientY, size };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (from.current === null) return;
    const moved = (vertical ? event.clientX : event.clientY) - from.current.at;
    onResize(clamp(from.current.size + sign * moved));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const grow = vertical ? (sign > 0 ? 'ArrowRight' : 'ArrowLeft') : 'ArrowUp';
    const shrink = vertical ? (sign > 0 ? 'ArrowLeft' : 'ArrowRight') : 'ArrowDown';
    const target: Record<string, number> = {
      [grow]: size + STEP,
      [shrink]: size - STEP,
      Home: min,
      End: max,
      Enter: initial,
    };
    const next = target[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onResize(clamp(next));
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved; this is ARIA's window splitter.
    <div
      role="separator"
      tabIndex={0}
      aria-label={t('kit.resize', { panel })}
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(size)}
      aria-valuemin={min}
      aria-valuemax={max}
      className={vertical ? styles.vertical : styles.horizontal}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        from.current = null;
      }}
      onPointerCancel={() => {
        from.current = null;
      }}
      onDoubleClick={() => onResize(initial)}
      onKeyDown={onKeyDown}
    />
  );
}
