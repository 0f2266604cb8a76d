import {
  acceptCompletion,
  autocompletion,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { Annotation, Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { type Ref, useEffect, useId, useImperativeHandle, useMemo, useRef } from 'react';
import { useDraft } from '@/document';
import { slips } from '@/flow-words';
import { t } from '@/i18n';
import { Icon, styleNonce } from '@/kit';
import type { Source } from '@/sending';
import { chips } from './chips';
import { completions } from './completions';
import styles from './formula.module.css';
import { looks } from './looks';

/** What others may do with the field. */
export interface FormulaHandle {
  /** Puts a binding where the cursor is, and the cursor behind it. */
  insert(text: string): void;
}

export interface FormulaProps {
  ref?: Ref<FormulaHandle>;
  label: string;
  /** What the document holds: words with bindings among them, or the text of an expression. */
  value: string;
  /** `words`: everything but the bindings is text. `expression`: signs compare and calculate. */
  kind: 'words' | 'expression';
  sources: readonly Source[];
  commit(value: string): Promise<unknown>;
  /** What Meta refuses about it, in plain words. */
  error?: string | undefined;
  help?: string | undefined;
  /** Enter begins a new line. */
  multiline?: boolean;
  /** Takes the focus when it appears, at the end. */
  autoFocus?: boolean;
}

/** Marks a change that comes from the document, not from the keyboard. */
const fromDocument = Annotation.define<boolean>();

/** A field for text with answers in it: they show as chips, are offered while one types, and slips are underlined. */
export default function FormulaEditor(props: FormulaProps) {
  const {
    label,
    value,
    kind,
    sources,
    commit,
    error,
    help,
    multiline = false,
    autoFocus = false,
    ref,
  } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const look = useRef(new Compartment());
  const draft = useDraft(value, commit);
  const now = useRef({ draft, sources, first: draft.value, autoFocus });
  now.current = { ...now.current, draft, sources };
  const foot = useId();
  useImperativeHandle(ref, () => ({
    insert(text) {
      const editor = view.current;
      if (editor === null) return;
      editor.dispatch(editor.state.replaceSelection(text));
      editor.focus();
    },
  }));

  const found = useMemo(() => {
    if (kind === 'words') return [];
    return slips(draft.value, new Set(sources.map((source) => source.text)));
  }, [draft.value, kind, sources]);
  const [slip] = found;
  const wrong = slip === undefined ? error : t(`inspector.slip.${slip.kind}`);

  useEffect(() => {
    const parent = place.current;
    if (parent === null) return;
    const nonce = styleNonce();
    const editor = new EditorView({
      parent,
      state: EditorState.create({
        doc: now.current.first,
        selection: { anchor: now.current.first.length },
        extensions: [
          nonce === '' ? [] : EditorView.cspNonce.of(nonce),
          looks,
          EditorView.lineWrapping,
          autocompletion({
            override: [completions(kind, () => now.current.sources)],
            icons: false,
            tooltipClass: () => styles.offers ?? '',
          }),
          keymap.of([
            { key: 'Tab', run: acceptCompletion },
            ...completionKeymap,
            {
              key: 'Enter',
              run: () => {
                if (!multiline) now.current.draft.onBlur();
                return !multiline;
              },
            },
            ...defaultKeymap,
          ]),
          look.current.of([]),
          EditorState.transactionFilter.of((transaction) =>
            multiline || transaction.newDoc.lines === 1 ? transaction : [],
          ),
          EditorView.domEventHandlers({
            blur: () => now.current.draft.onBlur(),
            // What closes the offers closes nothing else.
            keydown: (event, editor) => {
              if (event.key === 'Escape' && completionStatus(editor.state) !== null) event.stopPropagation();
            },
          }),
          EditorView.updateListener.of((update) => {
            const own = update.transactions.some((change) => change.annotation(fromDocument) !== true);
            if (update.docChanged && own) now.current.draft.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    if (now.current.autoFocus) editor.focus();
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [kind, multiline]);

  useEffect(() => {
    view.current?.dispatch({
      effects: look.current.reconfigure([
        chips(sources),
        placeholder(kind === 'words' ? '' : t('inspector.expressionHint')),
        EditorView.contentAttributes.of({
          role: 'textbox',
          'aria-label': label,
          'aria-multiline': String(multiline),
          'aria-describedby': foot,
          'aria-invalid': String(wrong !== undefined),
        }),
      ]),
    });
  }, [sources, label, kind, multiline, foot, wrong]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === draft.value) return;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: draft.value },
      annotations: fromDocument.of(true),
    });
  }, [draft.value]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const end = editor.state.doc.length;
    const marks = found
      .filter(({ to }) => to <= end)
      .map<Diagnostic>(({ kind: slipped, from, to }) => ({
        from,
        to,
        severity: 'error',
        message: t(`inspector.slip.${slipped}`),
      }));
    editor.dispatch(setDiagnostics(editor.state, marks));
  }, [found]);

  return (
    <div className={styles.formula} data-kind={kind} data-invalid={wrong !== undefined || undefined}>
      {/* An expression runs left to right in every language. */}
      <div ref={place} className={styles.box} dir={kind === 'words' ? 'auto' : 'ltr'} />
      <p id={foot} className={wrong === undefined ? styles.help : styles.error}>
        {wrong !== undefined && <Icon name="blocked" size={12} />}
        {wrong ?? help}
      </p>
    </div>
  );
}
