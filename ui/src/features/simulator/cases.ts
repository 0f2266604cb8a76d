import type { TestDifference, Value } from '@/host';
import { type Key, t } from '@/i18n';
import { isMembers } from '@/journey-values';
import { type Assertion, readAssertion, writeAssertion } from './assertions';
import type { KeptPerson } from './run';

export interface Kept {
  readonly name: string;
  /** Who is in it: the first one, then the others. */
  readonly people: readonly KeptPerson[];
  readonly until: number;
  /** Everything has to come as it came. */
  readonly exact: boolean;
  readonly checks: readonly Assertion[];
  readonly note: Value;
  /** The same under another name, or with other checks. */
  with(change: { name?: string; checks?: readonly Assertion[] }): Kept;
}

/** A test as its note keeps it; null when the note is none. */
export function keptCase(note: Value | undefined): Kept | null {
  if (typeof note !== 'object' || note === null || Array.isArray(note)) return null;
  const { name, script, until, others } = note;
  if (typeof name !== 'string' || typeof until !== 'number' || script === undefined) return null;
  const more = (Array.isArray(others) ? others : []).flatMap((other) =>
    isMembers(other) && other.script !== undefined
      ? [{ name: typeof other.name === 'string' ? other.name : null, script: other.script }]
      : [],
  );
  return {
    name,
    people: [{ name: firstName(script), script }, ...more],
    until,
    exact: note.expect !== undefined,
    checks: (Array.isArray(note.checks) ? note.checks : []).map(readAssertion),
    note,
    with: (change) => {
      const { checks: _, ...rest } = note;
      const checks = (change.checks ?? (keptCase(note) as Kept).checks).map(writeAssertion);
      const next = { ...rest, name: change.name ?? name, ...(checks.length === 0 ? {} : { checks }) };
      return keptCase(next) as Kept;
    },
  };
}

/** What the person of a script is called. */
function firstName(script: Value): string | null {
  const person = isMembers(script) ? script.person : undefined;
  const fields = isMembers(person) ? person.fields : undefined;
  const name = isMembers(fields) ? fields.first_name : undefined;
  return typeof name === 'string' ? name : null;
}

/** What a line of a test is about: the beginning of it, as the core writes it, and how people say it. */
const LINES: readonly [RegExp, Key][] = [
  [/^wrote: (?<words>.*)$/s, 'simulator.line.wrote'],
  [/^tapped: (?<words>.*)$/s, 'simulator.line.tapped'],
  [/^filled: /s, 'simulator.line.filled'],
  [/^called$/, 'simulator.line.called'],
  [/^sent (?<step>\S+) as template (?<words>\S+)/s, 'simulator.line.template'],
  [/^sent (?<step>\S+): (?<words>.*)$/s, 'simulator.line.sent'],
  [/^refused (?<step>\S+): /, 'simulator.line.refused'],
  [/^skipped (?<step>\S+): /, 'simulator.line.skipped'],
  [/^held (?<step>\S+) /, 'simulator.line.held'],
  [/^asks (?<step>\S+)$/, 'simulator.line.asks'],
  [/^assigned (?<words>[^:]*):/, 'simulator.line.assigned'],
  [/^set by hand: (?<step>.*) = (?<words>.*)$/s, 'simulator.line.byHand'],
  [/^reached (?<words>.*)$/, 'simulator.line.reached'],
  [/^ended /, 'simulator.line.ended'],
  [/^known (?<step>\S+) = (?<words>.*)$/s, 'simulator.line.known'],
  [/^(?<step>\S+) = (?<words>.*)$/s, 'simulator.line.known'],
];

const LONGEST = 60;

function short(words: string): string {
  const plain = words.replace(/^"(.*)"$/s, '$1').replace(/\s+/g, ' ');
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}

/** A line of a test in plain words. `title`: what people call a step. */
export function lineWords(line: string, title: (step: string) => string): string {
  for (const [pattern, key] of LINES) {
    const found = pattern.exec(line);
    if (found === null) continue;
    const { step = '', words = '' } = found.groups ?? {};
    return t(key, { step: title(step), words: short(words) });
  }
  return line;
}

/** What is different, as a sentence. */
export function differenceWords(difference: TestDifference, title: (step: string) => string): string {
  const { wanted, came, sentence } = difference;
  if (wanted !== null && came !== null)
    return t('simulator.instead', { wanted: lineWords(wanted, title), came: lineWords(came, title) });
  if (wanted !== null) return t('simulator.missing', { line: lineWords(wanted, title) });
  if (came !== null) return t('simulator.added', { line: lineWords(came, title) });
  return sentence;
}
