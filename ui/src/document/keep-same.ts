type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A new answer with what is equal in the one before it taken from there, so that whoever selects a part of it draws
 * again only when that part has changed. For plain data, as JSON has it.
 */
export function keepSame<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept = after.map((item, place) => keepSame(before[place], item));
    const isSame =
      kept.length === before.length && kept.every((item, place) => Object.is(item, before[place]));
    return (isSame ? before : kept) as T;
  }
  if (isFields(before) && isFields(after)) {
    const entries = Object.entries(after).map(([key, value]) => [key, keepSame(before[key], value)] as const);
    const isSame =
      entries.length === Object.keys(before).length &&
      entries.every(([key, value]) => key in before && Object.is(value, before[key]));
    return (isSame ? before : Object.fromEntries(entries)) as T;
  }
  return after;
}
