import type { Source } from './sources';

/** How a clause compares. */
export type Operator = '==' | '!=' | '>' | '>=' | '<' | '<=';

/** One "answer is value". A `value` of true or false alone stands for a yes/no source by itself. */
export interface Clause {
  /** As written: `${form.x}`. */
  source: string;
  operator: Operator;
  value: string | number | boolean;
}

/** What can be built without syntax: clauses that all hold, or of which one holds. */
export interface Condition {
  joined: '&&' | '||';
  clauses: Clause[];
}

const CLAUSE =
  /^(!)?\s*(\$\{[^}]+\})\s*(?:(==|!=|>=|<=|>|<)\s*(?:'([^']*)'|(-?\d+(?:\.\d+)?)|(true|false)))?$/;

/** Splits at an operator outside of parentheses, quotes and bindings. */
function splitAt(text: string, operator: '&&' | '||'): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "'") quoted = !quoted;
    if (quoted) continue;
    if (sign === '(' || sign === '{') depth += 1;
    if (sign === ')' || sign === '}') depth -= 1;
    if (depth === 0 && text.startsWith(operator, at)) {
      parts.push(text.slice(start, at));
      start = at + operator.length;
      at += operator.length - 1;
    }
  }
  return [...parts, text.slice(start)].map((part) => part.trim());
}

/** Takes off parentheses that hold the whole text. */
function bare(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length - 1; at += 1) {
    const sign = text[at];
    if (sign === "'") quoted = !quoted;
    if (quoted) continue;
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth === 0) return text;
  }
  return bare(text.slice(1, -1).trim());
}

function clauseOf(text: string): Clause | null {
  const found = CLAUSE.exec(bare(text.trim()));
  if (found === null) return null;
  const [, not, source, operator, quoted, number, truth] = found;
  if (source === undefined) return null;
  if (operator === undefined) return { source, operator: '==', value: not === undefined };
  if (not !== undefined) return null;
  const value = quoted ?? (number === undefined ? truth === 'true' : Number(number));
  return { source, operator: operator as Operator, value };
}

/** Reads a condition; none when it is more than clauses joined by one word. Backticks around it do not matter. */
export function readCondition(text: string): Condition | null {
  const whole = bare(
    text
      .trim()
      .replace(/^`(.*)`$/s, '$1')
      .trim(),
  );
  for (const joined of ['&&', '||'] as const) {
    const parts = splitAt(whole, joined);
    if (parts.length < 2) continue;
    const clauses = parts.map(clauseOf);
    return clauses.includes(null) ? null : { joined, clauses: clauses as Clause[] };
  }
  const clause = clauseOf(whole);
  return clause === null ? null : { joined: '&&', clauses: [clause] };
}

function writeClause(clause: Clause): string {
  if (typeof clause.value === 'boolean' && clause.operator === '==') {
    return clause.value ? clause.source : `!${clause.source}`;
  }
  const value =
    typeof clause.value === 'string' ? `'${clause.value.replaceAll("'", '’')}'` : String(clause.value);
  return `${clause.source} ${clause.operator} ${value}`;
}

/**
 * Writes a condition. `backticks` writes an expression (Flow JSON 6.0 and later), where more than one comparison works;
 * a single yes/no value stays a plain binding, which every version takes.
 */
export function writeCondition(condition: Condition, backticks: boolean): string {
  const parts = condition.clauses.map(writeClause);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined)
    return backticks && !/^\$\{[^}]+\}$/.test(only) ? `\`${only}\`` : only;
  const whole = parts
    .map((part) => (part.startsWith('$') && part.endsWith('}') ? part : `(${part})`))
    .join(` ${condition.joined} `);
  return backticks ? `\`${whole}\`` : whole;
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
