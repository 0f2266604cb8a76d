/** A data model from an example of what a system sends. */

import { isObject } from '@/flow-words';
import type { Value } from '@/host';
import type { Schema } from '@/sending';
import { fitted } from './kinds';

/** How deep groups may lie in each other. Ours: what a person pastes is not deeper, and recursion needs a bound. */
const MAX_DEPTH = 12;

/** Why an example is not taken. */
export type Refusal = 'notJson' | 'nothing';

/** The values an example holds, by name, each with its schema and itself as the example. */
export function deriveModel(text: string): { model: Schema } | { refusal: Refusal } {
  let sample: Value;
  try {
    sample = JSON.parse(text) as Value;
  } catch {
    return { refusal: 'notJson' };
  }
  const values = valuesIn(sample);
  const names = Object.keys(values);
  if (names.length === 0) return { refusal: 'nothing' };
  return { model: Object.fromEntries(names.map((name) => [name, derive(values[name] ?? null)])) };
}

/** What a system answers holds the values in `data`, beside the screen they are for. */
function valuesIn(sample: Value): { [key: string]: Value } {
  if (Array.isArray(sample)) return { list: sample };
  if (!isObject(sample)) return sample === null ? {} : { value: sample };
  const isAnswer = isObject(sample.data) && (sample.screen !== undefined || sample.version !== undefined);
  return isAnswer && isObject(sample.data) ? sample.data : sample;
}

/** The schema of a value, with the value as its example. */
export function derive(value: Value): Schema {
  const schema = schemaIn(value, 0);
  return { ...schema, __example__: clean(schema, value) };
}

function schemaIn(value: Value, depth: number): Schema {
  if (typeof value === 'number') return { type: 'number' };
  if (typeof value === 'boolean') return { type: 'boolean' };
  if (Array.isArray(value)) {
    const known = value.filter((item) => item !== null);
    if (known.length === 0 || depth >= MAX_DEPTH) return { type: 'array', items: { type: 'string' } };
    return { type: 'array', items: known.map((item) => schemaIn(item, depth + 1)).reduce(merged) };
  }
  if (isObject(value)) {
    const members = depth >= MAX_DEPTH ? [] : Object.entries(value);
    return {
      type: 'object',
      properties: Object.fromEntries(members.map(([name, inner]) => [name, schemaIn(inner, depth + 1)])),
    };
  }
  // Nothing says what a missing value would be; most are texts.
  return { type: 'string' };
}

/** One schema for two items of a list: of groups, what either has. */
function merged(a: Schema, b: Schema): Schema {
  if (a.type !== b.type) return a.type === 'string' ? a : b.type === 'string' ? b : a;
  if (a.type === 'array' && isObject(a.items) && isObject(b.items))
    return { type: 'array', items: merged(a.items, b.items) };
  if (a.type !== 'object' || !isObject(a.properties) || !isObject(b.properties)) return a;
  const members: Schema = { ...a.properties };
  for (const [name, schema] of Object.entries(b.properties)) {
    const known = members[name];
    members[name] = isObject(known) && isObject(schema) ? merged(known, schema) : schema;
  }
  return { type: 'object', properties: members };
}

/** The value as its schema has it: nothing is an empty text, and items of another type are turned into it. */
function clean(schema: Schema, value: Value): Value {
  switch (schema.type) {
    case 'string':
      return value === null ? '' : fitted(schema, value);
    case 'array': {
      const items = isObject(schema.items) ? schema.items : {};
      const list = Array.isArray(value) ? value : [value];
      return list.filter((item) => item !== null).map((item) => clean(items, item));
    }
    case 'object': {
      if (!isObject(value)) return fitted(schema, value);
      const { properties } = schema;
      const members = isObject(properties) ? properties : {};
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => {
          const known = members[name];
          return [name, isObject(known) ? clean(known, inner) : inner];
        }),
      );
    }
    default:
      return fitted(schema, value);
  }
}
