import { describe, expect, it } from 'vitest';
import type { JourneyStep } from '@/host';
import { addButton, buttonId, lengthParts, plainMessage, removeButton, renameButton } from './edits';

const buttons = {
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: 'Which size?' },
    action: {
      buttons: [
        { type: 'reply', reply: { id: 's', title: 'Small' } },
        { type: 'reply', reply: { id: 'l', title: 'Large' } },
      ],
    },
  },
};

describe('a message in the form', () => {
  it('is read by its words and buttons, and left alone where it is more', () => {
    expect(plainMessage({ type: 'text', text: { body: 'Hi' } })).toMatchObject({ kind: 'text', text: 'Hi' });
    expect(plainMessage(buttons)).toMatchObject({
      kind: 'buttons',
      text: 'Which size?',
      buttons: [
        { id: 's', title: 'Small' },
        { id: 'l', title: 'Large' },
      ],
    });
    expect(
      plainMessage({ type: 'image', image: { link: 'https://example.com/a.jpg', caption: 'Look' } }),
    ).toMatchObject({ kind: 'file', file: 'image', text: 'Look', address: 'https://example.com/a.jpg' });
    expect(plainMessage({ type: 'image', image: { id: '4711' } })).toBeNull();
    expect(plainMessage({ type: 'sticker', sticker: { id: '4711' } })).toBeNull();
    expect(plainMessage(undefined)).toBeNull();
  });

  it('gets a first button by becoming a question', () => {
    const message = plainMessage({ type: 'text', text: { body: 'Hi' } });
    if (message === null) throw new Error('words are read');
    expect(addButton('/nodes/0/message', message, 'Book a time')).toMatchObject({
      type: 'ReplaceValue',
      value: {
        interactive: { body: { text: 'Hi' }, action: { buttons: [{ reply: { id: 'book_a_time' } }] } },
      },
    });
  });

  it('keeps the id of a button whose words change, and opens the way of one that goes', () => {
    const message = plainMessage(buttons);
    if (message === null) throw new Error('buttons are read');
    expect(renameButton('/nodes/0/message', message, 1, 'XL')).toEqual({
      type: 'SetProperty',
      at: '/nodes/0/message/interactive/action/buttons/1/reply',
      key: 'title',
      value: 'XL',
    });
    const step = {
      id: 'size',
      ways: [{ output: 'answer:l', words: 'Large', role: 'choice', to: 'next', lost: null }],
    } as unknown as JourneyStep;
    expect(removeButton(step, '/nodes/0/message', message, 1)).toEqual([
      { type: 'DisconnectStep', way: { from: 'size', output: 'answer:l' } },
      { type: 'RemoveItems', items: ['/nodes/0/message/interactive/action/buttons/1'] },
    ]);
  });

  it('gives every button an id of its own', () => {
    expect(buttonId('Ja, gern!', [])).toBe('ja_gern');
    expect(buttonId('Ja, gern!', ['ja_gern', 'ja_gern_2'])).toBe('ja_gern_3');
    expect(buttonId('حجز', [])).toBe('answer');
  });
});

describe('a length of time', () => {
  it('is one number of one unit', () => {
    expect(lengthParts('1d 2h')).toEqual({ count: 26, unit: 'h' });
    expect(lengthParts('1h 30m')).toEqual({ count: 90, unit: 'm' });
    expect(lengthParts('2w')).toEqual({ count: 14, unit: 'd' });
    expect(lengthParts('soon')).toBeNull();
  });

  it('keeps the unit that it is written in', () => {
    expect(lengthParts('24h')).toEqual({ count: 24, unit: 'h' });
    expect(lengthParts('60m')).toEqual({ count: 60, unit: 'm' });
    expect(lengthParts('0d')).toEqual({ count: 0, unit: 'd' });
  });
});
