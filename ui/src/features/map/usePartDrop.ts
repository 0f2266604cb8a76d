import type { ReactFlowInstance } from '@xyflow/react';
import { type RefObject, useRef } from 'react';
import { useDropTarget } from '@/document';
import type { Point } from '@/graph-view';
import type { MapActs } from './acts';
import { cardAt } from './connect';

/** A part dropped on a card goes to the end of its screen. */
export function usePartDrop(
  root: RefObject<HTMLElement | null>,
  acts: MapActs,
  flow: Pick<ReactFlowInstance, 'screenToFlowPosition'>,
  places: () => ReadonlyMap<string, Point>,
): void {
  const marked = useRef<HTMLElement | null>(null);
  const mark = (key: string | null) => {
    const element = key === null ? null : acts.element(key);
    if (element === marked.current) return;
    marked.current?.removeAttribute('data-part-over');
    element?.setAttribute('data-part-over', '');
    marked.current = element;
  };
  const under = (x: number, y: number) => cardAt(places(), flow.screenToFlowPosition({ x, y }));
  useDropTarget(root, {
    over: (load, x, y) => {
      const key = load.kind === 'screens' ? null : under(x, y);
      mark(key);
      return key !== null;
    },
    leave: () => mark(null),
    drop: (load, x, y) => {
      const key = under(x, y);
      if (key !== null) acts.takePart(load, key);
    },
  });
}
