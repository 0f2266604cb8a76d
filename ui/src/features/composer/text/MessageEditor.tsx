import { defaultKeymap } from '@codemirror/commands';
import {
  Annotation,
  Compartment,
  EditorState,
  RangeSetBuilder,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, placeholder } from '@codemirror/view';
import { type Ref, useEffect, useId, useImperativeHandle, useRef } from 'react';
import type { Severity } from '@/host';
import { t } from '@/i18n';
import { Icon, styleNonce } from '@/kit';
import { chips, selectChipFirst } from './chips';
import { type LineMark, type Mark, toggleLines, toggleMark } from './formatting';
import { looks } from './looks';
import styles from './text.module.css';

/** What the bar above may do with the text. */
export interface MessageEditorHandle {
  insert(text: string): void;
  mark(mark: Mark): void;
  lines(mark: LineMark): void;
  focus(): void;
}

/** Words that something is said about. Places are UTF-16 code units. */
export interface Marked {
  readonly from: number;
  readonly to: number;
  readonly severity: Severity;
}

export interface MessageEditorProps {
  ref?: Ref<MessageEditorHandle>;
  label: string;
  value: string;
  onChange(value: string): void;
  onBlur(): void;
  samples: ReadonlyMap<string, string>;
  marked: readonly Marked[];
  placeholder: string;
  error?: string | undefined;
  help?: string | undefined;
  /** Lines that are always there. */
  tall: boolean;
  multiline: boolean;
}

/** Marks a change that comes from the document, not from the keyboard. */
const fromDocument = Annotation.define<boolean>();

const sayMarks = StateEffect.define<DecorationSet>();

/** What is said about words moves with them: text may be typed or taken away before it is said anew. */
const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(kept, transaction) {
    const said = transaction.effects.find((effect) => effect.is(sayMarks));
    return said === undefined ? kept.map(transaction.changes) : said.value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Text with variables as chips; each text takes its direction from its own first strong letter. */
export default function MessageEditor(props: MessageEditorProps) {
  const { label, value, samples, marked, error, help, tall, multiline, ref } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const look = useRef(new Compartment());
  const now = useRef({ props, first: value });
  now.current.props = props;
  const foot = useId();

  useImperativeHandle(ref, () => ({
    insert(text) {
      const editor = view.current;
      if (editor === null) return;
      editor.dispatch(editor.state.replaceSelection(text));
      editor.focus();
    },
    mark: (mark) => view.current !== null && toggleMark(view.current, mark),
    lines: (mark) => view.current !== null && toggleLines(view.current, mark),
    focus: () => view.current?.focus(),
  }));

  useEffect(() => {
    const parent = place.current;
    if (parent === null) return;
    const nonce = styleNonce();
    const key = (mark: Mark) => (editor: EditorView) => {
      toggleMark(editor, mark);
      return true;
    };
    const editor = new EditorView({
      parent,
      state: EditorState.create({
        doc: now.current.first,
        selection: { anchor: now.current.first.length },
        extensions: [
          nonce === '' ? [] : EditorView.cspNonce.of(nonce),
          looks,
          EditorView.lineWrapping,
          EditorView.perLineTextDirection.of(true),
          keymap.of([
            { key: 'Backspace', run: selectChipFirst },
            ...(multiline
              ? [
                  { key: 'Mod-b', run: key('bold') },
                  { key: 'Mod-i', run: key('italic') },
                  { key: 'Mod-Shift-x', run: key('strike') },
                  { key: 'Mod-e', run: key('mono') },
                ]
              : [{ key: 'Enter', run: () => true }]),
            ...defaultKeymap,
          ]),
          marks,
          look.current.of([]),
          EditorState.transactionFilter.of((transaction) =>
            multiline || transaction.newDoc.lines === 1 ? transaction : [],
          ),
          EditorView.domEventHandlers({ blur: () => now.current.props.onBlur() }),
          EditorView.updateListener.of((update) => {
            const own = update.transactions.some((change) => change.annotation(fromDocument) !== true);
            if (update.docChanged && own) now.current.props.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [multiline]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const set = new RangeSetBuilder<Decoration>();
    const length = editor.state.doc.length;
    for (const { from, to, severity } of [...marked].sort((a, b) => a.from - b.from || a.to - b.to)) {
      if (from < to && to <= length)
        set.add(from, to, Decoration.mark({ class: `cm-said cm-said-${severity}` }));
    }
    editor.dispatch({
      effects: [
        sayMarks.of(set.finish()),
        look.current.reconfigure([
          chips(samples, t('composer.noSample')),
          placeholder(now.current.props.placeholder),
          EditorView.contentAttributes.of({
            role: 'textbox',
            'aria-label': label,
            'aria-multiline': String(multiline),
            'aria-describedby': foot,
            'aria-invalid': String(error !== undefined),
            spellcheck: 'true',
          }),
        ]),
      ],
    });
  }, [samples, marked, label, multiline, foot, error]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === value) return;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: value },
      annotations: fromDocument.of(true),
    });
  }, [value]);

  return (
    <>
      <div ref={place} className={styles.text} data-tall={tall || undefined} dir="auto" />
      <p id={foot} className={error === undefined ? styles.help : styles.error}>
        {error !== undefined && <Icon name="blocked" size={12} />}
        {error ?? help}
      </p>
    </>
  );
}
