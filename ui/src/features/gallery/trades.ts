import type { Starter } from '@/host';
import { t } from '@/i18n';
import type { IconName } from '@/kit';

const TRADES = {
  salon: 'salon',
  clinic: 'clinic',
  shop: 'shop',
  restaurant: 'restaurant',
  school: 'school',
  trades: 'trades',
  events: 'events',
  cafe: 'cafe',
  gym: 'gym',
  hotel: 'hotel',
  car: 'car',
  property: 'property',
  charity: 'charity',
} as const satisfies Record<string, IconName>;

function isKnown(trade: string): trade is keyof typeof TRADES {
  return Object.hasOwn(TRADES, trade);
}

/** What people call a trade; a trade the page does not know keeps its own word. */
export function tradeName(trade: string): string {
  return isKnown(trade) ? t(`gallery.trade.${trade}`) : trade;
}

export function tradeIcon(trade: string): IconName {
  return isKnown(trade) ? TRADES[trade] : 'store';
}

/** Every trade that has a starter, the known ones in their order. */
export function tradesOf(starters: readonly Starter[]): string[] {
  const found = new Set(starters.map((starter) => starter.trade));
  const known = Object.keys(TRADES).filter((trade) => found.has(trade));
  return [...known, ...[...found].filter((trade) => !isKnown(trade)).sort()];
}
