import { join, useMessageSession } from '@/document';
import type { Edit, Value } from '@/host';
import { t } from '@/i18n';
import { Select } from '@/kit';
import { choiceWords, useProblemAt } from './FactsForm';
import { FileBox } from './FileBox';
import { fields, items, named, type Part, placeFor, words } from './model';
import { useMarked, usePartText, useSamples } from './part';
import { MessageText } from './text';
import { useDetails } from './variables';

const FORMATS = ['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION'] as const;

/** What stands above the text: nothing, words, a picture, a film, a file or a place. */
export function Header({
  list,
  parts,
  allowed,
}: {
  list: string;
  parts: readonly Part[];
  allowed?: readonly string[];
}) {
  const session = useMessageSession();
  const part = parts.find(({ type }) => type === 'HEADER');
  const format = words(part?.value.format).toUpperCase();
  const label = t('composer.header');
  const choose = (wanted: string) => {
    const title = t('composer.undo.change', { what: label });
    const made: Edit[] = [];
    if (wanted === 'NONE') {
      if (part !== undefined) made.push({ type: 'RemoveItems', items: [part.at] });
    } else {
      const value: Value =
        wanted === 'TEXT' ? { type: 'HEADER', format: 'TEXT', text: '' } : { type: 'HEADER', format: wanted };
      made.push(
        part === undefined
          ? { type: 'InsertItem', at: list, index: placeFor(parts, 'HEADER'), value }
          : { type: 'ReplaceValue', at: part.at, value },
      );
    }
    if (made.length > 0) void session.dispatch(named(title, made));
  };
  const known = FORMATS.filter((id) => allowed === undefined || allowed.includes(id));
  const all: string[] = format === '' || known.some((id) => id === format) ? [...known] : [...known, format];
  return (
    <>
      <Select
        label={label}
        value={part === undefined ? 'NONE' : format}
        choices={[
          { id: 'NONE', label: t('composer.header.none') },
          ...all.map((id) => ({ id, label: choiceWords(id) })),
        ]}
        onChange={choose}
      />
      {part !== undefined && format === 'TEXT' && (
        <div data-at={part.at}>
          <HeaderText part={part} />
        </div>
      )}
      {part !== undefined && ['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF'].includes(format) && (
        <div data-at={part.at}>
          <SampleFile part={part} />
        </div>
      )}
    </>
  );
}

function HeaderText({ part }: { part: Part }) {
  const label = t('composer.headerText');
  const draft = usePartText(part, label);
  const error = useProblemAt(join(part.at, 'text'));
  const marked = useMarked(join(part.at, 'text'));
  const samples = useSamples(part);
  const details = useDetails();
  return (
    <MessageText
      label={label}
      draft={draft}
      limit={60}
      samples={samples}
      marked={marked}
      error={error}
      details={details}
      multiline={false}
    />
  );
}

/** The file that Meta sees with the template: chosen from this computer, or a handle that Meta gave. */
function SampleFile({ part }: { part: Part }) {
  const handle = words(items(fields(part.value.example).header_handle)[0]);
  const ofSample = useProblemAt(join(part.at, 'example'));
  const ofPart = useProblemAt(part.at);
  const error = ofSample ?? ofPart;
  return (
    <FileBox
      at={part.at}
      title={t('composer.sampleFile')}
      takes={t(`composer.file.${words(part.value.format).toUpperCase() as 'IMAGE'}`)}
      handle={handle}
      error={error}
      help={t('composer.sampleFile.help')}
    />
  );
}
