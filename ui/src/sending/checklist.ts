/** "Send these answers on": what an action could send, what it sends, and what the next screen still waits for. */

import { type Flow, join, jsonAt, reaches, screenAt, valueAt } from '@/document';
import { isObject } from '@/flow-words';
import type { Edit, Pointer, Screen, Value } from '@/host';
import { t } from '@/i18n';
import { type Schema, schemaOfSource } from './schema';
import { FILES, inputsOf, ownName, type Source, schemaType, screenOfId, sourcesFor } from './sources';
import { usesOfData } from './usage';

/** An action that sends something along. */
export interface Sending {
  flow: Flow;
  /** The screen the action is on. */
  screen: Screen;
  /** The action itself. */
  action: Pointer;
  /** Id of the screen it leads to; none when it asks the business's own system. */
  target: string | null;
}

/** An answer or a value that could be sent. */
export interface SendRow {
  source: Source;
  /** Names it is sent under now; none when it is not sent. */
  keys: string[];
}

/** What could be sent from one screen. */
export interface SendGroup {
  /** None for the screen at hand. */
  screen: { id: string; title: string } | null;
  rows: SendRow[];
}

/** Something the next screen waits for, while nothing is sent. */
export interface OpenRow {
  key: string;
  /** What would fit. */
  sources: Source[];
}

export interface Checklist {
  groups: SendGroup[];
  open: OpenRow[];
}

/** What an action sends along; none when it leads to no screen and asks no system. */
export function sendingAt(flow: Flow, action: Pointer): Sending | null {
  const screen = screenAt(flow, action);
  const json = jsonAt(flow, action);
  if (screen === undefined || !isObject(json)) return null;
  const target = valueAt(json, '/next/name');
  if (json.name === 'navigate' && typeof target === 'string') return { flow, screen, action, target };
  return json.name === 'data_exchange' ? { flow, screen, action, target: null } : null;
}

/** Whether a screen itself has anything to send on: it asks something, or is given something. */
export function hasToSend(screen: Screen): boolean {
  const data = valueAt(screen.json, '/data');
  return inputsOf(screen).length > 0 || (isObject(data) && Object.keys(data).length > 0);
}

/** What the action sends; none when that is not a list of names and values. */
export function payloadOf({ flow, action }: Pick<Sending, 'flow' | 'action'>): Schema | null {
  const payload = jsonAt(flow, join(action, 'payload'));
  if (payload === undefined) return {};
  return isObject(payload) ? payload : null;
}

/** Ids of all screens one can come from. */
export function screensBefore(flow: Flow, id: string): Set<string> {
  const before = new Set<string>();
  const next = [id];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    for (const edge of flow.edges) {
      if (edge.to !== at || edge.from === id || before.has(edge.from)) continue;
      before.add(edge.from);
      next.push(edge.from);
    }
  }
  return before;
}

/** Everything an action can send: what is asked and known on its screen and on those before. */
function offered({ flow, screen, target }: Sending): Source[] {
  const before = reaches(flow.version, '4.0') ? screensBefore(flow, screen.id) : new Set<string>();
  return sourcesFor(flow, screen).filter((source) => {
    if (source.type === FILES && target !== null) return false;
    return source.screen === null || before.has(source.screen.id);
  });
}

export function checklist(sending: Sending): Checklist {
  const payload = payloadOf(sending) ?? {};
  const sources = offered(sending);
  const groups: SendGroup[] = [];
  for (const source of sources) {
    const keys = Object.keys(payload).filter((key) => payload[key] === source.text);
    const last = groups.at(-1);
    if (last !== undefined && last.screen?.id === source.screen?.id) last.rows.push({ source, keys });
    else groups.push({ screen: source.screen, rows: [{ source, keys }] });
  }
  const open = Object.entries(modelOf(sending)).flatMap(([key, schema]) =>
    isOpen(payload, key)
      ? [{ key, sources: sources.filter((source) => source.type === schemaType(schema)) }]
      : [],
  );
  return { groups, open };
}

/** What the next screen declares. */
function modelOf({ flow, target }: Sending): Schema {
  const data = target === null ? undefined : valueAt(screenOfId(flow, target)?.json, '/data');
  return isObject(data) ? data : {};
}

/** Whether nothing is sent under a name: it is missing, or only holds the place a new connection gave it. */
function isOpen(payload: Schema, key: string): boolean {
  if (!Object.hasOwn(payload, key)) return true;
  const value = payload[key];
  if (Array.isArray(value)) return value.length === 0;
  if (isObject(value)) return Object.keys(value).length === 0;
  return value === '' || value === null || value === 0;
}

/** The name something new is sent under: the one the next screen waits for, else one that nobody has. */
function keyFor(sending: Sending, source: Source): string {
  const payload = payloadOf(sending) ?? {};
  const model = modelOf(sending);
  // A name with other signs is fine to send, but no binding could read it.
  const name = ownName(source).replaceAll('-', '_');
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? name : `${name}_${number}`;
    const schema = model[key];
    if (schema === undefined ? !Object.hasOwn(payload, key) : isOpen(payload, key) && fits(schema, source))
      return key;
  }
}

