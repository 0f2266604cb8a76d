/** The values a screen is given, in plain kinds, and how one kind becomes another. */

import { isObject } from '@/flow-words';
import type { Value } from '@/host';
import type { Schema } from '@/sending';
import { freeId } from '../edits';

/** What a value is, as people know it. */
export type Kind =
  | 'text'
  | 'number'
  | 'yesno'
  | 'texts'
  | 'choices'
  | 'groups'
  | 'group'
  /** A number without a fraction: Meta knows it, but no condition takes it. */
  | 'whole'
  /** Anything else. It is kept as it came. */
  | 'other';

/** Those one can choose, in the order they are offered. */
export const KINDS: readonly Kind[] = ['text', 'number', 'yesno', 'texts', 'choices', 'groups', 'group'];

/** Members a choice can have beside its id and its words, with what each holds. */
export const CHOICE_EXTRAS = {
  description: 'text',
  metadata: 'text',
  image: 'text',
  enabled: 'yesno',
} as const satisfies Record<string, Kind>;

export function kindOf(schema: Value | undefined): Kind {
  if (!isObject(schema)) return 'other';
  switch (schema.type) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'integer':
      return 'whole';
    case 'boolean':
      return 'yesno';
    case 'object':
      return 'group';
    case 'array':
      return listKind(schema.items);
    default:
      return 'other';
  }
}

function listKind(items: Value | undefined): Kind {
  if (!isObject(items)) return 'other';
  if (items.type === 'string') return 'texts';
  if (items.type !== 'object') return 'other';
  const { id, title } = membersOf(items);
  return kindOf(id) === 'text' && kindOf(title) === 'text' ? 'choices' : 'groups';
}

/** Schemas of what is in a group, or in each group of a list, by name. */
export function membersOf(schema: Value | undefined): Schema {
  if (!isObject(schema)) return {};
  const holder = schema.type === 'array' ? schema.items : schema;
  return isObject(holder) && isObject(holder.properties) ? holder.properties : {};
}

/** A schema of a kind, without an example. */
export function bare(kind: Kind): Schema {
  switch (kind) {
    case 'text':
      return { type: 'string' };
    case 'number':
      return { type: 'number' };
    case 'whole':
      return { type: 'integer' };
    case 'yesno':
      return { type: 'boolean' };
    case 'texts':
      return { type: 'array', items: { type: 'string' } };
    case 'choices':
      return {
        type: 'array',
        items: { type: 'object', properties: { id: { type: 'string' }, title: { type: 'string' } } },
      };
    case 'groups':
      return { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } };
    case 'group':
      return { type: 'object', properties: { name: { type: 'string' } } };
    case 'other':
      return { type: 'null' };
  }
}

/** A schema of a kind with an example, as Meta asks for. */
export function fresh(kind: Kind): Schema {
  const schema = bare(kind);
  return { ...schema, __example__: fitted(schema, undefined) };
}

/** Words of a schema that say what kind it is. The others are kept when the kind changes. */
const SHAPE = new Set(['type', 'items', 'properties', 'required', 'enum', '__example__']);

/** A schema of another kind. The example is carried over where it can be. */
export function converted(schema: Schema, kind: Kind): Schema {
  const kept = Object.fromEntries(Object.entries(schema).filter(([key]) => !SHAPE.has(key)));
  const shape = shapeFor(schema, kind);
  const example: Schema = Object.hasOwn(schema, '__example__')
    ? { __example__: fitted(shape, renamed(schema, kind)) }
    : {};
  return { ...shape, ...kept, ...example };
}

/** What a kind looks like, with the members there were. */
function shapeFor(schema: Schema, kind: Kind): Schema {
  const members = membersOf(schema);
  if (kind === 'choices') {
    const extras = Object.entries(members).filter(([name]) => Object.hasOwn(CHOICE_EXTRAS, name));
    const text = { type: 'string' };
    return {
      type: 'array',
      items: { type: 'object', properties: { id: text, title: text, ...Object.fromEntries(extras) } },
    };
  }
  if (kind !== 'groups' && kind !== 'group') return bare(kind);
  // A group with an id and a title would be a choice again.
  const plain =
    kindOf(schema) === 'choices' && kind === 'groups'
      ? Object.fromEntries(
          Object.entries(members).map(([name, inner]) => [name === 'title' ? 'name' : name, inner]),
        )
      : members;
  if (Object.keys(plain).length === 0) return bare(kind);
  return kind === 'group'
    ? { type: 'object', properties: plain }
    : { type: 'array', items: { type: 'object', properties: plain } };
}

