/** What is in a group: adding, renaming, removing and changing it, in the schema and in its example alike. */

import { isObject } from '@/flow-words';
import type { Value } from '@/host';
import type { Schema } from '@/sending';
import { bare, converted, fitted, type Kind } from './kinds';

/** Names of members, from a value of the data model inwards. Lists are passed through. */
export type Path = readonly string[];

/** A change of one group: of its members' schemas, and of every object that stands for it in the example. */
interface Change {
  members(members: Schema): Schema;
  object(object: { [key: string]: Value }): { [key: string]: Value };
}

function changed(schema: Schema, path: Path, change: Change): Schema {
  const after = inSchema(schema, path, change);
  if (!Object.hasOwn(schema, '__example__')) return after;
  return { ...after, __example__: inExample(schema.__example__ ?? null, path, change) };
}

function inSchema(schema: Schema, path: Path, change: Change): Schema {
  if (schema.type === 'array')
    return isObject(schema.items) ? { ...schema, items: inSchema(schema.items, path, change) } : schema;
  const members = isObject(schema.properties) ? schema.properties : {};
  const [name, ...rest] = path;
  if (name === undefined) {
    const after = change.members(members);
    // What is no longer there cannot be asked for.
    const required: Schema = Array.isArray(schema.required)
      ? { required: schema.required.filter((key) => typeof key !== 'string' || Object.hasOwn(after, key)) }
      : {};
    return { ...schema, properties: after, ...required };
  }
  const inner = members[name];
  if (!isObject(inner)) return schema;
  return { ...schema, properties: { ...members, [name]: inSchema(inner, rest, change) } };
}

function inExample(value: Value, path: Path, change: Change): Value {
  if (Array.isArray(value)) return value.map((item) => inExample(item, path, change));
  if (!isObject(value)) return value;
  const [name, ...rest] = path;
  if (name === undefined) return change.object(value);
  const inner = value[name];
  return inner === undefined ? value : { ...value, [name]: inExample(inner, rest, change) };
}

/** Adds a member to the group at `path`. */
export function addMember(schema: Schema, path: Path, name: string, kind: Kind): Schema {
  const member = bare(kind);
  return changed(schema, path, {
    members: (members) => ({ ...members, [name]: member }),
    object: (object) => ({ ...object, [name]: object[name] ?? fitted(member, undefined) }),
  });
}

export function removeMember(schema: Schema, path: Path, name: string): Schema {
  const without = (object: Schema): Schema =>
    Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
  return changed(schema, path, { members: without, object: without });
}

/** Renames a member in its place. */
export function renameMember(schema: Schema, path: Path, from: string, to: string): Schema {
  const rename = (object: Schema): Schema =>
    Object.hasOwn(object, to)
      ? object
      : Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value]));
  return changed(schema, path, { members: rename, object: rename });
}

/** Makes a member another kind of value. What stands in the example is carried over. */
export function changeMember(schema: Schema, path: Path, name: string, kind: Kind): Schema {
  let member: Schema = bare(kind);
  return changed(schema, path, {
    members: (members) => {
      const before = members[name];
      if (isObject(before)) member = converted(before, kind);
      return { ...members, [name]: member };
    },
    object: (object) =>
      object[name] === undefined ? object : { ...object, [name]: fitted(member, object[name]) },
  });
}