function fits(schema: Value, source: Source): boolean {
  return schemaType(schema) === source.type;
}

/** Puts a value under a name into what an action sends. */
function put({ action }: Sending, payload: Schema | null, key: string, text: string): Edit {
  return payload === null || Object.keys(payload).length === 0
    ? { type: 'SetProperty', at: action, key: 'payload', value: { [key]: text } }
    : { type: 'SetProperty', at: join(action, 'payload'), key, value: text };
}

/** Sends an answer on. The next screen learns of it in the same step. */
export function sendOn(sending: Sending, source: Source): Edit {
  const { flow, screen, target } = sending;
  const payload = payloadOf(sending);
  const key = keyFor(sending, source);
  const edits: Edit[] = [];
  const to = target === null ? undefined : screenOfId(flow, target);
  if (to !== undefined && !Object.hasOwn(modelOf(sending), key)) {
    const home = source.screen === null ? screen : screenOfId(flow, source.screen.id);
    edits.push(declare(to, key, schemaOfSource(source, home ?? screen)));
  }
  // Last: the eye goes to what was changed last, and stays with the action.
  edits.push(put(sending, payload, key, source.text));
  return { type: 'Batch', name: t('sending.stepSend', { label: source.label }), edits };
}

/** Writes a value into a screen's data model. */
function declare(screen: Screen, key: string, schema: Schema): Edit {
  const at = `/screens/${screen.index}`;
  const data = valueAt(screen.json, '/data');
  return isObject(data)
    ? { type: 'SetProperty', at: join(at, 'data'), key, value: schema }
    : { type: 'SetProperty', at, key: 'data', value: { [key]: schema } };
}

/** Fills what the next screen waits for. */
export function fillOpen(sending: Sending, key: string, source: Source): Edit {
  const edits = [put(sending, payloadOf(sending), key, source.text)];
  return { type: 'Batch', name: t('sending.stepSend', { label: source.label }), edits };
}

/**
 * Sends an answer no longer, under none of its names. The next screen forgets it in the same step, unless it reads it
 * or is sent it by something else.
 */
export function sendNoMore(sending: Sending, source: Source): Edit {
  const { flow, action, target } = sending;
  const payload = payloadOf(sending) ?? {};
  const keys = Object.keys(payload).filter((key) => payload[key] === source.text);
  const edits: Edit[] = [];
  const to = target === null ? undefined : screenOfId(flow, target);
  if (to !== undefined) {
    const idle = keys.filter(
      (key) => usesOfData(flow, to, key).length === 0 && sendersOf(flow, to, key, action).length === 0,
    );
    edits.push(...forget(to, idle));
  }
  for (const key of keys) edits.push({ type: 'RemoveProperty', at: join(action, 'payload'), key });
  return { type: 'Batch', name: t('sending.stepUnsend', { label: source.label }), edits };
}

/** Takes values out of a data model; the model goes with its last one. */
function forget(screen: Screen, keys: readonly string[]): Edit[] {
  const at = `/screens/${screen.index}`;
  const model = valueAt(screen.json, '/data');
  if (!isObject(model)) return [];
  const gone = keys.filter((key) => Object.hasOwn(model, key));
  if (gone.length > 0 && gone.length === Object.keys(model).length)
    return [{ type: 'RemoveProperty', at, key: 'data' }];
  return gone.map((key) => ({ type: 'RemoveProperty', at: join(at, 'data'), key }));
}

/** An action and where it stands. */
interface FoundAction {
  pointer: Pointer;
  json: { [key: string]: Value };
}

function actionsIn(value: Value | undefined, at: Pointer): FoundAction[] {
  if (Array.isArray(value)) return value.flatMap((item, place) => actionsIn(item, join(at, place)));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const pointer = join(at, key);
    return /^on-(?:click|select|unselect)-action$/.test(key) && isObject(inner)
      ? [{ pointer, json: inner }]
      : actionsIn(inner, pointer);
  });
}

/** Actions of screens already walked: a screen that did not change is the same object. */
const walked = new WeakMap<Screen, FoundAction[]>();

function actionsOf(screen: Screen): FoundAction[] {
  const before = walked.get(screen);
  if (before !== undefined) return before;
  const found = actionsIn(valueAt(screen.json, '/layout'), `/screens/${screen.index}/layout`);
  walked.set(screen, found);
  return found;
}

/**
 * Every action that gives a screen the value `key`: those that lead there and send it, and those on the screen itself
 * that change it. `except` is left out.
 */
export function sendersOf(flow: Flow, screen: Screen, key: string, except?: Pointer): Pointer[] {
  return flow.order.flatMap((known) => {
    const other = flow.screens[known];
    if (other === undefined) return [];
    return actionsOf(other).flatMap(({ pointer, json }) => {
      const leads = json.name === 'navigate' && valueAt(json, '/next/name') === screen.id;
      const changes = json.name === 'update_data' && other.key === screen.key;
      const gives = isObject(json.payload) && Object.hasOwn(json.payload, key);
      return (leads || changes) && gives && pointer !== except ? [pointer] : [];
    });
  });
}
