/** Pictures stand in the file as one endless word. They are drawn as a short chip, and copied and kept whole. */

import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { number, t } from '@/i18n';

/** Shorter ones are left as they are: it could be a name. */
const LONG = 200;
/** Letters that stay in sight, enough to tell one picture from another. */
const SHOWN = 12;

class Chip extends WidgetType {
  constructor(private readonly bytes: number) {
    super();
  }

  override eq(other: Chip): boolean {
    return other.bytes === this.bytes;
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span');
    chip.className = 'cm-picture';
    chip.textContent = t('source.picture', { size: number(Math.max(1, Math.round(this.bytes / 1024))) });
    return chip;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** Where Base64 that is too long to read stands between two places: behind its first letters, before the last quote. */
export function longValues(state: EditorState, from: number, to: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  syntaxTree(state).iterate({
    from,
    to,
    enter: (node) => {
      if (node.name !== 'String' || node.to - node.from < LONG) return;
      const word = state.sliceDoc(node.from + 1, node.to - 1);
      if (/^(data:[\w/+.;-]+,)?[A-Za-z0-9+/]+={0,2}$/.test(word)) {
        found.push({ from: node.from + 1 + SHOWN, to: node.to - 1 });
      }
    },
  });
  return found;
}

function chips(view: EditorView): DecorationSet {
  const marks = view.visibleRanges.flatMap(({ from, to }) =>
    longValues(view.state, from, to).map((value) =>
      Decoration.replace({ widget: new Chip(((value.to - value.from + SHOWN) * 3) / 4) }).range(
        value.from,
        value.to,
      ),
    ),
  );
  return Decoration.set(marks, true);
}

/** The chips in sight; the cursor steps over them. */
export const pictures = ViewPlugin.fromClass(
  class {
    chips: DecorationSet;

    constructor(view: EditorView) {
      this.chips = chips(view);
    }

    update(update: ViewUpdate): void {
      const reread = syntaxTree(update.startState) !== syntaxTree(update.state);
      if (update.docChanged || update.viewportChanged || reread) this.chips = chips(update.view);
    }
  },
  {
    decorations: (plugin) => plugin.chips,
    provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.chips ?? Decoration.none),
  },
);
