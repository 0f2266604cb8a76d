import { join, pointerOf } from '@/document';
import type { Edit, JourneyStep, Value } from '@/host';
import { isMembers } from '@/journey-values';

/** Where a step stands in the text. */
export function stepPointer(step: JourneyStep): string {
  return pointerOf(['nodes', step.index]);
}

/** A member of a step; undefined where it has none. */
export function member(step: JourneyStep, key: string): Value | undefined {
  return isMembers(step.json) ? step.json[key] : undefined;
}

/** Sets a member of a step, or takes it away. */
export function setMember(step: JourneyStep, key: string, value: Value | undefined): Edit | undefined {
  const at = stepPointer(step);
  if (value !== undefined) return { type: 'SetProperty', at, key, value };
  return member(step, key) === undefined ? undefined : { type: 'RemoveProperty', at, key };
}

export interface Button {
  readonly id: string;
  readonly title: string;
}

/** A message that the form can edit: words, and perhaps buttons or a list to answer with. */
export interface PlainMessage {
  readonly kind: 'text' | 'buttons' | 'list' | 'flow' | 'link' | 'place' | 'file';
  /** Meta's name of its type, of a message with a file: `image`. */
  readonly file: string;
  readonly text: string;
  readonly buttons: readonly Button[];
  /** Where a link leads, or where the file lies. */
  readonly address: string;
  /** The words on the button that opens the list, the Flow or the link. */
  readonly label: string;
  /** Name of the Flow. */
  readonly flow: string;
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

function at(value: Value | undefined, ...path: (string | number)[]): Value | undefined {
  let now = value;
  for (const part of path) {
    if (Array.isArray(now) && typeof part === 'number') now = now[part];
    else if (isMembers(now) && typeof part === 'string') now = now[part];
    else return undefined;
  }
  return now;
}

/** What the form can edit of a payload; null: it is of another type and is edited as text. */
export function plainMessage(payload: Value | undefined): PlainMessage | null {
  const none = { buttons: [], label: '', flow: '', file: '', address: '' };
  const type = at(payload, 'type');
  if (type === 'text') return { kind: 'text', text: textOf(at(payload, 'text', 'body')), ...none };
  if (type === 'image' || type === 'video' || type === 'document') {
    const address = at(payload, type, 'link');
    // A file that is named by its id has no address to show.
    if (typeof address !== 'string') return null;
    const text = textOf(at(payload, type, 'caption'));
    return { kind: 'file', text, ...none, file: type, address };
  }
  if (type !== 'interactive') return null;
  const interactive = at(payload, 'interactive');
  const text = textOf(at(interactive, 'body', 'text'));
  switch (at(interactive, 'type')) {
    case 'button': {
      const list = at(interactive, 'action', 'buttons');
      const buttons = (Array.isArray(list) ? list : []).map((button) => ({
        id: textOf(at(button, 'reply', 'id')),
        title: textOf(at(button, 'reply', 'title')),
      }));
      return { kind: 'buttons', text, ...none, buttons };
    }
    case 'list': {
      const rows = at(interactive, 'action', 'sections', 0, 'rows');
      const sections = at(interactive, 'action', 'sections');
      if (Array.isArray(sections) && sections.length > 1) return null;
      const buttons = (Array.isArray(rows) ? rows : []).map((row) => ({
        id: textOf(at(row, 'id')),
        title: textOf(at(row, 'title')),
      }));
      return { kind: 'list', text, ...none, buttons, label: textOf(at(interactive, 'action', 'button')) };
    }
    case 'flow':
      return {
        kind: 'flow',
        text,
        ...none,
        label: textOf(at(interactive, 'action', 'parameters', 'flow_cta')),
        flow: textOf(
          at(interactive, 'action', 'parameters', 'flow_name') ??
            at(interactive, 'action', 'parameters', 'flow_id'),
        ),
      };
    case 'cta_url':
      return {
        kind: 'link',
        text,
        ...none,
        label: textOf(at(interactive, 'action', 'parameters', 'display_text')),
        address: textOf(at(interactive, 'action', 'parameters', 'url')),
      };
    case 'location_request_message':
      return { kind: 'place', text, ...none };
    default:
      return null;
  }
}

/** Where the words of a message stand in its payload. */
export function textPlace(message: PlainMessage): { at: string; key: string } {
  if (message.kind === 'file') return { at: `/${message.file}`, key: 'caption' };
  return message.kind === 'text' ? { at: '/text', key: 'body' } : { at: '/interactive/body', key: 'text' };
}

/** Where its address stands. */
export function addressPlace(message: PlainMessage): { at: string; key: string } {
  return message.kind === 'file'
    ? { at: `/${message.file}`, key: 'link' }
    : { at: '/interactive/action/parameters', key: 'url' };
}

/** Where its buttons or rows stand. */
function buttonsPlace(message: PlainMessage): string {
  return message.kind === 'list' ? '/interactive/action/sections/0/rows' : '/interactive/action/buttons';
}

function asItem(message: PlainMessage, button: Button): Value {
  return message.kind === 'list'
    ? { id: button.id, title: button.title }
    : { type: 'reply', reply: { id: button.id, title: button.title } };
}

/** An id for a button of these words that no other has. */
export function buttonId(title: string, taken: readonly string[]): string {
  const base =
    title
      .toLocaleLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/gu, '_')
      .replace(/^_+|_+$/gu, '')
      .slice(0, 40) || 'answer';
  let id = base;
  for (let number = 2; taken.includes(id); number += 1) id = `${base}_${number}`;
  return id;
}

