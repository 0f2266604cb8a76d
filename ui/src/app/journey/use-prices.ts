import { useEffect, useState } from 'react';
import { type Prices, pricesOf } from '@/features/canvas';
import { host } from '@/host';
import { useCountry } from '../preferences';

const NONE: Prices = { of: new Map(), freeReplies: null };

/** What messages cost in the country that prices are told for; nothing until that is known. */
export function usePrices(): Prices {
  const country = useCountry();
  const [prices, setPrices] = useState(NONE);
  useEffect(() => {
    let stale = false;
    void host.journeyPrices(country).then((answer) => {
      if (!stale && answer.ok) setPrices(pricesOf(answer.data));
    });
    return () => {
      stale = true;
    };
  }, [country]);
  return prices;
}
