import { type Flow, join, valueAt } from '@/document';
import { isObject } from '@/flow-words';
import type { Pointer, Screen, Value } from '@/host';

/** Something a property can take its value from. */
export interface Source {
  /** As it is written: `${form.name}`. */
  text: string;
  kind: 'answer' | 'data';
  /** Plain name: the question's label, or the name of the data value. */
  label: string;
  /** Screen it belongs to; none for the screen at hand. */
  screen: { id: string; title: string } | null;
  /** Type as Meta names it: `string`, `array<string>`, `array<{id,title}>`, `boolean`, ... */
  type: string;
  /** Options of a choice, for conditions: id and title. */
  options: { id: string; title: string }[];
}

/** The name a source has by itself: `name` of `${screen.A.form.name}`. */
export function ownName(source: Pick<Source, 'text'>): string {
  return source.text.slice(source.text.lastIndexOf('.') + 1, -1);
}

/** The screen of an id. */
export function screenOfId(flow: Flow, id: string): Screen | undefined {
  return flow.order.map((key) => flow.screens[key]).find((screen) => screen?.id === id);
}

/** A component that people fill in. */
export interface Input {
  pointer: Pointer;
  name: string;
  label: string;
  component: string;
  json: Value;
}

/** Questions whose answer is files. Meta takes those in what the Flow sends out, never on the way to a screen. */
export const FILES = 'array<media>';

const VALUE_TYPES: Readonly<Record<string, string>> = {
  TextInput: 'string',
  TextArea: 'string',
  CheckboxGroup: 'array<string>',
  RadioButtonsGroup: 'string',
  Dropdown: 'string',
  ChipsSelector: 'array<string>',
  DatePicker: 'string',
  CalendarPicker: 'string',
  OptIn: 'boolean',
  NavigationList: 'string',
  PhotoPicker: FILES,
  DocumentPicker: FILES,
};

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Every component below a value, with its place, in file order. */
export function componentsIn(
  value: Value | undefined,
  at: Pointer,
): { pointer: Pointer; json: { [key: string]: Value } }[] {
  if (Array.isArray(value)) return value.flatMap((item, place) => componentsIn(item, join(at, place)));
  if (!isObject(value)) return [];
  const lists = ['children', 'then', 'else'].flatMap((key) => componentsIn(value[key], join(at, key)));
  const cases = isObject(value.cases)
    ? Object.entries(value.cases).flatMap(([key, list]) => componentsIn(list, join(at, 'cases', key)))
    : [];
  const own =
    typeof value.type === 'string' && value.type !== 'SingleColumnLayout'
      ? [{ pointer: at, json: value }]
      : [];
  return [...own, ...lists, ...cases];
}

/** The parts of a screen, also those in branches. */
export function partsOf(screen: Screen) {
  return componentsIn(valueAt(screen.json, '/layout'), `/screens/${screen.index}/layout`);
}

/** Inputs of screens already walked: a screen that did not change is the same object. */
const walked = new WeakMap<Screen, Input[]>();

/** What people fill in on a screen. */
export function inputsOf(screen: Screen): Input[] {
  const before = walked.get(screen);
  if (before !== undefined) return before;
  const inputs = findInputs(screen);
  walked.set(screen, inputs);
  return inputs;
}

function findInputs(screen: Screen): Input[] {
  return partsOf(screen).flatMap(({ pointer, json }) => {
    const component = text(json.type);
    const name = text(json.name);
    if (name === '' || VALUE_TYPES[component] === undefined) return [];
    return [{ pointer, name, component, label: labelOf(json) || name, json }];
  });
}

function labelOf(json: { [key: string]: Value }): string {
  const { label } = json;
  if (typeof label === 'string') return label;
  return isObject(label) ? text(label['start-date']) : '';
}

function valueType(input: Input): string {
  const inputType = valueAt(input.json, '/input-type');
  if (input.component === 'TextInput' && (inputType === 'number' || inputType === 'passcode'))
    return 'number';
  if (input.component === 'CalendarPicker' && valueAt(input.json, '/mode') === 'range') return 'object';
  return VALUE_TYPES[input.component] ?? 'string';
}

/** Id and title of every literal option. */
export function optionsIn(value: Value | undefined): { id: string; title: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((option) => {
    const id = text(valueAt(option, '/id'));
    return id === '' ? [] : [{ id, title: text(valueAt(option, '/title')) || id }];
  });
}

/** The type of a data value as a binding has it. */
export function schemaType(schema: Value | undefined): string {
  const type = text(valueAt(schema, '/type'));
  if (type !== 'array') return type;
  const items = valueAt(schema, '/items');
  const itemType = text(valueAt(items, '/type'));
  if (itemType !== 'object') return itemType === '' ? 'array' : `array<${itemType}>`;
  const members = valueAt(items, '/properties');
  const has = (key: string) => isObject(members) && Object.hasOwn(members, key);
  if (has('id') && has('main-content')) return 'array<list-item>';
  if (has('id') && has('title')) return 'array<{id,title}>';
  if (has('src') && has('alt-text')) return 'array<{src,alt-text}>';
  return 'array<object>';
}

/** Everything a part on `screen` can take a value from: its own screen first, then the others in file order. */
export function sourcesFor(flow: Flow, screen: Screen): Source[] {
  const others = flow.order.flatMap((key) => {
    const other = flow.screens[key];
    return other === undefined || other.key === screen.key || other.id === '' ? [] : [other];
  });
  return [screen, ...others].flatMap((from) => {
    const own = from.key === screen.key;
    const prefix = own ? '' : `screen.${from.id}.`;
    const place = own ? null : { id: from.id, title: from.title || from.id };
    const answers = inputsOf(from).map<Source>((input) => ({
      text: `\${${prefix}form.${input.name}}`,
      kind: 'answer',
      label: input.label,
      screen: place,
      type: valueType(input),
      options: optionsIn(valueAt(input.json, '/data-source')),
    }));
    const model = valueAt(from.json, '/data');
    const data = isObject(model)
      ? Object.entries(model).map<Source>(([key, schema]) => ({
          text: `\${${prefix}data.${key}}`,
          kind: 'data',
          label: key,
          screen: place,
          type: schemaType(schema),
          options: [],
        }))
      : [];
    return [...answers, ...data];
  });
}

/** The sources a property takes; `accepted` are the types of its facts. */
export function fitting(sources: readonly Source[], accepted: readonly string[]): Source[] {
  return sources.filter((source) => accepted.includes('any') || accepted.includes(source.type));
}

/** Whether a value is taken from somewhere instead of written out. */
export function isBound(value: Value | undefined): value is string {
  return typeof value === 'string' && (/^\$\{.+\}/.test(value) || /^`.+`$/s.test(value));
}
