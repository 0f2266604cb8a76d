import { type Flow, join, segments, valueAt } from '@/document';
import { isObject } from '@/flow-words';
import type { Asked, Edit, Pointer, PreviewAct, Question, SampleAnswer, Value } from '@/host';

/** The screen name with which a system ends the Flow. */
export const SUCCESS = 'SUCCESS';

/** The note that says who opens the Flow while it is tried. */
const OPENED = '/answers/opened';
const BY_SYSTEM = 'system';

type Json = { [key: string]: Value };

/** Whether trying the Flow begins by asking the system which screen comes first. */
export function opensBySystem(flow: Flow): boolean {
  return flow.dataApiVersion !== null && flow.notes[OPENED] === BY_SYSTEM;
}

export function openBy(system: boolean): Edit {
  return { type: 'SetNote', at: OPENED, value: system ? BY_SYSTEM : null };
}

/** Key of the first screen with an id. */
export function keyOf(flow: Flow, id: string | null): string | undefined {
  return flow.order.find((key) => flow.screens[key]?.id === id);
}

/** Id of the screen that asks; none as the form opens. */
export function askingScreen(question: Question): string | null {
  return question.type === 'init' ? null : question.screen;
}

export function sameQuestion(one: Question, other: Question): boolean {
  return one.type === other.type && askingScreen(one) === askingScreen(other);
}

function notesOf(question: Question): Pointer {
  const kind = join('/answers', question.type);
  return question.type === 'init' ? kind : join(kind, question.screen);
}

/** Free names for new samples of a question, behind all that are there, also those that cannot be read. */
export function freeNotes(flow: Flow, question: Question, count: number): Pointer[] {
  const home = notesOf(question);
  const depth = segments(home).length;
  const numbers = Object.keys(flow.notes)
    .filter((at) => at.startsWith(`${home}/`))
    .map((at) => Number(segments(at)[depth]))
    .filter(Number.isFinite);
  const last = Math.max(0, ...numbers);
  return Array.from({ length: count }, (_, place) => join(home, String(last + place + 1)));
}

/** A kept sample, as far as it can be read. */
export function sampleAt(flow: Flow, at: Pointer): Required<SampleAnswer> | undefined {
  const note = flow.notes[at];
  if (!isObject(note)) return undefined;
  return {
    name: typeof note.name === 'string' ? note.name : '',
    screen: typeof note.screen === 'string' ? note.screen : null,
    data: isObject(note.data) ? note.data : {},
    byItself: note.byItself === true,
  };
}

/** The note of a sample. What else stood in it stays. */
function noteOf(answer: SampleAnswer, before: Value | undefined): Value {
  const { screen: _, byItself: __, ...kept } = isObject(before) ? before : {};
  return {
    ...kept,
    name: answer.name ?? '',
    ...(answer.screen == null ? {} : { screen: answer.screen }),
    data: answer.data ?? {},
    ...(answer.byItself === true ? { byItself: true } : {}),
  };
}

/** Keeps new samples, as one step. */
export function addSamples(flow: Flow, question: Question, answers: readonly SampleAnswer[]): Edit {
  const edits = freeNotes(flow, question, answers.length).map((at, place): Edit => {
    const answer = answers[place] ?? {};
    return { type: 'SetNote', at, value: noteOf({ ...answer, byItself: false }, undefined) };
  });
  const [only] = edits;
  return edits.length === 1 && only !== undefined ? only : { type: 'Batch', name: null, edits };
}

/** Changes a sample; nothing when it is gone or stays the same. */
export function changeSample(flow: Flow, at: Pointer, changed: Partial<SampleAnswer>): Edit | undefined {
  const before = sampleAt(flow, at);
  if (before === undefined) return undefined;
  const value = noteOf({ ...before, ...changed }, flow.notes[at]);
  return JSON.stringify(value) === JSON.stringify(flow.notes[at])
    ? undefined
    : { type: 'SetNote', at, value };
}

