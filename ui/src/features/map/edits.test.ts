import { expect, test } from 'vitest';
import { deleteScreens, duplicateScreens, redirect } from './edits';
import type { Card, Link } from './graph';
import { graph } from './sample';

const { cards } = graph(['A', 'B', 'C'], []);
const nameless = (number: number): Card => ({ ...(cards[0] as Card), key: `#${number - 1}`, id: '', number });

test('screens with an id go by it, others by their place, first', () => {
  expect(deleteScreens([cards[0] as Card])).toEqual({ type: 'DeleteScreens', screens: ['A'] });
  expect(deleteScreens([cards[0] as Card, nameless(3)])).toEqual({
    type: 'Batch',
    name: null,
    edits: [
      { type: 'RemoveItems', items: ['/screens/2'] },
      { type: 'DeleteScreens', screens: ['A'] },
    ],
  });
});

test('copies say how far they stand away', () => {
  const offset = { x: 20, y: 0 };
  expect(duplicateScreens([cards[1] as Card], offset)).toEqual({
    type: 'DuplicateScreens',
    screens: ['B'],
    offset,
  });
});

test('a moved end keeps the part that leads there', () => {
  const byKey = new Map(cards.map((card) => [card.key, card]));
  const link: Link = {
    id: 'l',
    from: 'A',
    to: 'B',
    toId: 'B',
    ways: ['/screens/0/layout/children/2'],
    words: [],
    broken: false,
  };
  expect(redirect(link, cards[2] as Card, byKey, 'connect')).toEqual({
    type: 'ConnectScreens',
    from: 'A',
    to: 'C',
    via: '/screens/0/layout/children/2',
  });
  expect(redirect(link, cards[1] as Card, byKey, 'connect')).toBeNull();
});

test('a way of the model alone is taken away and made anew', () => {
  const byKey = new Map(cards.map((card) => [card.key, card]));
  const link: Link = {
    id: 'l',
    from: 'A',
    to: 'B',
    toId: 'B',
    ways: ['/routing_model/A/0'],
    words: [],
    broken: false,
  };
  expect(redirect(link, cards[2] as Card, byKey, 'connect')).toMatchObject({
    type: 'Batch',
    edits: [{ type: 'DisconnectScreens' }, { type: 'ConnectScreens', via: null }],
  });
});
