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
import { BINDING } from '@/flow-words';
import type { Source } from '@/sending';
import { sourceWords } from '../words';

class Chip extends WidgetType {
  constructor(
    private readonly words: string,
    private readonly title: string,
    private readonly known: boolean,
  ) {
    super();
  }

  override eq(other: Chip): boolean {
    return other.words === this.words && other.title === this.title && other.known === this.known;
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span');
    chip.className = 'cm-chip';
    chip.textContent = this.words;
    chip.title = this.title;
    if (!this.known) chip.dataset.unknown = '';
    return chip;
  }
}

/** Bindings as chips with the name of the question or value; one key goes over a chip, one deletes it. */
export function chips(sources: readonly Source[]): Extension {
  const known = new Map(sources.map((source) => [source.text, source]));
  const decorator = new MatchDecorator({
    regexp: new RegExp(BINDING.source, 'g'),
    decoration: ([text]) => {
      const source = known.get(text);
      const words = source?.label ?? text.slice(2, -1);
      const title = source === undefined ? text : sourceWords(source);
      return Decoration.replace({ widget: new Chip(words, title, source !== undefined) });
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