/** Lets trying the Flow answer by itself with one sample of a question, or (`null`) stop and ask. */
export function answerByItself(flow: Flow, asked: Asked, at: Pointer | null): Edit | undefined {
  const edits = asked.samples.flatMap((sample) => {
    const edit = changeSample(flow, sample.at, { byItself: sample.at === at });
    return edit === undefined ? [] : [edit];
  });
  return edits.length === 0 ? undefined : { type: 'Batch', name: null, edits };
}

/** What the phone is told. */
export function answerAct(answer: SampleAnswer): PreviewAct {
  return { type: 'endpoint_answer', screen: answer.screen ?? null, data: answer.data ?? {} };
}

/** The screen whose data an answer fills in; none where it ends the Flow. */
export function filledScreen(flow: Flow, question: Question, answer: SampleAnswer): string | undefined {
  if (answer.screen === SUCCESS) return undefined;
  return keyOf(flow, answer.screen ?? askingScreen(question));
}

/** The data model of a screen: schemas by name. */
export function dataModel(flow: Flow, key: string | undefined): Json {
  const data = key === undefined ? undefined : valueAt(flow.screens[key]?.json, '/data');
  return isObject(data) ? data : {};
}

/** What the chat gets when an answer ends the Flow. */
export function endParams(data: Json): Json {
  const params = valueAt(data, '/extension_message_response/params');
  return isObject(params) ? params : {};
}

/** The data of an answer that leads elsewhere: what fits there is kept, what is missing comes from the examples. */
export function dataFor(flow: Flow, question: Question, before: SampleAnswer, screen: string | null): Json {
  if (screen === SUCCESS) return { extension_message_response: { params: endParams(before.data ?? {}) } };
  const model = dataModel(flow, filledScreen(flow, question, { screen }));
  const stays = screen === null || screen === askingScreen(question);
  const data = before.data ?? {};
  const kept = Object.entries(data).filter(
    ([key]) => Object.hasOwn(model, key) || (stays && key === 'error_message'),
  );
  if (stays) return Object.fromEntries(kept);
  const examples = Object.entries(model).map(([key, schema]) => [
    key,
    valueAt(schema, '/__example__') ?? null,
  ]);
  return { ...Object.fromEntries(examples), ...Object.fromEntries(kept) };
}

/** How a value is edited. */
export type Kind = 'text' | 'number' | 'truth' | 'options' | 'texts' | 'raw';

function typeOf(schema: Value | undefined): string {
  return String(valueAt(schema, '/type') ?? '');
}

function isOption(value: Value): boolean {
  return isObject(value) && typeof value.id === 'string' && typeof value.title === 'string';
}

/** The field for a value: by the data model, unless what is there is something else. */
export function kindOf(schema: Value | undefined, value: Value): Kind {
  switch (typeOf(schema) || typeof value) {
    case 'string':
      return typeof value === 'string' ? 'text' : 'raw';
    case 'number':
    case 'integer':
      return typeof value === 'number' ? 'number' : 'raw';
    case 'boolean':
      return typeof value === 'boolean' ? 'truth' : 'raw';
    case 'array': {
      const items = valueAt(schema, '/items');
      if (!Array.isArray(value)) return 'raw';
      if (typeOf(items) === 'string')
        return value.every((item) => typeof item === 'string') ? 'texts' : 'raw';
      const titled = isObject(valueAt(items, '/properties/title'));
      return titled && value.every(isOption) ? 'options' : 'raw';
    }
    default:
      return 'raw';
  }
}

/** What a button sends, a row a value: words for people. */
export function sentRows(request: string): { name: string; value: Value }[] {
  try {
    const data = (JSON.parse(request) as { data?: Value }).data;
    return isObject(data) ? Object.entries(data).map(([name, value]) => ({ name, value })) : [];
  } catch {
    return [];
  }
}

/** The label of the input of that name, anywhere on a screen. */
export function labelOf(json: Value | undefined, name: string): string | undefined {
  if (Array.isArray(json)) {
    for (const item of json) {
      const found = labelOf(item, name);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isObject(json)) return undefined;
  if (json.name === name && typeof json.label === 'string' && !json.label.includes('${')) return json.label;
  return labelOf(Object.values(json), name);
}
