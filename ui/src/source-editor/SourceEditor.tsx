import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { useEffect, useMemo, useRef } from 'react';
import { useDraft } from '@/document';
import type { Diagnostic, Edit, Fix, Pointer } from '@/host';
import { t } from '@/i18n';
import { type Command, Icon, styleNonce, useCommands } from '@/kit';
import { changeBetween, changeOfFile, withPlainLines } from './change';
import { marksOf } from './findings';
import { looks } from './looks';
import { pictures } from './pictures';
import { pointerAt, rangeOf } from './places';
import styles from './source.module.css';

/** Marks a change that comes from the document, not from the keyboard. */
const fromDocument = Annotation.define<boolean>();

const showPart = StateEffect.define<{ from: number; to: number } | null>();

const partLine = Decoration.line({ class: 'cm-part' });

function tintedLines(state: EditorState, { from, to }: { from: number; to: number }): DecorationSet {
  const last = state.doc.lineAt(to).number;
  const marks = [];
  for (let line = state.doc.lineAt(from).number; line <= last; line += 1) {
    marks.push(partLine.range(state.doc.line(line).from));
  }
  return Decoration.set(marks);
}

/** The lines of the selected part, tinted. */
const partField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(showPart)) continue;
      next = effect.value === null ? Decoration.none : tintedLines(transaction.state, effect.value);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** What the editor's own parts say, in the user's language. */
function phrases(): Record<string, string> {
  return {
    Find: t('source.find'),
    Replace: t('source.replaceBy'),
    next: t('source.next'),
    previous: t('source.previous'),
    all: t('source.all'),
    'match case': t('source.matchCase'),
    'by word': t('source.byWord'),
    regexp: t('source.regexp'),
    replace: t('source.replace'),
    'replace all': t('source.replaceAll'),
    close: t('source.close'),
    'Fold line': t('source.fold'),
    'Unfold line': t('source.unfold'),
    'folded code': t('source.folded'),
    unfold: t('source.unfold'),
    'No diagnostics': t('source.noProblems'),
    Diagnostics: t('source.problems'),
  };
}

export interface SourceEditorProps {
  /** What it is the text of, for screen readers. */
  label: string;
  /** The text of the document. */
  raw: string;
  /** What is said while the text cannot be read; null while it can. */
  unreadable: string | null;
  findings: readonly Diagnostic[];
  /** The part whose lines are tinted. */
  part: Pointer | null;
  /** A place that somebody asked for; a new turn asks again. */
  reveal: { readonly pointer: Pointer } | null;
  /** Makes a text of what was typed; resolves with the document's answer. */
  onEdit(edit: (raw: string) => Edit | undefined): Promise<unknown>;
  onFix(finding: Diagnostic, fix: Fix): void;
  /** The cursor was put to a place. */
  onPlace?(pointer: Pointer): void;
  /** Id of the command that looks for something in the text. */
  findId: string;
}

/** The exact text of a document, edited both ways: what is typed here shows elsewhere, and the other way round. */
export default function SourceEditor({
  label,
  raw,
  unreadable,
  findings,
  part,
  reveal,
  onEdit,
  onFix,
  onPlace,
  findId,
}: SourceEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);

  const draft = useDraft(withPlainLines(raw), (edited) =>
    onEdit((now) => {
      const change = changeOfFile(now, edited);
      return change === null ? undefined : { type: 'ReplaceText', ...change };
    }),
  );
  const acts = useRef({ onFix, onPlace });
  acts.current = { onFix, onPlace };
  const named = useRef(label);
  const typed = useRef(draft.onChange);
  typed.current = draft.onChange;
  const left = useRef(draft.onBlur);
  left.current = draft.onBlur;
  const { value } = draft;
  const first = useRef(value);

  useEffect(() => {
    const parent = place.current;
    if (parent === null) return;
    const nonce = styleNonce();
    const editor = new EditorView({
      parent,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          nonce === '' ? [] : EditorView.cspNonce.of(nonce),
          new Compartment().of(EditorState.phrases.of(phrases())),
          EditorView.contentAttributes.of({ 'aria-label': named.current, tabindex: '0' }),
          lineNumbers(),
          foldGutter(),
          lintGutter(),
          drawSelection(),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          highlightSelectionMatches(),
          search({ top: true }),
          json(),
          partField,
          pictures,
          looks,
          EditorView.lineWrapping,
          // No history of its own: undo is the document's.
          keymap.of([
            ...closeBracketsKeymap,
            ...defaultKeymap,
            ...searchKeymap,
            ...foldKeymap,
            ...lintKeymap,
          ]),
          EditorView.domEventHandlers({ blur: () => left.current() }),
          EditorView.updateListener.of((update) => {
            const own = update.transactions.some(
              (transaction) => transaction.annotation(fromDocument) !== true,
            );
            if (update.docChanged && own) typed.current(update.state.doc.toString());
            const moved = update.transactions.some((transaction) => transaction.isUserEvent('select'));
            if (!moved) return;
            const pointer = pointerAt(update.state, update.state.selection.main.head);
            if (pointer !== null) acts.current.onPlace?.(pointer);
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);

  // What changed elsewhere comes in as the smallest change, so that cursor and folds stay.
  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const change = changeBetween(editor.state.doc.toString(), value);
    if (change === null) return;
    editor.dispatch({
      changes: { from: change.start, to: change.end, insert: change.text },
      annotations: fromDocument.of(true),
    });
  }, [value]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const marks = marksOf(editor.state, findings, (finding, fix) => acts.current.onFix(finding, fix));
    editor.dispatch(setDiagnostics(editor.state, marks));
  }, [findings]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text moves the part's place
  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    editor.dispatch({ effects: showPart.of(part === null ? null : rangeOf(editor.state, part)) });
  }, [part, value]);

  // What is selected when the text opens, and what is shown to somebody later, comes into sight.
  const opening = useRef(part);
  useEffect(() => {
    const editor = view.current;
    const shown = reveal?.pointer ?? opening.current;
    opening.current = null;
    if (editor === null || shown === null || editor.hasFocus) return;
    const range = rangeOf(editor.state, shown);
    if (range === null) return;
    editor.dispatch({
      selection: { anchor: range.from },
      effects: EditorView.scrollIntoView(range.from, { y: 'center' }),
      annotations: fromDocument.of(true),
    });
  }, [reveal]);

  const commands = useMemo<Command[]>(
    () => [
      {
        // Takes the place of another view's search while the text is shown.
        id: findId,
        title: t('source.findCommand'),
        group: t('source.title'),
        icon: 'search',
        keys: ['Mod+F'],
        run: () => {
          const editor = view.current;
          if (editor !== null) openSearchPanel(editor);
        },
      },
    ],
    [findId],
  );
  useCommands(commands);

  return (
    <div className={styles.source}>
      {unreadable !== null && (
        <p className={styles.unreadable} role="status">
          <Icon name="warning" size={14} />
          {unreadable}
        </p>
      )}
      {/* Code runs left to right in every language. */}
      <div ref={place} className={styles.editor} dir="ltr" />
    </div>
  );
}
