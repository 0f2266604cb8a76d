import { expect, test } from 'vitest';
import type { JsonValue, Screen } from '@/host';
import { lookAt, lookedAt, NO_LOOKS } from './looks';

const AT = '/screens/2/layout/children';

function screen(children: JsonValue[]): Screen {
  return {
    key: 'A',
    index: 2,
    id: 'A',
    title: 'A',
    entry: true,
    terminal: true,
    position: { x: 0, y: 0 },
    json: { id: 'A', layout: { type: 'SingleColumnLayout', children } },
  };
}

const text = (words: string) => ({ type: 'TextBody', text: words });
const inner = {
  type: 'Switch',
  value: '${form.b}',
  cases: { 'a/b': [text('slash')], default: [text('rest')] },
};
const outer = { type: 'If', condition: '${form.a}', then: [text('yes'), inner], else: [text('no')] };

test('a part shows with every branch around it, the outer one last', () => {
  const looks = lookAt(NO_LOOKS, screen([outer]), `${AT}/0/then/1/cases/a~1b/0`);
  expect(lookedAt(looks, screen([outer]))).toEqual([`${AT}/0/then/1/cases/a~1b`, `${AT}/0/then`]);
});

test('a branch inside one that is no longer looked at does not bring it back', () => {
  const there = lookAt(NO_LOOKS, screen([outer]), `${AT}/0/then/1/cases/default`);
  const elsewhere = lookAt(there, screen([outer]), `${AT}/0/else`);
  expect(lookedAt(elsewhere, screen([outer]))).toEqual([`${AT}/0/else`]);
  expect(lookedAt(lookAt(elsewhere, screen([outer]), `${AT}/0/then/0`), screen([outer]))).toEqual([
    `${AT}/0/then/1/cases/default`,
    `${AT}/0/then`,
  ]);
});

test('what is looked at stays when parts come before it, and ends with its question', () => {
  const looks = lookAt(NO_LOOKS, screen([outer]), `${AT}/0/else/0`);
  expect(lookedAt(looks, screen([text('new'), outer]))).toEqual([`${AT}/1/else`]);
  expect(lookedAt(looks, screen([{ ...outer, condition: '!${form.a}' }]))).toEqual([]);
});

test('of two that ask the same each has its own branch, in a form too', () => {
  const form = { type: 'Form', name: 'f', children: [outer, outer] };
  const looks = lookAt(NO_LOOKS, screen([form]), `${AT}/0/children/1/else`);
  expect(lookedAt(looks, screen([form]))).toEqual([`${AT}/0/children/1/else`]);
});

test('an If itself, the screen, and parts outside look at nothing', () => {
  for (const place of [`${AT}/0`, `${AT}/1`, '/screens/2', `${AT}/0/condition`]) {
    expect(lookedAt(lookAt(NO_LOOKS, screen([outer, text('x')]), place), screen([outer, text('x')]))).toEqual(
      [],
    );
  }
});
