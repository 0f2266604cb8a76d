import type { Edit, JourneySnapshot, JourneyStep, Value } from '@/host';
import { type DataType, isMembers, type Members } from '@/journey-values';
import { fieldWords } from '@/journey-words';
import { member, setMember, stepPointer } from './edits';
import { answerType, knownAt } from './known';

/** What a step gives: a value by its name. A type that is not known here stays as it is. */
export interface Given {
  readonly name: string;
  readonly type: Value;
}

/** What is kept of what a step is answered, in the order of the text. */
export function givesOf(step: JourneyStep): Given[] {
  const gives = member(step, 'gives');
  return isMembers(gives) ? Object.entries(gives).map(([name, type]) => ({ name, type })) : [];
}

/** Names of values are letters, digits and underscores; what else was typed becomes an underscore. */
export function valueName(typed: string): string {
  return typed.trim().replace(/[^A-Za-z0-9_]+/gu, '_');
}

/** The name that was typed: of a value that is known by its words, else made valid. Null: nothing of it can be a name. */
export function typedName(typed: string, known: readonly string[]): string | null {
  const words = typed.trim();
  const name = known.find((one) => fieldWords(one) === words) ?? valueName(words);
  return /^_+$/u.test(name) ? null : name;
}

function dataOf(data: Value): Members {
  return isMembers(data) ? data : {};
}

/** Sets a member of a value that the journey knows, and makes it known where it is not. */
function know(data: Value, name: string, change: Members): Edit {
  const known = dataOf(data)[name];
  const field = isMembers(known) ? { ...known, ...change } : change;
  return isMembers(data)
    ? { type: 'SetProperty', at: '/data', key: name, value: field }
    : { type: 'SetProperty', at: '', key: 'data', value: { [name]: field } };
}

/** Sets a member that names a value. One that is new is declared as what steps say it is, or as a text. */
export function setName(
  step: JourneyStep,
  key: string,
  name: string,
  { steps, data }: Pick<JourneySnapshot, 'steps' | 'data'>,
): Edit | undefined {
  if (member(step, key) === name) return undefined;
  const edit: Edit = { type: 'SetProperty', at: stepPointer(step), key, value: name };
  if (Object.hasOwn(dataOf(data), name)) return edit;
  const known = knownAt(steps, data, step).find((value) => value.name === name)?.type;
  const type = known ?? (key === 'save' ? answerType(step) : undefined) ?? 'text';
  return { type: 'Batch', name: null, edits: [edit, know(data, name, { type })] };
}

function setGives(step: JourneyStep, gives: readonly Given[]): Edit[] {
  const value = Object.fromEntries(gives.map(({ name, type }) => [name, type]));
  const edit = setMember(step, 'gives', gives.length === 0 ? undefined : value);
  return edit === undefined ? [] : [edit];
}

/** Adds a value with a name that is free. */
export function addGiven(step: JourneyStep, data: Value, base: string): Edit[] {
  const gives = givesOf(step);
  const taken = new Set([...gives.map(({ name }) => name), ...Object.keys(dataOf(data))]);
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base}_${number}`;
  return [...setGives(step, [...gives, { name, type: 'text' }]), know(data, name, { type: 'text' })];
}

/** Gives a value another name, in the answers for the simulation too; null: the name is taken or empty. */
export function renameGiven(step: JourneyStep, data: Value, index: number, typed: string): Edit[] | null {
  const gives = givesOf(step);
  const name = valueName(typed);
  const old = gives[index];
  if (old === undefined || old.name === name) return [];
  if (name === '' || gives.some((given) => given.name === name)) return null;
  const edits = setGives(
    step,
    gives.map((given, place) => (place === index ? { ...given, name } : given)),
  );
  edits.push(
    ...setSamples(
      step,
      samplesOf(step).map((sample) =>
        mapResult(sample, (result) =>
          Object.fromEntries(
            Object.entries(result).map(([key, value]) => [key === old.name ? name : key, value]),
          ),
        ),
      ),
    ),
  );
  const known = dataOf(data)[old.name];
  if (!Object.hasOwn(dataOf(data), name))
    edits.push(know(data, name, isMembers(known) ? known : { type: old.type }));
  return edits;
}

/** Says what a value is, there and where the journey knows it. */
export function retypeGiven(step: JourneyStep, data: Value, index: number, type: DataType): Edit[] {
  const gives = givesOf(step);
  const old = gives[index];
  if (old === undefined) return [];
  const next = gives.map((given, place) => (place === index ? { ...given, type } : given));
  return [...setGives(step, next), know(data, old.name, { type })];
}

/** Takes a value away, in the answers for the simulation too. The journey goes on knowing it: texts may name it. */
export function removeGiven(step: JourneyStep, index: number): Edit[] {
  const gives = givesOf(step);
  const gone = gives[index]?.name;
  const samples = samplesOf(step).map((sample) =>
    mapResult(sample, (result) => Object.fromEntries(Object.entries(result).filter(([key]) => key !== gone))),
  );
  return [
    ...setGives(
      step,
      gives.filter((_, place) => place !== index),
    ),
    ...setSamples(step, samples),
  ];
}

/** What a value may be like, for the preview and the simulation. */
export function sampleOf(data: Value, name: string): Value | undefined {
  const field = dataOf(data)[name];
  const sample = isMembers(field) ? field.sample : undefined;
  return sample === null ? undefined : sample;
}

export function setSample(data: Value, given: Given, sample: Value | undefined): Edit {
  const known = dataOf(data)[given.name];
  if (sample === undefined && isMembers(known))
    return { type: 'RemoveProperty', at: `/data/${given.name}`, key: 'sample' };
  return know(data, given.name, {
    ...(isMembers(known) ? {} : { type: given.type }),
    ...(sample === undefined ? {} : { sample }),
  });
}

/** An answer for the simulation. Members that are not known here stay. */
export type Sample = Members;

/** The answers for the simulation; what is none is left out of the form and stays in the text. */
export function samplesOf(step: JourneyStep): Value[] {
  const samples = member(step, 'samples');
  return Array.isArray(samples) ? samples : [];
}

export function setSamples(step: JourneyStep, samples: readonly Value[]): Edit[] {
  if (JSON.stringify(samples) === JSON.stringify(samplesOf(step))) return [];
  const edit = setMember(step, 'samples', samples.length === 0 ? undefined : [...samples]);
  return edit === undefined ? [] : [edit];
}

function mapResult(sample: Value, map: (result: Members) => Members): Value {
  if (!isMembers(sample) || !isMembers(sample.result)) return sample;
  return { ...sample, result: map(sample.result) };
}

/** What an assistant's answer can be, beside what is kept of it. */
const OF_AI: readonly Given[] = [
  { name: 'ai_answer', type: 'text' },
  { name: 'hand_over', type: 'yes_no' },
];

/** What an answer may hold: what is kept of it, then what else stands in it. */
export function columnsOf(step: JourneyStep, sample: Value): Given[] {
  const gives = [...(step.kind === 'ai' ? OF_AI : []), ...givesOf(step)];
  const result = isMembers(sample) && isMembers(sample.result) ? sample.result : {};
  const more = Object.entries(result).filter(([name]) => !gives.some((given) => given.name === name));
  return [...gives, ...more.map(([name, value]) => ({ name, type: typeOf(value) }))];
}

function typeOf(value: Value): DataType {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'yes_no' : 'record';
}
