/**
 * Dragging parts and screens between panels: palette to phone, tree to phone, list to list. Built on pointer events,
 * because the window takes HTML drag and drop for files.
 */

import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Pointer } from '@/host';
import './drag.css';

/** What is under the hand. */
export type Load =
  /** A new part of this component type. */
  | { kind: 'new-part'; component: string; label: string }
  /** Parts of the document. */
  | { kind: 'parts'; items: readonly Pointer[]; label: string }
  /** Screens, by key. */
  | { kind: 'screens'; keys: readonly string[]; label: string };

/** A place that takes loads. Coordinates are those of the window. */
export interface DropTarget {
  /** The load is above the place. Show where it would go; false when it cannot go here. */
  over(load: Load, x: number, y: number): boolean;
  /** The load has left or was dropped. Take the mark away. */
  leave(): void;
  /** Only called after `over` said true for the same point. */
  drop(load: Load, x: number, y: number): void;
}

/** The hand has to move this far before a press becomes a drag. */
const THRESHOLD = 4;
/** Nearer than this to the edge of a list, the list scrolls by up to this many px a frame. */
const SCROLL_EDGE = 32;
const SCROLL_STEP = 14;

const targets = new Map<Element, RefObject<DropTarget>>();

/** Lets an element take loads while it is there. */
export function useDropTarget(element: RefObject<Element | null>, target: DropTarget): void {
  const latest = useRef(target);
  latest.current = target;
  useEffect(() => {
    const at = element.current;
    if (at === null) return;
    targets.set(at, latest);
    return () => {
      targets.delete(at);
    };
  }, [element]);
}

function targetAt(x: number, y: number): { element: Element; target: DropTarget } | null {
  for (let at = document.elementFromPoint(x, y); at !== null; at = at.parentElement) {
    const target = targets.get(at);
    if (target !== undefined) return { element: at, target: target.current };
  }
  return null;
}

/** Ends the drag that is going on, if any. */
let cancel: (() => void) | null = null;

/**
 * Call on pointer down. The drag begins when the hand moves; until then the press stays a press. `load` is asked for
 * then. Escape takes it back.
 */
export function startDrag(event: ReactPointerEvent, load: () => Load | null): void {
  if (event.button !== 0 || !event.isPrimary) return;
  cancel?.();
  const start = { x: event.clientX, y: event.clientY };
  const pointer = event.pointerId;
  let hand: { load: Load; ghost: HTMLElement } | null = null;
  let over: { element: Element; target: DropTarget; takes: boolean } | null = null;
  let at = start;
  let frame = 0;

  const look = () => {
    if (hand === null) return;
    const found = targetAt(at.x, at.y);
    if (over !== null && found?.element !== over.element) over.target.leave();
    over = found === null ? null : { ...found, takes: found.target.over(hand.load, at.x, at.y) };
    hand.ghost.style.transform = `translate(${at.x + 12}px, ${at.y + 8}px)`;
    hand.ghost.toggleAttribute('data-refused', over !== null && !over.takes);
  };
  const scroll = () => {
    frame = requestAnimationFrame(scroll);
    const box = scrollerAt(at.x, at.y);
    if (box === null) return;
    const { top, bottom } = box.getBoundingClientRect();
    const near =
      at.y < top + SCROLL_EDGE
        ? at.y - top - SCROLL_EDGE
        : at.y > bottom - SCROLL_EDGE
          ? at.y - bottom + SCROLL_EDGE
          : 0;
    const step = Math.round(
      (Math.max(-SCROLL_EDGE, Math.min(SCROLL_EDGE, near)) / SCROLL_EDGE) * SCROLL_STEP,
    );
    if (step === 0) return;
    const before = box.scrollTop;
    box.scrollTop += step;
    if (box.scrollTop !== before) look();
  };
  const move = (moved: PointerEvent) => {
    if (moved.pointerId !== pointer) return;
    at = { x: moved.clientX, y: moved.clientY };
    if (hand === null) {
      if (Math.hypot(at.x - start.x, at.y - start.y) < THRESHOLD) return;
      const taken = load();
      if (taken === null) return end();
      hand = { load: taken, ghost: ghostOf(taken) };
      document.documentElement.setAttribute('data-dragging', taken.kind);
      frame = requestAnimationFrame(scroll);
    }
    moved.preventDefault();
    look();
  };
  const up = (released: PointerEvent) => {
    if (released.pointerId !== pointer) return;
    const dropped = hand;
    const place = over;
    end();
    if (dropped === null) return;
    // The press that ends a drag is no click on what lies below.
    window.addEventListener('click', swallow, { capture: true, once: true });
    window.setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
    if (place?.takes) place.target.drop(dropped.load, released.clientX, released.clientY);
  };
  const key = (pressed: KeyboardEvent) => {
    if (pressed.key !== 'Escape' || hand === null) return;
    pressed.preventDefault();
    pressed.stopPropagation();
    end();
  };
  const end = () => {
    cancelAnimationFrame(frame);
    over?.target.leave();
    hand?.ghost.remove();
    over = null;
    hand = null;
    cancel = null;
    document.documentElement.removeAttribute('data-dragging');
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', end);
    window.removeEventListener('blur', end);
    window.removeEventListener('keydown', key, { capture: true });
  };
  cancel = end;
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', end);
  window.addEventListener('blur', end);
  window.addEventListener('keydown', key, { capture: true });
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

/** The list under the hand that can scroll. */
function scrollerAt(x: number, y: number): Element | null {
  for (let at = document.elementFromPoint(x, y); at !== null; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(at).overflowY))
      return at;
  }
  return null;
}

/** The words that travel with the hand. */
function ghostOf(load: Load): HTMLElement {
  const ghost = document.createElement('div');
  ghost.className = 'drag-ghost';
  ghost.setAttribute('aria-hidden', 'true');
  ghost.textContent = load.label;
  document.body.append(ghost);
  return ghost;
}
