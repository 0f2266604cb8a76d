/** Whole numbers from one to another as a regular expression, and back: the format knows no other limit of a number. */

export interface Range {
  readonly from: number;
  /** Null: there is no most. */
  readonly to: number | null;
}

/** A limit has at most so many digits. */
const DIGITS = 9;

function digit(from: string, to: string): string {
  return from === to ? from : `[${from}-${to}]`;
}

function digits(count: number): string {
  return count === 0 ? '' : count === 1 ? '[0-9]' : `[0-9]{${count}}`;
}

/** Between two numbers of the same length. */
function between(from: string, to: string): string[] {
  if (from === to) return [from];
  const rest = from.length - 1;
  if (rest === 0) return [digit(from, to)];
  const [first = '', last = ''] = [from[0], to[0]];
  const [low, high] = [from.slice(1), to.slice(1)];
  if (first === last) return between(low, high).map((tail) => first + tail);
  const isWholeLow = /^0+$/u.test(low);
  const isWholeHigh = /^9+$/u.test(high);
  const start = Number(first) + (isWholeLow ? 0 : 1);
  const end = Number(last) - (isWholeHigh ? 0 : 1);
  return [
    ...(isWholeLow ? [] : between(low, '9'.repeat(rest)).map((tail) => first + tail)),
    ...(start <= end ? [digit(String(start), String(end)) + digits(rest)] : []),
    ...(isWholeHigh ? [] : between('0'.repeat(rest), high).map((tail) => last + tail)),
  ];
}

/** The numbers of a range, as they are written without noughts in front. */
export function rangePattern({ from, to }: Range): string {
  const low = String(from);
  const high = to === null ? '9'.repeat(low.length) : String(to);
  const parts: string[] = [];
  for (let length = low.length; length <= high.length; length += 1) {
    const least = length === low.length ? low : `1${'0'.repeat(length - 1)}`;
    const most = length === high.length ? high : '9'.repeat(length);
    parts.push(...between(least, most));
  }
  if (to === null) parts.push(`[1-9][0-9]{${low.length},}`);
  return parts.join('|');
}

const ITEM = /(?:\[([0-9])-([0-9])\]|([0-9]))(?:\{(\d{1,2})(,(\d{1,2})?)?\}|(\?))?/uy;

/** The smallest and the largest number of one alternative; null: it is more than digits. */
function bounds(part: string): Range | null {
  let [from, to] = ['', ''];
  let isOpen = false;
  ITEM.lastIndex = 0;
  while (ITEM.lastIndex < part.length) {
    const found = ITEM.exec(part);
    if (found === null) return null;
    const [, low, high, only = '', least = '1', comma, most, maybe] = found;
    const fewest = maybe === undefined ? Number(least) : 0;
    isOpen ||= comma !== undefined && most === undefined;
    from += (low ?? only).repeat(fewest);
    to += (high ?? only).repeat(comma === undefined ? Number(least) : Number(most ?? least));
  }
  if (from === '' || from.length > DIGITS || to.length > DIGITS) return null;
  return { from: Number(from), to: isOpen ? null : Number(to) };
}

/** Up to here what somebody else wrote is tried number by number. */
const TRIED = 9999;

/** The range that an expression stands for; null: it is none. */
export function rangeOf(pattern: string): Range | null {
  const all = pattern.split('|').map(bounds);
  const known = all.filter((part) => part !== null);
  if (known.length === 0 || known.length < all.length) return null;
  const from = Math.min(...known.map((part) => part.from));
  const isOpen = known.some((part) => part.to === null);
  const range = { from, to: isOpen ? null : Math.max(...known.map((part) => part.to ?? 0)) };
  if (rangePattern(range) === pattern) return range;
  if (range.to === null || range.to > TRIED) return null;
  const whole = new RegExp(`^(?:${pattern})$`, 'u');
  for (let number = 0; number <= range.to; number += 1)
    if (whole.test(String(number)) !== number >= from) return null;
  return range;
}