/** The example as it is carried over: the words of choices stay, under the name groups have for them. */
function renamed(schema: Schema, kind: Kind): Value | undefined {
  const example = schema.__example__;
  if (kindOf(schema) !== 'choices' || kind !== 'groups' || !Array.isArray(example)) return example;
  return example.map((item) => {
    if (!isObject(item) || item.title === undefined) return item;
    const members = Object.entries(item).map(([name, value]) => [name === 'title' ? 'name' : name, value]);
    return Object.fromEntries(members) as { [key: string]: Value };
  });
}

/** A value of the kind a schema asks for: as it is where it fits, turned into it where it can be, else an example. */
export function fitted(schema: Value, value: Value | undefined): Value {
  switch (kindOf(schema)) {
    case 'text':
      return fittedText(schema, value);
    case 'number':
      return numberIn(value) ?? 1;
    case 'whole':
      return Math.round(numberIn(value) ?? 1);
    case 'yesno':
      return truthIn(value) ?? true;
    case 'texts':
      return fittedTexts(value);
    case 'choices':
      return fittedChoices(value);
    case 'groups': {
      const items = isObject(schema) && isObject(schema.items) ? schema.items : {};
      const list = Array.isArray(value) ? value : [value];
      return list.map((item) => fitted(items, item));
    }
    case 'group':
      return fittedGroup(schema, value);
    case 'other':
      return value ?? null;
  }
}

function fittedText(schema: Value, value: Value | undefined): Value {
  const text = words(value) ?? 'example';
  const choices = isObject(schema) && Array.isArray(schema.enum) ? schema.enum : null;
  return choices === null || choices.includes(text) ? text : (choices[0] ?? text);
}

/** A value in words; none where there are none. */
function words(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    const all = value.flatMap((item) => words(item) ?? []);
    return all.length === 0 ? undefined : all.join(', ');
  }
  if (!isObject(value)) return undefined;
  return words(value.title) ?? words(value.name) ?? words(Object.values(value)[0]);
}

function numberIn(value: Value | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = words(value)?.trim().replace(',', '.');
  const number = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

const NO = new Set(['', 'no', 'false', '0']);

function truthIn(value: Value | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  const text = words(value);
  return text === undefined ? undefined : !NO.has(text.trim().toLowerCase());
}

function listIn(value: Value | undefined): Value[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return value.split('\n').filter((line) => line.trim() !== '');
  return value === undefined || value === null ? [] : [value];
}

function fittedTexts(value: Value | undefined): Value {
  const texts = listIn(value).flatMap((item) => words(item) ?? []);
  return texts.length === 0 && !Array.isArray(value) ? ['example'] : texts;
}

function fittedChoices(value: Value | undefined): Value {
  const ids: string[] = [];
  const choices = listIn(value).flatMap((item) => {
    const title = words(item);
    if (title === undefined) return [];
    // A choice as it should be is kept with all there is in it.
    if (isObject(item) && typeof item.id === 'string' && typeof item.title === 'string') {
      ids.push(item.id);
      return [item];
    }
    const known = isObject(item) ? item : {};
    const id = typeof known.id === 'string' ? known.id : freeId(title, ids);
    ids.push(id);
    const extras = Object.entries(known).filter(([name]) => Object.hasOwn(CHOICE_EXTRAS, name));
    return [{ id, title, ...Object.fromEntries(extras) }];
  });
  return choices.length === 0 && !Array.isArray(value) ? [{ id: 'example', title: 'Example' }] : choices;
}

function fittedGroup(schema: Value, value: Value | undefined): Value {
  const members = Object.entries(membersOf(schema));
  const known = Array.isArray(value) ? value[0] : value;
  if (isObject(known)) {
    const own = members.filter(([name]) => known[name] !== undefined);
    return {
      ...known,
      ...Object.fromEntries(own.map(([name, inner]) => [name, fitted(inner, known[name])])),
    };
  }
  // One word goes to the first member.
  return Object.fromEntries(
    members.map(([name, inner], place) => [name, fitted(inner, place === 0 ? known : undefined)]),
  );
}
