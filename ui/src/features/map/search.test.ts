import { expect, test } from 'vitest';
import { screen, withParts } from './sample';
import { find, fold, suggestion } from './search';

const screens = [
  screen(0, 'WELCOME', {
    title: 'Olá',
    json: withParts(
      { type: 'TextHeading', text: 'What can we do for you tomorrow?' },
      {
        type: 'RadioButtonsGroup',
        name: 'service',
        label: 'Service',
        'data-source': [{ id: 'cut', title: 'Cut' }],
      },
      { type: 'Image', src: 'aGVsbG8gY3V0', 'alt-text': 'The shop' },
    ),
  }),
];

test('finds titles, texts, names and options, whatever case and accents, and says where', () => {
  expect(find(screens, 'ola')[0]).toMatchObject({ pointer: '/screens/0', excerpt: 'Olá' });
  expect(find(screens, 'SERVICE')[0]).toMatchObject({ pointer: '/screens/0/layout/children/1' });
  expect(find(screens, 'tomorrow')[0]).toMatchObject({ pointer: '/screens/0/layout/children/0' });
});

test('the match lies where it says in the excerpt', () => {
  const hit = find(screens, 'for you')[0];
  expect(hit?.excerpt.slice(hit.start, hit.end)).toBe('for you');
});

test('finds no pictures and no kinds of parts', () => {
  expect(find(screens, 'aGVsbG8')).toEqual([]);
  expect(find(screens, 'RadioButtons')).toEqual([]);
  expect(find(screens, ' ')).toEqual([]);
});

test('offers the nearest word for one that finds nothing', () => {
  expect(suggestion(screens, 'tomorow')).toBe('tomorrow');
  expect(suggestion(screens, 'zebra')).toBeNull();
});

test('folding keeps every letter in its place', () => {
  for (const text of ['Olá', 'İstanbul', 'ﬁne', '🙂 Ça', 'straße'])
    expect(fold(text)).toHaveLength(text.length);
});
