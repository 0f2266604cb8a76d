import { expect, test } from 'vitest';
import type { ComposerFacts as WireFacts } from '@/host';
import { knownOf, type MemberFacts } from './known';

function member(name: string, more: Partial<MemberFacts> = {}): MemberFacts {
  return {
    name,
    words: name,
    types: ['string'],
    required: false,
    max: null,
    min: null,
    maxNumber: null,
    choices: [],
    open: false,
    mayBeEmpty: false,
    minItems: null,
    maxItems: null,
    itemTypes: [],
    item: [],
    members: [],
    variants: null,
    ...more,
  };
}

const title = member('title', { required: true });
const button = member('buttons', {
  required: true,
  types: ['array'],
  minItems: 1,
  item: [
    member('type', { required: true, choices: ['reply'] }),
    member('reply', { required: true, types: ['object'], members: [title] }),
  ],
});
const action = member('action', { required: true, types: ['object'], members: [button, member('note')] });
const facts: WireFacts = {
  parts: [],
  buttons: [],
  mostButtons: 10,
  cardText: 160,
  cards: [2, 10],
  languages: [],
  countries: [],
  message: [],
  variants: { interactive: [{ type: 'button', words: '', members: [action], headers: null, footer: null }] },
};
const interactive = member('interactive', { types: ['object'], variants: 'interactive' });

test('a new object has what it must have, down to the fewest items of its lists, and nothing else', () => {
  expect(knownOf(facts).blankVariant(interactive, 'button')).toEqual({
    type: 'button',
    action: { buttons: [{ type: 'reply', reply: { title: '' } }] },
  });
});

test('members of a kind come by what the object says it is; of a kind nobody knows there are none', () => {
  const known = knownOf(facts);
  expect(known.variantOf(interactive, { type: 'button' }).map(({ name }) => name)).toEqual(['action']);
  expect(known.variantOf(interactive, { type: 'of_tomorrow' })).toEqual([]);
});

test('a card is numbered by its place', () => {
  const card = member('cards', {
    types: ['array'],
    item: [member('card_index', { required: true, types: ['integer'] })],
  });
  expect(knownOf(facts).blankItem(card, 3)).toEqual({ card_index: 3 });
});
