import type { Pointer, Value } from '@/host';

/** The parts of a JSON Pointer, unescaped. */
export function segments(pointer: Pointer): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A JSON Pointer from its parts. */
export function pointerOf(parts: readonly (string | number)[]): Pointer {
  return parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** `pointer` one or more parts deeper. */
export function join(pointer: Pointer, ...parts: (string | number)[]): Pointer {
  return pointer + pointerOf(parts);
}

/** `pointer` without its last part. */
export function parent(pointer: Pointer): Pointer {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** The last part as an array index, when it is one. */
export function lastIndex(pointer: Pointer): number | undefined {
  const last = segments(pointer).at(-1);
  return last !== undefined && /^\d+$/.test(last) ? Number(last) : undefined;
}

/** True when `inner` is `outer` or lies below it. */
export function contains(outer: Pointer, inner: Pointer): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** The value at `pointer` in `root`, if there is one. */
export function valueAt(root: Value | undefined, pointer: Pointer): Value | undefined {
  let value = root;
  for (const part of segments(pointer)) {
    if (Array.isArray(value)) value = value[Number(part)];
    else if (value !== null && typeof value === 'object')
      value = Object.hasOwn(value, part) ? value[part] : undefined;
    else return undefined;
    if (value === undefined) return undefined;
  }
  return value;
}

/** Index of the screen a pointer lies on. */
export function screenIndex(pointer: Pointer): number | undefined {
  const [screens, index] = segments(pointer);
  return screens === 'screens' && index !== undefined && /^\d+$/.test(index) ? Number(index) : undefined;
}

const PART_LISTS = new Set(['children', 'then', 'else']);

/** The innermost part (component) a pointer lies on or in; undefined for the screen itself. */
export function partOf(pointer: Pointer): Pointer | undefined {
  const parts = segments(pointer);
  for (let end = parts.length; end >= 2; end -= 1) {
    const index = parts[end - 1];
    const list = parts[end - 2];
    if (index === undefined || list === undefined || !/^\d+$/.test(index)) continue;
    const isCase = parts[end - 3] === 'cases';
    if (PART_LISTS.has(list) || isCase) return pointerOf(parts.slice(0, end));
  }
  return undefined;
}
