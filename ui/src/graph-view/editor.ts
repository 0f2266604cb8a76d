import { type Node, type NodeChange, type ReactFlowProps, SelectionMode } from '@xyflow/react';
import type { Point } from './boxes';

/** What both canvases ask of the editor. Keys, what a double click means and what lies above what are ours. */
export const EDITOR = {
  maxZoom: 2,
  edgesFocusable: false,
  zIndexMode: 'manual',
  elevateNodesOnSelect: false,
  selectNodesOnDrag: true,
  nodeDragThreshold: 3,
  disableKeyboardA11y: true,
  deleteKeyCode: null,
  selectionKeyCode: 'Shift',
  selectionMode: SelectionMode.Partial,
  multiSelectionKeyCode: ['Shift', 'Meta', 'Control'],
  zoomOnDoubleClick: false,
  proOptions: { hideAttribution: true },
} satisfies ReactFlowProps;

/** What changes of nodes mean. */
export interface Handled {
  /** Keys of the cards that are selected after it, the last chosen one last; null: the selection stays as it is. */
  readonly selection: readonly string[] | null;
  /** Where the editor would put the cards under the hand. */
  readonly moved: ReadonlyMap<string, Point>;
}

/** What the hand has done to cards of which these were selected. */
export function handled<T extends Node>(
  changes: readonly NodeChange<T>[],
  selected: readonly string[],
): Handled {
  const next = new Set(selected);
  let chose = false;
  const moved = new Map<string, Point>();
  for (const change of changes) {
    if (change.type === 'select') {
      chose = true;
      next.delete(change.id);
      if (change.selected) next.add(change.id);
    } else if (change.type === 'position' && change.position !== undefined && change.dragging) {
      moved.set(change.id, change.position);
    }
  }
  return { selection: chose ? [...next] : null, moved };
}
