import type { JourneyStep, Value } from '@/host';
import { DATA_TYPES, type DataType, isMembers } from '@/journey-values';
import { member, plainMessage } from './edits';

/** A value that a journey works with, as one step can count on it. */
export interface KnownValue {
  readonly name: string;
  readonly type: DataType;
  /** How it comes to be known there: of everybody, or by steps before it; none: nothing before it fills it in. */
  readonly by: 'everybody' | readonly JourneyStep[];
  /** What it can be, where steps leave only a choice. */
  readonly choices: readonly string[];
}

/** Known of every person without having asked, as `JOURNEYS.md` says. */
const EVERYBODY = ['first_name', 'name', 'phone', 'language', 'country'];

function typeOf(value: Value | undefined): DataType | undefined {
  return DATA_TYPES.find((known) => known === value);
}

/** What the answer to a question has to be; none: it does not say. */
export function answerType(step: JourneyStep): DataType | undefined {
  const expects = member(step, 'expects');
  const text = isMembers(expects) ? expects.text : undefined;
  return isMembers(text) ? typeOf(text.be) : undefined;
}

/** Names that a step writes to, with the type it says they have. */
export function written(step: JourneyStep): Map<string, DataType | undefined> {
  const found = new Map<string, DataType | undefined>();
  const gives = member(step, 'gives');
  if (isMembers(gives)) for (const [name, type] of Object.entries(gives)) found.set(name, typeOf(type));
  if (step.kind === 'ask' || step.kind === 'wait_reply') {
    const save = member(step, 'save');
    if (typeof save === 'string') found.set(save, answerType(step));
  }
  if (step.kind === 'set') {
    const field = member(step, 'field');
    if (typeof field === 'string') found.set(field, undefined);
  }
  if (step.kind === 'ai') found.set('ai_answer', 'text');
  return found;
}

/** Every step from which some way leads to a step. */
export function stepsBefore(steps: readonly JourneyStep[], step: JourneyStep): Set<string> {
  const into = new Map<string, string[]>();
  for (const from of steps)
    for (const { to } of from.ways) if (to !== null) into.set(to, [...(into.get(to) ?? []), from.key]);
  const found = new Set<string>();
  const open = [...(into.get(step.key) ?? [])];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    open.push(...(into.get(key) ?? []));
  }
  return found;
}

/** What a step that keeps an answer leaves open, by the words of its buttons. */
function choicesOf(step: JourneyStep): string[] {
  if (step.kind !== 'ask' || member(step, 'expects') !== 'choice') return [];
  return (plainMessage(member(step, 'message'))?.buttons ?? []).map(({ title }) => title);
}

/** All values of a journey, those first that a step can count on. */
export function knownAt(steps: readonly JourneyStep[], data: Value, step: JourneyStep): KnownValue[] {
  const before = stepsBefore(steps, step);
  const writers = new Map<string, JourneyStep[]>();
  const types = new Map<string, DataType>();
  for (const one of steps)
    for (const [name, type] of written(one)) {
      writers.set(name, [...(writers.get(name) ?? []), one]);
      if (type !== undefined) types.set(name, type);
    }
  const declared = isMembers(data) ? data : {};
  const names = new Set([...EVERYBODY, ...Object.keys(declared), ...writers.keys()]);
  const all = [...names].map((name): KnownValue => {
    const field = declared[name];
    const said = isMembers(field) ? typeOf(field.type) : undefined;
    const by = (writers.get(name) ?? []).filter(({ key }) => before.has(key));
    const isGiven = EVERYBODY.includes(name) || (isMembers(field) && field.known === true);
    const asked = by.map(choicesOf);
    // Choices are all there is only where every writer leaves one.
    const choices = asked.every((titles) => titles.length > 0) ? [...new Set(asked.flat())] : [];
    return {
      name,
      type: said ?? types.get(name) ?? 'text',
      by: isGiven ? 'everybody' : by,
      choices: isGiven ? [] : choices,
    };
  });
  const rank = ({ by }: KnownValue) => (by === 'everybody' ? 1 : by.length > 0 ? 0 : 2);
  return all.sort((a, b) => rank(a) - rank(b));
}
