import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '@/host';
import { freshExpects, OFFERED, readExpects, writeExpects } from './expects';
import { rangeOf, rangePattern } from './range';

const limits = fc
  .tuple(fc.nat(20_000), fc.option(fc.nat(20_000)))
  .map(([from, more]) => ({ from, to: more === null ? null : from + more }));

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'u');

describe('numbers from one to another', () => {
  test('the pattern takes them and no others', () => {
    fc.assert(
      fc.property(limits, fc.nat(60_000), (range, number) => {
        const fits = number >= range.from && (range.to === null || number <= range.to);
        expect(whole(rangePattern(range)).test(String(number))).toBe(fits);
      }),
    );
  });

  test('at their ends', () => {
    fc.assert(
      fc.property(limits, (range) => {
        const pattern = whole(rangePattern(range));
        expect(pattern.test(String(range.from))).toBe(true);
        expect(pattern.test(String(range.from - 1))).toBe(false);
        expect(pattern.test(String(range.to ?? 10 ** 12))).toBe(true);
        if (range.to !== null) expect(pattern.test(String(range.to + 1))).toBe(false);
      }),
    );
  });

  test('they are read back', () => {
    fc.assert(
      fc.property(limits, (range) => {
        expect(rangeOf(rangePattern(range))).toEqual(range);
      }),
    );
  });

  test.each([
    ['[0-9]{1,2}', { from: 0, to: 99 }],
    ['[1-9][0-9]?', { from: 1, to: 99 }],
    ['[1-9]', { from: 1, to: 9 }],
    ['[1-3]|[7-9]', null],
    ['[0-9]{3,8}', null],
    ['[0-9]+', null],
    ['', null],
  ])('%s of somebody else', (pattern, range) => expect(rangeOf(pattern)).toEqual(range));
});

/** Anything a file may hold, much of it nearly what an answer has to be. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Value>,
  fc.constantFrom<Value>('choice', 'location', 'media', 'money'),
  fc
    .record(
      {
        be: fc.constantFrom<Value>('number', 'date', 'text', 'hologram', 3),
        pattern: fc.oneof(
          fc.string(),
          fc.constantFrom('[0-9]{3,8}', '#?[0-9]{3,8}', '[1-9]', '(?i:Yes|No)', '(?i:a.b)', '[\\s\\S]{2,}'),
        ),
        newer: fc.constant<Value>(true),
      },
      { requiredKeys: [] },
    )
    .map((text) => ({ text }) as Value),
);

describe('what an answer has to be', () => {
  test('is read from anything, and means the same when it is written again', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const read = readExpects(value);
        if (read !== null) expect(readExpects(writeExpects(read))).toEqual(read);
      }),
    );
  });

  test('what is not understood is left alone', () => {
    expect(readExpects({ text: { be: 'hologram' } })).toBeNull();
    expect(readExpects({ text: { newer: 1 } })).toBeNull();
    expect(readExpects({ text: {}, also: 1 })).toBeNull();
    expect(readExpects({ text: { be: 'date', pattern: '2026.*' } })).toEqual({
      as: 'pattern',
      be: 'date',
      pattern: '2026.*',
    });
  });

  test.each(OFFERED.map((as) => [as]))('%s comes back as it was chosen', (as) => {
    const fresh = freshExpects(as, ['Yes', 'No']);
    expect(readExpects(writeExpects(fresh))).toEqual(fresh);
  });

  test('words come back, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (words) => {
        expect(readExpects(writeExpects({ as: 'oneOf', words }))).toEqual({ as: 'oneOf', words });
      }),
    );
  });

  test.each([
    ['email', 'ana@example.com', 'ana at example.com'],
    ['phone', '+1 (415) 555-0123', 'call me'],
    ['digits', '#1042', '10'],
    ['code', 'AB-1234', 'Ä'],
  ] as const)('%s takes %s and not %s', (as, fits, misses) => {
    const written = writeExpects(freshExpects(as, [])) as { text: { pattern: string } };
    expect(whole(written.text.pattern).test(fits)).toBe(true);
    expect(whole(written.text.pattern).test(misses)).toBe(false);
  });

  test.each([
    [{ text: { pattern: '#?[0-9]{3,8}' } }, 'digits'],
    [{ text: { pattern: '[A-Za-z0-9 -]{4,10}' } }, 'code'],
    [{ text: { be: 'number', pattern: '[0-9]{3,8}' } }, 'digits'],
    [{ text: { be: 'number', pattern: '[1-9][0-9]?' } }, 'number'],
  ])('of the starters %j', (value, as) => expect(readExpects(value)?.as).toBe(as));
});
