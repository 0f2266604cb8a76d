import { insideBackticks, quoted, type Token, tokens } from '@/flow-words';
import type { Source } from '@/sending';

/** How a clause compares. */
export type Operator = '==' | '!=' | '>' | '>=' | '<' | '<=';

/** What a clause compares with: a value, or what another source holds. */
export type Operand = string | number | boolean | { source: string };

/** One "answer is value". A `value` of true or false alone stands for a yes/no source by itself. */
export interface Clause {
  /** As written: `${form.x}`. */
  source: string;
  operator: Operator;
  value: Operand;
}

/** What can be built without syntax: clauses and groups that all hold, or of which one holds. */
export interface Condition {
  joined: '&&' | '||';
  /** True when it must not hold. */
  not: boolean;
  terms: Term[];
}

export type Term = Clause | Condition;

export function isGroup(term: Term): term is Condition {
  return 'terms' in term;
}

const COMPARISONS = new Set<string>(['==', '!=', '>', '>=', '<', '<=']);

function isOperator(text: string): text is Operator {
  return COMPARISONS.has(text);
}

/** Reads tokens from the left; each reader gives null where what stands there cannot be said in words. */
class Reader {
  private place = 0;
  constructor(private readonly list: readonly Token[]) {}

  get done(): boolean {
    return this.place === this.list.length;
  }

  private sign(text: string): boolean {
    const token = this.list[this.place];
    if (token?.kind !== 'sign' || token.text !== text) return false;
    this.place += 1;
    return true;
  }

  any(): Term | null {
    return this.joined('||', () => this.joined('&&', () => this.one()));
  }

  private joined(joined: '&&' | '||', read: () => Term | null): Term | null {
    const terms: Term[] = [];
    do {
      const term = read();
      if (term === null) return null;
      terms.push(term);
    } while (this.sign(joined));
    const [only] = terms;
    return terms.length === 1 && only !== undefined ? only : { joined, not: false, terms };
  }

  private one(): Term | null {
    if (this.sign('!')) {
      const term = this.group() ?? this.source();
      // `!${form.a} == 1` compares what `!` gives, which no words say.
      return term === null || this.comparison() !== null ? null : negated(term);
    }
    return this.group() ?? this.clause();
  }

  private group(): Term | null {
    const start = this.place;
    const term = this.sign('(') ? this.any() : null;
    if (term !== null && this.sign(')')) return term;
    this.place = start;
    return null;
  }

  private source(): Clause | null {
    const token = this.list[this.place];
    if (token?.kind !== 'source') return null;
    this.place += 1;
    return { source: token.text, operator: '==', value: true };
  }

  private comparison(): Operator | null {
    const token = this.list[this.place];
    if (token?.kind !== 'sign' || !isOperator(token.text)) return null;
    this.place += 1;
    return token.text;
  }

  private clause(): Clause | null {
    const truth = this.source();
    const operator = truth === null ? null : this.comparison();
    if (truth === null || operator === null) return truth;
    const value = this.operand();
    return value === null ? null : { source: truth.source, operator, value };
  }

  private operand(): Operand | null {
    const minus = this.sign('-');
    const token = this.list[this.place];
    this.place += 1;
    if (token?.kind === 'number') return minus ? -Number(token.text) : Number(token.text);
    if (minus) return null;
    if (token?.kind === 'text') return token.text;
    if (token?.kind === 'truth') return token.text === 'true';
    return token?.kind === 'source' ? { source: token.text } : null;
  }
}

function negated(term: Term): Term {
  if (isGroup(term)) return { ...term, not: !term.not };
  if (term.operator === '==' && typeof term.value === 'boolean') return { ...term, value: !term.value };
  return { joined: '&&', not: true, terms: [term] };
}

/** Reads a condition; none when it is more than comparisons in groups. Backticks around it do not matter. */
export function readCondition(text: string): Condition | null {
  const reader = new Reader(tokens(insideBackticks(text).text));
  const term = reader.any();
  if (term === null || !reader.done) return null;
  return isGroup(term) ? term : { joined: '&&', not: false, terms: [term] };
}

type Quote = (text: string) => string;

/** As conditions before 6.0 write a text: they know no other quotes and no escapes. */
const plainQuote: Quote = (text) => `'${text.replaceAll("'", '’')}'`;

function writeClause(clause: Clause, quote: Quote): string {
  const { source, operator, value } = clause;
  if (typeof value === 'boolean' && operator === '==') return value ? source : `!${source}`;
  const right =
    typeof value === 'object' ? value.source : typeof value === 'string' ? quote(value) : String(value);
  return `${source} ${operator} ${right}`;
}

/** A term that stands alone, or among others in brackets of its own. */
function writeTerm(term: Term, among: boolean, quote: Quote): string {
  if (!isGroup(term)) {
    const text = writeClause(term, quote);
    return among && !/^!?\$\{[^}]+\}$/.test(text) ? `(${text})` : text;
  }
  if (term.not) return `!(${writeTerm({ ...term, not: false }, false, quote)})`;
  const [only] = term.terms;
  if (term.terms.length === 1 && only !== undefined) return writeTerm(only, among, quote);
  const text = term.terms.map((inner) => writeTerm(inner, true, quote)).join(` ${term.joined} `);
  return among ? `(${text})` : text;
}

/**
 * Writes a condition. `backticks` writes an expression (Flow JSON 6.0 and later), where more than one comparison works;
 * a single yes/no value stays a plain binding, which every version takes.
 */
export function writeCondition(condition: Condition, backticks: boolean): string {
  const text = writeTerm(condition, false, backticks ? quoted : plainQuote);
  return backticks && !/^\$\{[^}]+\}$/.test(text) ? `\`${text}\`` : text;
}

/** Whether the `condition` of an If has to be an expression: without backticks it knows one plain comparison well. */
export function needsExpression(condition: Condition): boolean {
  const [only] = condition.terms;
  if (condition.not || condition.terms.length > 1 || only === undefined || isGroup(only)) return true;
  const { value } = only;
  return typeof value === 'number'
    ? !Number.isInteger(value)
    : typeof value === 'string' && /['\\]/.test(value);
}

/** A group without one of its terms. */
export function withoutTerm(condition: Condition, place: number): Condition {
  return { ...condition, terms: condition.terms.filter((_, other) => other !== place) };
}

/** A group with one of its terms replaced. */
export function withTerm(condition: Condition, place: number, term: Term): Condition {
  return { ...condition, terms: condition.terms.map((old, other) => (other === place ? term : old)) };
}

/** The comparisons that make sense for a type. */
export function operatorsFor(type: string): Operator[] {
  if (type === 'number' || type === 'integer') return ['==', '!=', '>', '>=', '<', '<='];
  return ['==', '!='];
}

/** A first clause for a source: its first option, yes, nothing, or zero. */
export function firstClause(source: Source): Clause {
  const [option] = source.options;
  const value =
    source.type === 'boolean'
      ? true
      : source.type === 'number' || source.type === 'integer'
        ? 0
        : (option?.id ?? '');
  return { source: source.text, operator: '==', value };
}
