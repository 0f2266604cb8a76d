import { useOnViewportChange, type Viewport } from '@xyflow/react';
import { type RefObject, useCallback, useLayoutEffect } from 'react';

/** How much a card shows, from everything to a block of colour. */
export type Detail = 'all' | 'most' | 'title' | 'block';

/** The level for a zoom, where 1 is 100 %, by the least zoom of each; below the last it is a block. */
export function detailBy(least: Readonly<Record<Exclude<Detail, 'block'>, number>>) {
  return (zoom: number): Detail => {
    // Half a percent of slack: 85 % as shown on the control counts as 85 %.
    const shows = (level: keyof typeof least) => zoom >= least[level] - 0.005;
    return (['all', 'most', 'title'] as const).find(shows) ?? 'block';
  };
}

/**
 * Lets the cards know how much they show, and how much marks grow against the zoom. Only attributes change: no card is
 * drawn anew. `told` hears each level; give a function that stays.
 */
export function useDetail(
  root: RefObject<HTMLElement | null>,
  opening: Viewport | undefined,
  detailAt: (zoom: number) => Detail,
  told?: (detail: Detail) => void,
): void {
  const follow = useCallback(
    ({ zoom }: Viewport) => {
      const at = root.current;
      if (at === null) return;
      const detail = detailAt(zoom);
      at.dataset.detail = detail;
      // In steps: each one asks the page to measure its words again.
      const unzoom = Math.round((1 / zoom) * 8) / 8;
      at.style.setProperty('--unzoom', String(unzoom));
      at.style.setProperty('--mark', String(Math.min(4, Math.max(1, unzoom))));
      told?.(detail);
    },
    [root, detailAt, told],
  );
  useOnViewportChange({ onChange: follow });
  // The first view tells nobody.
  useLayoutEffect(() => {
    if (opening !== undefined) follow(opening);
  }, [follow, opening]);
}
