import type { Value } from '@/host';

export type Members = { readonly [key: string]: Value };

export function isMembers(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
