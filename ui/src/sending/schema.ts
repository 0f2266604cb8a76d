import { valueAt } from '@/document';
import { isObject } from '@/flow-words';
import type { Screen, Value } from '@/host';
import { type Input, inputsOf, optionsIn, ownName, type Source } from './sources';

/** A schema of a data model, with its example. */
export type Schema = { [key: string]: Value };

/** A day for examples, as Meta writes days. */
const DAY = '2026-03-14';
const OTHER_DAY = '2026-03-21';

function text(example: string): Schema {
  return { type: 'string', __example__: example };
}

/** What the screen that is sent a value writes down about it: its type, and an example of its kind. */
export function schemaOfSource(source: Source, home: Screen): Schema {
  if (source.kind === 'data') {
    const schema = valueAt(home.json, `/data/${ownName(source)}`);
    if (isObject(schema) && schema.type !== undefined && schema.__example__ !== undefined) return schema;
    return schemaOfType(source.type);
  }
  const input = inputsOf(home).find(({ name }) => name === ownName(source));
  return input === undefined ? schemaOfType(source.type) : schemaOfInput(input, source.type);
}

function schemaOfInput(input: Input, type: string): Schema {
  const [first] = optionsIn(valueAt(input.json, '/data-source'));
  switch (input.component) {
    case 'RadioButtonsGroup':
    case 'Dropdown':
      return text(first?.id ?? 'option');
    case 'CheckboxGroup':
    case 'ChipsSelector':
      return { type: 'array', items: { type: 'string' }, __example__: [first?.id ?? 'option'] };
    case 'NavigationList':
      return text(optionsIn(valueAt(input.json, '/list-items'))[0]?.id ?? 'row');
    case 'DatePicker':
      return text(DAY);
    case 'CalendarPicker':
      return type === 'object' ? RANGE : text(DAY);
    case 'TextInput':
      return type === 'number' ? schemaOfType(type) : text(typed(valueAt(input.json, '/input-type')));
    default:
      return schemaOfType(type);
  }
}

const RANGE: Schema = {
  type: 'object',
  properties: { 'start-date': { type: 'string' }, 'end-date': { type: 'string' } },
  __example__: { 'start-date': DAY, 'end-date': OTHER_DAY },
};

function typed(inputType: Value | undefined): string {
  if (inputType === 'email') return 'ana@example.com';
  return inputType === 'phone' ? '+351 210 000 000' : 'Ana';
}

/** A schema of a type as bindings name it, with an example. */
export function schemaOfType(type: string): Schema {
  switch (type) {
    case 'number':
      return { type: 'number', __example__: 1 };
    case 'boolean':
      return { type: 'boolean', __example__: true };
    case 'array<string>':
      return { type: 'array', items: { type: 'string' }, __example__: ['example'] };
    case 'array<{id,title}>':
      return {
        type: 'array',
        items: { type: 'object', properties: { id: { type: 'string' }, title: { type: 'string' } } },
        __example__: [{ id: 'example', title: 'Example' }],
      };
    case 'object':
      return { type: 'object', properties: {}, __example__: {} };
    default:
      return text('example');
  }
}
