import { expect, test } from 'vitest';
import type { JourneyStep, MessagePrice } from '@/host';
import { pricesOf, priceTag } from './prices';

const price = (category: string, parts: Partial<MessagePrice>): MessagePrice => ({
  country: 'PT',
  category,
  amount: null,
  thousand: null,
  currency: null,
  validFrom: '2026-10-01',
  illustrative: false,
  why: null,
  ...parts,
});
const all = (service: string, freeReplies: number | null) =>
  pricesOf({
    prices: [
      price('MARKETING', { amount: '0.0712', currency: 'EUR' }),
      price('UTILITY', { why: 'There is no rate for it.' }),
      price('SERVICE', { amount: service, currency: 'EUR' }),
    ],
    freeReplies,
  });
const PRICES = all('0.0123', 1000);
const step = (freeForm: boolean, category: string | null): JourneyStep =>
  ({
    messages: [{ at: '', chat: null, template: freeForm ? null : 'x', category, freeForm }],
  }) as unknown as JourneyStep;

test('a template costs what its category does, with the day of the rates and the market', () => {
  const tag = priceTag(step(false, 'MARKETING'), PRICES);
  expect(tag?.words).toMatch(/0\.0712/u);
  expect(tag?.long).toMatch(/Portugal/u);
  expect(tag?.long).toMatch(/2026/u);
});

test('what is not known says why; replies say how many are free and what comes then', () => {
  expect(priceTag(step(false, 'UTILITY'), PRICES)).toEqual({
    words: 'price unknown',
    long: 'There is no rate for it.',
  });
  const reply = priceTag(step(true, null), PRICES);
  expect(reply?.words).toBe('free reply');
  expect(reply?.long).toMatch(/1,?000/u);
  expect(reply?.long).toMatch(/0\.0123/u);
  expect(priceTag(step(true, null), all('0', null))?.words).toBe('free in window');
  expect(priceTag(step(true, null), all('0.0123', null))?.words).toMatch(/0\.0123/u);
});

test('without messages, without a template that is here, or before prices are known there is no tag', () => {
  expect(priceTag({ messages: [] } as unknown as JourneyStep, PRICES)).toBeNull();
  expect(priceTag(step(false, null), PRICES)).toBeNull();
  expect(priceTag(step(true, null), { of: new Map(), freeReplies: 1000 })).toBeNull();
});
