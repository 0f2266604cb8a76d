import type { JourneyStep, MarketPrices, MessagePrice } from '@/host';
import { formatLocale, t } from '@/i18n';

/** What messages cost where prices are told for. */
export interface Prices {
  /** By Meta's name of the category; free-form ones are `SERVICE`. */
  readonly of: ReadonlyMap<string, MessagePrice>;
  /** So many free-form messages cost nothing each month. */
  readonly freeReplies: number | null;
}

export function pricesOf({ prices, freeReplies }: MarketPrices): Prices {
  return { of: new Map(prices.map((price) => [price.category, price])), freeReplies };
}

export interface PriceTag {
  /** In the space of a tag. */
  readonly words: string;
  /** By which rates, and when it is otherwise. */
  readonly long: string;
}

function money(amount: string, currency: string): string {
  return new Intl.NumberFormat(formatLocale(), {
    style: 'currency',
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: 4,
  }).format(Number(amount));
}

function day(iso: string): string {
  return new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(`${iso}T00:00:00Z`),
  );
}

/** What a step's message costs: the template where it sends one, else the reply. Null: nothing can be told of it. */
export function priceTag(step: JourneyStep, prices: Prices): PriceTag | null {
  const template = step.messages.find((message) => !message.freeForm);
  const category = template === undefined ? 'SERVICE' : template.category;
  const price = prices.of.get(category ?? '');
  if (step.messages.length === 0 || price === undefined) return null;
  const costs = costWords(price);
  if (template === undefined && prices.freeReplies !== null)
    return {
      words: t('canvas.price.reply'),
      long: t('canvas.price.replyLong', { count: prices.freeReplies, then: costs.long }),
    };
  if (price.amount !== null && Number(price.amount) === 0)
    return template === undefined
      ? { words: t('canvas.price.inWindow'), long: t('canvas.price.inWindowLong') }
      : { words: t('canvas.price.free'), long: t('canvas.price.freeLong') };
  return costs;
}

function costWords(price: MessagePrice): PriceTag {
  if (price.amount === null) return { words: t('canvas.price.unknown'), long: price.why ?? '' };
  const words = money(price.amount, price.currency ?? 'USD');
  const long = t(price.illustrative ? 'canvas.price.guess' : 'canvas.price.asOf', {
    price: words,
    day: price.validFrom === null ? '' : day(price.validFrom),
    country: countryName(price.country),
  });
  return { words, long };
}

function countryName(country: string): string {
  return new Intl.DisplayNames([formatLocale()], { type: 'region' }).of(country) ?? country;
}
