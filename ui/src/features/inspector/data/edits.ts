/** Edits of the values a screen is given. */

import { type Flow, join, jsonAt, valueAt } from '@/document';
import { isObject } from '@/flow-words';
import type { Edit, Screen } from '@/host';
import { t } from '@/i18n';
import { type Schema, sendersOf, usesOfData } from '@/sending';
import { kindOf } from './kinds';
import { type Path, renameMember } from './members';
import { narrow } from './narrow';

function dataOf(screen: Screen) {
  return `/screens/${screen.index}/data`;
}

function step(name: string, edits: Edit[]): Edit | undefined {
  return edits.length === 0 ? undefined : { type: 'Batch', name: t('data.stepChange', { name }), edits };
}

/** Gives a screen values in one step. Those that it has of the same names become the new ones. */
export function giveData(screen: Screen, model: Schema): Edit | undefined {
  const before = valueAt(screen.json, '/data');
  if (!isObject(before))
    return {
      type: 'Batch',
      name: t('data.stepGive'),
      edits: [{ type: 'SetProperty', at: `/screens/${screen.index}`, key: 'data', value: model }],
    };
  const edits = narrow(dataOf(screen), before, { ...before, ...model });
  return edits.length === 0 ? undefined : { type: 'Batch', name: t('data.stepGive'), edits };
}

/** Changes the schema of one value, and nothing that stays the same. */
export function changeData(screen: Screen, name: string, before: Schema, after: Schema): Edit | undefined {
  return step(name, narrow(join(dataOf(screen), name), before, after));
}

/**
 * Renames a member of a value. What reads it through a group follows: `${data.visit.day}`. Items of a list cannot be
 * read one by one, so nothing names what is in them.
 */
export function renameInData(
  flow: Flow,
  screen: Screen,
  name: string,
  schema: Schema,
  path: Path,
  from: string,
  to: string,
): Edit | undefined {
  const edits = narrow(join(dataOf(screen), name), schema, renameMember(schema, path, from, to));
  if (isReadable(schema, path)) {
    const way = [name, ...path].join('.');
    for (const use of usesOfData(flow, screen, `${way}.${from}`)) {
      const text = jsonAt(flow, use.pointer);
      if (typeof text !== 'string') continue;
      const value = text.replace(
        /(\$\{(?:screen\.([^.{}]+)\.)?data\.)([^{}]+)\}/g,
        (whole, head: string, other: string | undefined, rest: string) => {
          const own = other === undefined ? use.screen.key === screen.key : other === screen.id;
          const old = `${way}.${from}`;
          if (!own || (rest !== old && !rest.startsWith(`${old}.`))) return whole;
          return `${head}${way}.${to}${rest.slice(old.length)}}`;
        },
      );
      if (value !== text) edits.push({ type: 'ReplaceValue', at: use.pointer, value });
    }
  }
  return step(name, edits);
}

/** Whether every step of a path goes through a group. */
function isReadable(schema: Schema, path: Path): boolean {
  if (kindOf(schema) !== 'group') return false;
  const [first, ...rest] = path;
  if (first === undefined) return true;
  const inner = valueAt(schema, join('', 'properties', first));
  return isObject(inner) && isReadable(inner, rest);
}

/** Takes a value away, with what sends it here and what changes it. What reads it stays, and is found as a problem. */
export function removeData(flow: Flow, screen: Screen, name: string): Edit {
  const model = valueAt(screen.json, '/data');
  const isLast = isObject(model) && Object.keys(model).length === 1;
  const own: Edit = isLast
    ? { type: 'RemoveProperty', at: `/screens/${screen.index}`, key: 'data' }
    : { type: 'RemoveProperty', at: dataOf(screen), key: name };
  const sent = sendersOf(flow, screen, name).map<Edit>((action) => ({
    type: 'RemoveProperty',
    at: join(action, 'payload'),
    key: name,
  }));
  return { type: 'Batch', name: t('data.stepRemove', { name }), edits: [own, ...sent] };
}
