import { describe, expect, it } from 'vitest';
import { keepSame } from './keep-same';

describe('keepSame', () => {
  const before = { advice: { reasons: [{ words: 'sale' }] }, chat: { lines: ['a', 'b'] }, none: null };

  it('gives the answer before when nothing has changed', () => {
    expect(keepSame(before, structuredClone(before))).toBe(before);
  });

  it('keeps what is equal and takes what is new', () => {
    const after = { ...structuredClone(before), chat: { lines: ['a', 'c'] } };
    const kept = keepSame(before, after);
    expect(kept).toEqual(after);
    expect(kept.advice).toBe(before.advice);
    expect(kept.chat).not.toBe(before.chat);
  });

  it.each([
    [['a', 'b'], ['a']],
    [['a'], ['a', 'b']],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ a: undefined }, { b: undefined }],
    [{ a: 1 }, null],
    [null, { a: 1 }],
    [[], {}],
    [{}, []],
    [1, '1'],
  ])('takes %j and then %j as different', (first, second) => {
    expect(keepSame<unknown>(first, second)).toStrictEqual(second);
  });
});
