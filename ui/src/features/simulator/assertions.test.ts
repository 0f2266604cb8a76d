import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JourneyStep, Value } from '@/host';
import { assertionWords, insteadWords, readAssertion, writeAssertion } from './assertions';

const KNOWN: Value[] = [
  { sent: { node: 'later', within: '1h' } },
  { sent: { node: 'later' } },
  { not_sent: { node: 'goal' } },
  { refused: { at_most: 0 } },
  { reached: { goal: 'asked' } },
  { stage: 'decision' },
  { consent: 'unknown' },
  { tag: 'new' },
  { value: { name: 'size', is: 'l' } },
  { cost_under: { amount: '0.10', currency: 'USD' } },
];

test('all that the core knows is understood, and written back as it was', () => {
  for (const json of KNOWN) {
    expect(readAssertion(json).what.type).not.toBe('kept');
    expect(writeAssertion(readAssertion(json))).toEqual(json);
    const ofBen = { who: 1, ...(json as object) } as Value;
    expect(writeAssertion(readAssertion(ofBen))).toEqual(ofBen);
  }
});

test('whatever stands in a note is written back as it was', () => {
  const near = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Value>,
    fc
      .tuple(
        fc.constantFrom(...KNOWN),
        fc.constantFrom('sent', 'stage', 'value', 'who', 'newer'),
        fc.jsonValue(),
      )
      .map(([json, key, value]) => ({ ...(json as object), [key]: value }) as Value),
    fc
      .tuple(fc.constantFrom('sent', 'stage', 'value', 'tag', 'cost_under'), fc.jsonValue({ maxDepth: 1 }))
      .map(([key, value]) => ({ [key]: value }) as Value),
  );
  fc.assert(
    fc.property(near, (json) => {
      expect(writeAssertion(readAssertion(json))).toEqual(json);
    }),
    { numRuns: 2000 },
  );
});

test('each is one sentence, and says of whom where there are several', () => {
  const steps = [{ id: 'later', key: 'later', title: 'Later', kind: 'send' }] as unknown as JourneyStep[];
  const sentences = KNOWN.map((json) => assertionWords(readAssertion(json), steps, ['Ana']));
  expect(new Set(sentences).size).toBe(KNOWN.length);
  const of = assertionWords(readAssertion({ who: 1, tag: 'new' }), steps, ['Ana', 'Ben']);
  expect(of).not.toBe(assertionWords(readAssertion({ tag: 'new' }), steps, ['Ana', 'Ben']));
});

test('what is so instead is told in words', () => {
  const told = (json: Value, came: string) => insteadWords(readAssertion(json), came);
  expect(told({ stage: 'advocacy' }, 'decision')).toBe('It is Decision.');
  expect(told({ consent: 'given' }, 'unknown')).not.toMatch(/unknown/u);
  expect(told({ sent: { node: 'later', within: '1h' } }, '2h')).toBe('It was sent after 2 h.');
  expect(told({ value: { name: 'size', is: 'l' } }, '"M"')).toBe('It is “M”.');
  expect(told({ cost_under: { amount: '0.10', currency: 'USD' } }, '0.12')).toBe('It is 0.12 USD.');
});
