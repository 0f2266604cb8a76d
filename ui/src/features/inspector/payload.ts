import { type Flow, join, valueAt } from '@/document';
import type { Edit, Pointer, Screen, Value } from '@/host';
import { inputsOf, type Schema, screenOfId } from '@/sending';

type Json = { [key: string]: Value };

export function objectOf(value: Value | undefined): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** A name that no key of the object has yet. */
export function freeKey(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name}_${number}`)) number += 1;
  return `${name}_${number}`;
}

/**
 * Adds a value to what an action sends. Going to a screen, that screen also has to expect the value, so its data
 * model gets it in the same step, as `schema` says.
 */
export function addToPayload(
  flow: Flow,
  action: Pointer,
  payload: Json | undefined,
  key: string,
  value: Value,
  schema: Schema,
  target: string | null,
): Edit {
  const edits: Edit[] = [];
  const screen = target === null ? undefined : screenOfId(flow, target);
  if (screen !== undefined) {
    const at = `/screens/${screen.index}`;
    const data = valueAt(screen.json, '/data');
    if (data === undefined) edits.push({ type: 'SetProperty', at, key: 'data', value: { [key]: schema } });
    else if (objectOf(data)[key] === undefined) {
      edits.push({ type: 'SetProperty', at: join(at, 'data'), key, value: schema });
    }
  }
  // Last, as the eye stays where the last edit is.
  edits.push(
    payload === undefined
      ? { type: 'SetProperty', at: action, key: 'payload', value: { [key]: value } }
      : { type: 'SetProperty', at: join(action, 'payload'), key, value },
  );
  return { type: 'Batch', name: null, edits };
}

/** Sends every answer of the Flow that is not sent yet; none when all are. */
export function addEveryAnswer(
  flow: Flow,
  home: Screen,
  action: Pointer,
  payload: Json | undefined,
): Edit | undefined {
  const before = payload ?? {};
  const sent = new Set(Object.values(before).filter((value) => typeof value === 'string'));
  const after: Json = { ...before };
  for (const key of flow.order) {
    const screen = flow.screens[key];
    if (screen === undefined) continue;
    for (const input of inputsOf(screen)) {
      const prefix = screen.key === home.key ? '' : `screen.${screen.id}.`;
      const text = `\${${prefix}form.${input.name}}`;
      if (!sent.has(text)) after[freeKey(input.name, Object.keys(after))] = text;
    }
  }
  if (Object.keys(after).length === Object.keys(before).length) return undefined;
  return { type: 'SetProperty', at: action, key: 'payload', value: after };
}

/** What a press should do. */
export type ActionName = 'navigate' | 'complete' | 'data_exchange' | 'open_url' | 'update_data';

/**
 * Sets what happens. Ways to other screens go through the edits that keep the routes in step; the rest only writes
 * the action.
 */
export function setAction(
  flow: Flow,
  screen: Screen,
  at: Pointer,
  key: string,
  name: ActionName | null,
  before: Json | undefined,
  isFooter: boolean,
): Edit | undefined {
  if (name === null) return before === undefined ? undefined : { type: 'RemoveProperty', at, key };
  if (name === 'navigate') {
    const to = nextScreen(flow, screen);
    return to === undefined ? undefined : goTo(screen, to.id, at, isFooter);
  }
  if (name === 'complete' && isFooter && !screen.terminal) {
    return { type: 'SetTerminal', screen: screen.id, terminal: true };
  }
  const payload = objectOf(before?.payload);
  const value: Json =
    name === 'open_url'
      ? { name, url: 'https://' }
      : { name, payload: name === 'update_data' ? {} : payload };
  const set: Edit = { type: 'SetProperty', at, key, value };
  // What Meta wants of a Flow that asks comes in the same step.
  return name === 'data_exchange' && flow.dataApiVersion === null
    ? { type: 'Batch', name: null, edits: [set, { type: 'SetEndpoint', asks: true }] }
    : set;
}

/** Leads to a screen. A screen that ended the form no longer does. */
export function goTo(screen: Screen, to: string, via: Pointer, isFooter: boolean): Edit {
  const connect: Edit = { type: 'ConnectScreens', from: screen.id, to, via };
  if (!isFooter || !screen.terminal) return connect;
  return {
    type: 'Batch',
    name: null,
    edits: [{ type: 'SetTerminal', screen: screen.id, terminal: false }, connect],
  };
}

/** The screen behind this one in the file, else any other. */
function nextScreen(flow: Flow, screen: Screen): Screen | undefined {
  const keys = flow.order.filter((key) => key !== screen.key);
  const behind = keys.find((key) => (flow.screens[key]?.index ?? 0) > screen.index);
  const key = behind ?? keys[0];
  return key === undefined ? undefined : flow.screens[key];
}
