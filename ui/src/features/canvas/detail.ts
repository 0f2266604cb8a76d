import { detailBy } from '@/graph-view';

/** How much a step's card shows at a zoom, where 1 is 100 %. */
export const detailAt = detailBy({ all: 0.85, most: 0.55, title: 0.3 });
