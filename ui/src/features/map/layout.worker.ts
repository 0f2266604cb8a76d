/** Runs `tidy` beside the page, so that a big map never holds up the hand. */

import { type LayoutRequest, tidy } from './layout';

self.onmessage = (event: MessageEvent<LayoutRequest>) => {
  self.postMessage(tidy(event.data));
};
