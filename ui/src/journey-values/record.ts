import type { Value } from '@/host';
import type { DataType } from './condition';
import { isMembers, type Members } from './json';

/** What one value among several can be in a form. */
export type RowType = Extract<DataType, 'text' | 'number' | 'yes_no' | 'list' | 'record'> | 'nothing';

/** What a value is; null: a form of rows cannot say it. */
export function rowType(value: Value): RowType | null {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'yes_no';
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? 'list' : null;
  return 'record';
}

/** A value as another type, with as much of it as fits. */
export function asType(value: Value, type: RowType): Value {
  switch (type) {
    case 'nothing':
      return null;
    case 'text':
      if (Array.isArray(value)) return value.join(', ');
      return value === null || isMembers(value) ? '' : String(value);
    case 'number': {
      const number = typeof value === 'string' ? Number.parseFloat(value) : Number(value);
      return Number.isFinite(number) && !isMembers(value) ? number : 0;
    }
    case 'yes_no':
      return value !== false && value !== 0 && value !== '';
    case 'list':
      if (Array.isArray(value)) return value;
      return value === null || value === '' || isMembers(value) ? [] : [String(value)];
    default:
      return isMembers(value) ? value : {};
  }
}

/** A name that is free. */
export function freeName(members: Members, base: string): string {
  let name = base;
  for (let number = 2; Object.hasOwn(members, name); number += 1) name = `${base}_${number}`;
  return name;
}

/** Gives a value another name in its place; null: the name is taken or empty. */
export function renamed(members: Members, old: string, name: string): Members | null {
  if (name === old) return members;
  if (name === '' || Object.hasOwn(members, name)) return null;
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [key === old ? name : key, value]));
}

export function without(members: Members, name: string): Members {
  return Object.fromEntries(Object.entries(members).filter(([key]) => key !== name));
}