/** Adds a button; a message of words alone becomes one with buttons. `payload` is where the message stands. */
export function addButton(payload: string, message: PlainMessage, title: string): Edit {
  const button = {
    id: buttonId(
      title,
      message.buttons.map(({ id }) => id),
    ),
    title,
  };
  if (message.kind !== 'text')
    return {
      type: 'InsertItem',
      at: payload + buttonsPlace(message),
      index: message.buttons.length,
      value: asItem(message, button),
    };
  return {
    type: 'ReplaceValue',
    at: payload,
    value: {
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: message.text },
        action: { buttons: [{ type: 'reply', reply: button }] },
      },
    },
  };
}

/** Takes a button away, and the way behind it. */
export function removeButton(
  step: JourneyStep,
  payload: string,
  message: PlainMessage,
  index: number,
): Edit[] {
  const gone = message.buttons[index];
  const edits: Edit[] = [];
  const way = step.ways.find(({ output }) => output === `answer:${gone?.id}`);
  if (way !== undefined && way.to !== null)
    edits.push({ type: 'DisconnectStep', way: { from: step.id, output: way.output } });
  edits.push({ type: 'RemoveItems', items: [join(payload + buttonsPlace(message), index)] });
  return edits;
}

/** Writes other words on a button. Its id, and with it its way, stays. */
export function renameButton(payload: string, message: PlainMessage, index: number, title: string): Edit {
  const item = join(payload + buttonsPlace(message), index);
  return {
    type: 'SetProperty',
    at: message.kind === 'list' ? item : `${item}/reply`,
    key: 'title',
    value: title,
  };
}

const MINUTE = 60_000;
const UNITS: readonly [string, number][] = [
  ['d', 24 * 60 * MINUTE],
  ['h', 60 * MINUTE],
  ['m', MINUTE],
  ['s', 1000],
];

export interface LengthParts {
  readonly count: number;
  readonly unit: 'd' | 'h' | 'm' | 's';
}

/**
 * A length of time as one number of one unit: as it is written, and of several parts `1d 2h` is 26 hours. Null where it
 * cannot be read.
 */
export function lengthParts(written: string): LengthParts | null {
  const [, only, of] = /^(\d+)([dhms])$/u.exec(written.trim()) ?? [];
  if (only !== undefined) return { count: Number(only), unit: of as LengthParts['unit'] };
  let millis = 0;
  const parts = written.trim().split(/\s+/u);
  for (const part of parts) {
    const [, count, unit] = /^(\d+)(w|d|h|m|s)$/u.exec(part) ?? [];
    if (count === undefined || unit === undefined) return null;
    const factor = unit === 'w' ? 7 * 24 * 60 * MINUTE : (UNITS.find(([name]) => name === unit)?.[1] ?? 0);
    millis += Number(count) * factor;
  }
  const [unit, factor] = UNITS.find(([, size]) => millis % size === 0 && millis >= size) ?? ['s', 1000];
  return { count: Math.round(millis / factor), unit: unit as LengthParts['unit'] };
}
