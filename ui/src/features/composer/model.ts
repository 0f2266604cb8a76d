import { join } from '@/document';
import type { Edit, Pointer, Value } from '@/host';

export type Json = Value | undefined;
export type Fields = { readonly [key: string]: Value | undefined };

/** The members of an object; none for anything else. */
export function fields(value: Json): Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {};
}

export function items(value: Json): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

export function words(value: Json): string {
  return typeof value === 'string' ? value : '';
}

/** A part of a template or of a card, and where it stands. */
export interface Part {
  readonly at: Pointer;
  readonly type: string;
  readonly value: Fields;
}

/** The parts that the list at `at` holds. */
export function partsOf(list: Json, at: Pointer): Part[] {
  return items(list).map((value, index) => ({
    at: join(at, index),
    type: words(fields(value).type).toUpperCase(),
    value: fields(value),
  }));
}

/** Order of the parts of a template on the phone. */
const ORDER = [
  'HEADER',
  'LIMITED_TIME_OFFER',
  'BODY',
  'FOOTER',
  'BUTTONS',
  'CAROUSEL',
  'CALL_PERMISSION_REQUEST',
];

/** Where in the list a new part of a type belongs. */
export function placeFor(parts: readonly Part[], type: string): number {
  const rank = (kind: string) => (ORDER.indexOf(kind) + ORDER.length + 1) % (ORDER.length + 1);
  const after = parts.findIndex((part) => rank(part.type) > rank(type));
  return after === -1 ? parts.length : after;
}

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Names of the variables of a text, in order, each once. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map(([, name]) => name ?? ''))];
}

/** Where a text keeps its samples, by its kind of part. */
const SAMPLES: Readonly<Record<string, { named: string; positional: string; nested: boolean }>> = {
  BODY: { named: 'body_text_named_params', positional: 'body_text', nested: true },
  HEADER: { named: 'header_text_named_params', positional: 'header_text', nested: false },
};

/** The samples of a part's variables, by name. */
export function samplesOf(part: Part): ReadonlyMap<string, string> {
  const known = SAMPLES[part.type];
  const example = fields(part.value.example);
  const found = new Map<string, string>();
  if (known === undefined) return found;
  for (const named of items(example[known.named])) {
    const { param_name: name, example: sample } = fields(named);
    found.set(words(name), words(sample));
  }
  const list = items(example[known.positional]);
  const positional = known.nested ? items(list[0]) : list;
  const names = variablesIn(words(part.value.text)).filter((name) => /^\d+$/.test(name));
  for (const name of names) {
    const sample = positional[Number(name) - 1];
    if (sample !== undefined) found.set(name, words(sample));
  }
  return found;
}

/** The example object for the variables of a text; undefined when it has none. */
function exampleFor(
  part: Part,
  text: string,
  samples: ReadonlyMap<string, string>,
  isNamed: boolean,
): Value | undefined {
  const known = SAMPLES[part.type];
  const names = variablesIn(text);
  if (known === undefined || names.length === 0) return undefined;
  const { [known.named]: _named, [known.positional]: _positional, ...rest } = fields(part.value.example);
  if (isNamed) {
    const list = names.map((name) => ({ param_name: name, example: samples.get(name) ?? '' }));
    return { ...rest, [known.named]: list } as Value;
  }
  const most = Math.max(...names.map(Number).filter((place) => Number.isFinite(place)), 0);
  const list = Array.from({ length: most }, (_, index) => samples.get(String(index + 1)) ?? '');
  return { ...rest, [known.positional]: known.nested ? [list] : list } as Value;
}

/** Writes a text, and brings its samples along. */
export function writeText(part: Part, text: string, isNamed: boolean): Edit[] {
  const edits: Edit[] = [{ type: 'SetProperty', at: part.at, key: 'text', value: text }];
  const before = variablesIn(words(part.value.text));
  const after = variablesIn(text);
  if (SAMPLES[part.type] === undefined || before.join('\n') === after.join('\n')) return edits;
  return [...edits, ...setExample(part, exampleFor(part, text, samplesOf(part), isNamed))];
}

/** Writes the sample of one variable. */
export function writeSample(part: Part, name: string, sample: string, isNamed: boolean): Edit[] {
  const samples = new Map(samplesOf(part)).set(name, sample);
  return setExample(part, exampleFor(part, words(part.value.text), samples, isNamed));
}

function setExample(part: Part, example: Value | undefined): Edit[] {
  if (example !== undefined) return [{ type: 'SetProperty', at: part.at, key: 'example', value: example }];
  return part.value.example === undefined ? [] : [{ type: 'RemoveProperty', at: part.at, key: 'example' }];
}

/** Several edits as one step that undo names. */
export function named(name: string, edits: Edit[]): Edit {
  return { type: 'Batch', name, edits };
}

/** Plain words of a variable's name: `first_name` is "first name". */
export function plainName(name: string): string {
  return name.replaceAll('_', ' ');
}

/** A variable's name as Meta takes it. */
export function variableName(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '');
}
