import { useRef, useState } from 'react';
import { useDraft } from '@/document';
import { writeWords } from '@/flow-words';
import { t } from '@/i18n';
import { ComboBox, RemovableChip, TextField } from '@/kit';
import { isBound } from '@/sending';
import { useInspected } from '../context';
import { reaches } from '../facts';
import type { FormulaHandle } from '../formula';
import { Bound, Words } from './Bound';
import { FieldBind, type FieldProps } from './field';
import styles from './fields.module.css';
import { BindButton, letters, Row } from './Row';

/** Texts longer than this get several lines. */
const LONG = 120;

const MULTILINE = new Set(['TextBody.text', 'TextCaption.text', 'RichText.text']);

/** Text under the hand; an edit after a short rest. Answers may stand among the words where Meta allows it. */
export function TextProperty(props: FieldProps) {
  const { component, facts, label, help, value, error, set, work } = props;
  const { flow, sources } = useInspected();
  const text = typeof value === 'string' ? value : '';
  const draft = useDraft(text, set);
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<FormulaHandle>(null);
  // Once answers stand among the words they keep their field, also when the last of them is deleted.
  const [mixed, setMixed] = useState(isBound(text));
  if (isBound(text) && !mixed) setMixed(true);
  const [first] = useState(mixed);
  const joins = facts.expression.includes('string') && reaches(flow.version, '6.0');
  const limit = facts.maxChars ?? facts.maxCharsClient ?? undefined;
  const rows = MULTILINE.has(`${component}.${facts.name}`) ? 4 : (limit ?? 0) > LONG ? 3 : undefined;
  const code = facts.format === 'regex' || facts.name === 'id';

  /** Puts an answer among the words, where the cursor was last. */
  function insert(source: string) {
    if (editor.current !== null) return editor.current.insert(source);
    const input = box.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    const words = draft.value;
    const at = input?.selectionEnd ?? words.length;
    const gap = at > 0 && !/\s$/.test(words.slice(0, at)) ? ' ' : '';
    draft.discard();
    void set(writeWords(`${words.slice(0, at)}${gap}${source}${words.slice(at)}`));
  }

  const accepts = !facts.staticOnly && facts.binding.length > 0;
  return (
    <div ref={box}>
      <Row
        label={label}
        used={limit === undefined || mixed ? undefined : letters(draft.value)}
        limit={limit}
        bind={
          accepts && (
            <BindButton
              label={label}
              sources={sources}
              accepted={facts.binding}
              onChoose={joins && draft.value !== '' ? insert : (source) => void set(source)}
              onWork={work}
            />
          )
        }
      >
        {mixed && joins ? (
          <Words
            ref={editor}
            label={label}
            text={text}
            error={error}
            help={help}
            multiline={rows !== undefined}
            autoFocus={!first}
            onText={set}
          />
        ) : isBound(text) ? (
          <Bound
            label={label}
            text={text}
            error={error}
            onText={set}
            onRemove={() => void set(facts.required ? '' : undefined)}
          />
        ) : (
          <TextField
            label={label}
            labelHidden
            help={help}
            error={error}
            {...draft.field}
            rows={rows}
            code={code}
            isRequired={facts.required}
          />
        )}
      </Row>
    </div>
  );
}

/** A list of texts, one a line: paragraphs of a text, tags of a row. */
export function TextList(props: FieldProps) {
  const { facts, label, help, value, error, set } = props;
  const text = Array.isArray(value) ? value.map(String).join('\n') : '';
  const draft = useDraft(text, (next) => {
    const lines = next.split('\n').filter((line) => line.trim() !== '');
    return set(lines.length === 0 && !facts.required ? undefined : lines);
  });
  return (
    <Row label={label} bind={<FieldBind {...props} />}>
      <TextField
        label={label}
        labelHidden
        help={help ?? t('inspector.oneALine')}
        error={error}
        value={draft.value}
        onChange={draft.onChange}
        onBlur={draft.onBlur}
        rows={4}
      />
    </Row>
  );
}

/** Kinds of files: a row of words that can be taken away, and a list to add from. */
export function MimeTypes(props: FieldProps) {
  const { facts, label, help, value, error, set } = props;
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const rest = facts.itemChoices.filter((type) => !chosen.includes(type));
  return (
    <Row label={label}>
      <div className={styles.chips}>
        {chosen.map((type) => (
          <RemovableChip
            key={type}
            removeLabel={t('inspector.removeItem', { name: fileKind(type) })}
            onRemove={() => {
              const left = chosen.filter((other) => other !== type);
              void set(left.length === 0 ? undefined : left);
            }}
          >
            {fileKind(type)}
          </RemovableChip>
        ))}
      </div>
      <ComboBox
        label={t('inspector.addFileKind')}
        labelHidden
        help={chosen.length === 0 ? (help ?? t('inspector.allFileKinds')) : undefined}
        error={error}
        placeholder={t('inspector.addFileKind')}
        value={null}
        choices={rest.map((id) => ({ id, label: fileKind(id) }))}
        onChange={(type) => type !== null && void set([...chosen, type])}
      />
    </Row>
  );
}

const OFFICE: Readonly<Record<string, string>> = {
  'application/msword': 'Word (doc)',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word (docx)',
  'application/vnd.ms-excel': 'Excel (xls)',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel (xlsx)',
  'application/vnd.ms-powerpoint': 'PowerPoint (ppt)',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint (pptx)',
  'application/vnd.oasis.opendocument.text': 'OpenDocument (odt)',
  'application/vnd.oasis.opendocument.spreadsheet': 'OpenDocument (ods)',
  'application/vnd.oasis.opendocument.presentation': 'OpenDocument (odp)',
};

/** A kind of file by the name people know: "PDF", "Word (docx)". */
export function fileKind(type: string): string {
  return (
    OFFICE[type] ??
    type
      .slice(type.indexOf('/') + 1)
      .replace(/^x-/, '')
      .toUpperCase()
  );
}
