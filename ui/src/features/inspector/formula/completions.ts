import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  pickedCompletion,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { BINDING, quoted } from '@/flow-words';
import { t } from '@/i18n';
import type { Source } from '@/sending';
import { operatorsFor } from '../condition';
import { sourceWords } from '../words';

/** Signs that call for an answer or value, and the letters of its name behind them. */
const CALL = /(?:\$\{?|[{@])([\p{L}\p{N}_ ]*)$/u;

/** Letters of a name, where an expression expects a value. */
const NAME = /(?:^|[\s(!`])(\p{L}[\p{L}\p{N}_ ]*)$/u;

const SOURCE_THEN_SPACE = new RegExp(`(${BINDING.source})\\s+$`);
const COMPARED = new RegExp(`(${BINDING.source})\\s*(?:==|!=)\\s*('?)[^']*$`);

/** What can be put at the cursor: answers and data values; in an expression also comparisons and options. */
export function completions(
  kind: 'words' | 'expression',
  sources: () => readonly Source[],
): CompletionSource {
  return (context) => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    if (kind === 'expression') {
      const found = options(before, context, sources()) ?? signs(before, context, sources());
      if (found !== null) return found;
    }
    const called = CALL.exec(before) ?? (kind === 'expression' ? NAME.exec(before) : null);
    if (called === null && !context.explicit) return null;
    const typed = called?.[1] ?? '';
    const call = called === null || !/^[${@]/.test(called[0]) ? 0 : called[0].length - typed.length;
    return {
      from: context.pos - typed.length,
      options: sources().map((source) => entry(source, call)),
      validFor: /^[\p{L}\p{N}_ ]*$/u,
    };
  };
}

/** An answer or value. It takes the place of what was typed, `call` signs before it included. */
function entry(source: Source, call: number): Completion {
  return {
    label: source.label,
    detail: sourceWords(source),
    apply: (view, completion, from, to) => put(view, completion, source.text, from - call, to),
  };
}

function put(view: EditorView, completion: Completion, text: string, from: number, to: number) {
  view.dispatch({
    changes: { from, to, insert: text },
    selection: { anchor: from + text.length },
    annotations: pickedCompletion.of(completion),
    userEvent: 'input.complete',
  });
}

/** The titles of a question's options, behind "answer is". */
function options(
  before: string,
  context: CompletionContext,
  sources: readonly Source[],
): CompletionResult | null {
  const found = COMPARED.exec(before);
  const source = sources.find((known) => known.text === found?.[1]);
  if (found === null || source === undefined) return null;
  const typed = /'?[^'\s]*$/.exec(before)?.[0] ?? '';
  const values =
    source.type === 'boolean'
      ? [
          { label: t('inspector.isYes'), text: 'true' },
          { label: t('inspector.isNo'), text: 'false' },
        ]
      : source.options.map(({ id, title }) => ({ label: title, text: quoted(id) }));
  if (values.length === 0) return null;
  const quote = typed.startsWith("'") ? 1 : 0;
  return {
    from: context.pos - typed.length + quote,
    options: values.map(({ label, text }) => ({
      label,
      detail: text,
      apply: (view, completion, from, to) => {
        const closed = quote === 1 && view.state.sliceDoc(to, to + 1) === "'" ? 1 : 0;
        put(view, completion, text, from - quote, to + closed);
      },
    })),
  };
}

/** Comparisons that fit, behind an answer or value. */
function signs(
  before: string,
  context: CompletionContext,
  sources: readonly Source[],
): CompletionResult | null {
  const found = SOURCE_THEN_SPACE.exec(before);
  const source = sources.find((known) => known.text === found?.[1]);
  if (found === null || source === undefined) return null;
  const joins = [
    { label: '&&', detail: t('inspector.bothHold') },
    { label: '||', detail: t('inspector.eitherHolds') },
  ];
  const compares = operatorsFor(source.type).map((operator) => ({
    label: operator,
    detail: t(`inspector.operator.${operator}`),
  }));
  const all = source.type === 'boolean' ? [...compares, ...joins] : compares;
  return { from: context.pos, options: all.map((one) => ({ ...one, apply: `${one.label} ` })) };
}
