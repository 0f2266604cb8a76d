import type { Extension } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { plainName } from '../model';

class Chip extends WidgetType {
  constructor(
    private readonly name: string,
    private readonly sample: string | undefined,
    private readonly missing: string,
  ) {
    super();
  }

  override eq(other: Chip): boolean {
    return other.name === this.name && other.sample === this.sample;
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span');
    chip.className = 'cm-chip';
    chip.textContent = plainName(this.name);
    chip.title = this.sample ?? this.missing;
    if (this.sample === undefined) chip.dataset.missing = '';
    return chip;
  }
}

/** Variables as chips with their plain names; Backspace selects one first and deletes it second. */
export function chips(samples: ReadonlyMap<string, string>, missing: string): Extension {
  const decorator = new MatchDecorator({
    regexp: /\{\{\s*([^{}\s][^{}]*?)\s*\}\}/g,
    decoration: ([, name = '']) => {
      const sample = samples.get(name);
      return Decoration.replace({ widget: new Chip(name, sample === '' ? undefined : sample, missing) });
    },
  });
  return ViewPlugin.fromClass(
    class {
      marks: DecorationSet;
      constructor(view: EditorView) {
        this.marks = decorator.createDeco(view);
      }
      update(update: ViewUpdate) {
        this.marks = decorator.updateDeco(update, this.marks);
      }
    },
    {
      decorations: (plugin) => plugin.marks,
      provide: (plugin) =>
        EditorView.atomicRanges.of((view) => view.plugin(plugin)?.marks ?? Decoration.none),
    },
  );
}

/** Backspace behind a chip selects it. */
export function selectChipFirst(view: EditorView): boolean {
  const { main } = view.state.selection;
  if (!main.empty) return false;
  const line = view.state.doc.lineAt(main.head);
  const before = line.text.slice(0, main.head - line.from);
  const chip = /\{\{[^{}]*\}\}$/.exec(before);
  if (chip === null) return false;
  view.dispatch({ selection: { anchor: main.head - chip[0].length, head: main.head } });
  return true;
}
