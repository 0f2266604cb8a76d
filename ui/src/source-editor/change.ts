/** One stretch replaced by another, in UTF-16 code units. */
export interface Change {
  start: number;
  end: number;
  text: string;
}

/** The smallest single change from one text to another; none when they are the same. Never cuts a character in two. */
export function changeBetween(before: string, after: string): Change | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start > 0 && isLead(before.charCodeAt(start - 1))) start -= 1;
  let tail = 0;
  while (
    tail < most - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  if (tail > 0 && isTrail(before.charCodeAt(before.length - tail))) tail -= 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

function isLead(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isTrail(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** The text as the editor holds it: every line ends in one `\n`. */
export function withPlainLines(raw: string): string {
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
}

/** A place of the editor's text in the file's, where some lines may end in `\r\n`. */
export function rawOffset(raw: string, plain: number): number {
  if (!raw.includes('\r\n')) return plain;
  let at = 0;
  for (let seen = 0; seen < plain; seen += 1) {
    at += raw.charCodeAt(at) === 13 && raw.charCodeAt(at + 1) === 10 ? 2 : 1;
  }
  return at;
}

/** What to change in the file so that the editor's text comes out; line ends follow those of the file. */
export function changeOfFile(raw: string, edited: string): Change | null {
  const change = changeBetween(withPlainLines(raw), edited);
  if (change === null) return null;
  return {
    start: rawOffset(raw, change.start),
    end: rawOffset(raw, change.end),
    text: raw.includes('\r\n') ? change.text.replaceAll('\n', '\r\n') : change.text,
  };
}
