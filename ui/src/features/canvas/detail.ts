/** How much a card shows at a zoom. */

/** From everything to a block of colour. */
export type Detail = 'all' | 'most' | 'title' | 'block';

/** The level for a zoom, where 1 is 100 %. */
export function detailAt(zoom: number): Detail {
  // Half a percent of slack: 85 % as shown on the control counts as 85 %.
  if (zoom >= 0.845) return 'all';
  if (zoom >= 0.545) return 'most';
  if (zoom >= 0.295) return 'title';
  return 'block';
}
