/** A binding: `${form.name}`, `${data.total}`, `${screen.VISIT.form.name}`. */
export const BINDING = /\$\{(?:screen\.[^.}\s]+\.)?(?:form|data)\.[^}\s]+\}/g;

/** A piece of an expression, with its place in the text. */
export interface Token {
  kind: 'source' | 'text' | 'number' | 'truth' | 'sign' | 'unknown';
  /** As written; of a text its letters, without quotes. */
  text: string;
  from: number;
  to: number;
}

const TOKEN =
  /\s+|(\$\{[^}]*\})|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\d+(?:\.\d+)?)|\b(true|false)\b|(&&|\|\||==|!=|>=|<=|[><!()+\-*/%])|(.)/gsu;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' };

/** The text inside of backticks; all of it where there are none. */
export function insideBackticks(text: string): { text: string; from: number } {
  const found = /^\s*`(.*)`\s*$/s.exec(text);
  const inner = found?.[1];
  return inner === undefined ? { text, from: 0 } : { text: inner, from: text.indexOf('`') + 1 };
}

/** Whether a value is an expression in backticks. */
export function isExpression(text: string): boolean {
  return /^`.+`$/s.test(text);
}

/** The pieces of an expression, without spaces. What means nothing is `unknown`. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [all, source, single, double, number, truth, sign, unknown] = match;
    const place = { from: match.index, to: match.index + all.length };
    const quoted = single ?? double;
    if (source !== undefined) found.push({ kind: 'source', text: source, ...place });
    else if (quoted !== undefined) found.push({ kind: 'text', text: unescaped(quoted), ...place });
    else if (number !== undefined) found.push({ kind: 'number', text: number, ...place });
    else if (truth !== undefined) found.push({ kind: 'truth', text: truth, ...place });
    else if (sign !== undefined) found.push({ kind: 'sign', text: sign, ...place });
    else if (unknown !== undefined) found.push({ kind: 'unknown', text: unknown, ...place });
  }
  return found;
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, (_, sign: string) => ESCAPES[sign] ?? sign);
}

/** A text as an expression writes it. Backticks would end the expression, so they become quotes. */
export function quoted(text: string): string {
  const plain = text.replaceAll('`', '’').replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  if (!plain.includes("'")) return `'${plain}'`;
  return plain.includes('"') ? `'${plain.replaceAll("'", "\\'")}'` : `"${plain}"`;
}

/**
 * Words with answers among them, as one writes them: `Hi ${form.name}!`. None when the value is worked out in
 * another way than by putting texts and answers side by side.
 */
export function readWords(value: string): string | null {
  if (!isExpression(value)) return value;
  const pieces = tokens(insideBackticks(value).text);
  const simple = pieces.every((piece) => piece.kind === 'text' || piece.kind === 'source');
  return simple ? pieces.map((piece) => piece.text).join('') : null;
}

/** The value of such words: plain text, a binding alone, or an expression that joins them. */
export function writeWords(words: string): string {
  const pieces: string[] = [];
  let text = 0;
  let sources = 0;
  for (const match of words.matchAll(BINDING)) {
    if (match.index > text) pieces.push(quoted(words.slice(text, match.index)));
    pieces.push(match[0]);
    sources += 1;
    text = match.index + match[0].length;
  }
  if (sources === 0) return words;
  if (text < words.length) pieces.push(quoted(words.slice(text)));
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined ? only : `\`${pieces.join(' ')}\``;
}

/** What is wrong about an expression while it is typed. */
export type Slip = {
  kind: 'unknownSource' | 'openText' | 'openBracket' | 'strange';
  from: number;
  to: number;
};

/** Slips of an expression: names that do not exist, texts and brackets that stay open, signs that mean nothing. */
export function slips(text: string, known: ReadonlySet<string>): Slip[] {
  const inner = insideBackticks(text);
  const found: Slip[] = [];
  const open: Token[] = [];
  for (const token of tokens(inner.text)) {
    const place = { from: inner.from + token.from, to: inner.from + token.to };
    if (token.kind === 'source' && !known.has(rooted(token.text)))
      found.push({ kind: 'unknownSource', ...place });
    if (token.text === '(' && token.kind === 'sign') open.push(token);
    if (token.text === ')' && token.kind === 'sign' && open.pop() === undefined)
      found.push({ kind: 'openBracket', ...place });
    if (token.kind === 'unknown') {
      if (token.text === "'" || token.text === '"') {
        found.push({ kind: 'openText', from: place.from, to: inner.from + inner.text.length });
        break;
      }
      found.push({ kind: 'strange', ...place });
    }
  }
  for (const token of open)
    found.push({ kind: 'openBracket', from: inner.from + token.from, to: inner.from + token.to });
  return found;
}

/** The value a binding begins with: `${data.a.b}` reads the data value `a`. */
function rooted(source: string): string {
  return source.replace(/^(\$\{(?:screen\.[^.}]+\.)?(?:form|data)\.[^.}]+)\..*\}$/, '$1}');
}

/** A value as people read it: words with the names of what stands among them, not the signs of an expression. */
export function plainWords(value: string): string {
  const words = readWords(value) ?? insideBackticks(value).text;
  return words.replace(BINDING, (source) => `{${source.slice(source.lastIndexOf('.') + 1, -1)}}`);
}
