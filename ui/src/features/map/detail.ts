import { detailBy } from '@/graph-view';

/** How much a screen's card shows at a zoom, where 1 is 100 %. */
export const detailAt = detailBy({ all: 0.85, most: 0.4, title: 0.25 });
