import type { LayoutAnswer, LayoutRequest } from './layout';

/** Longer than this nobody waits for a layout. */
const PATIENCE_MS = 20_000;

let running: { worker: Worker; stop: () => void } | null = null;

/** New places, worked out beside the page. `null` when it was asked again meanwhile, or took too long. */
export function tidyInWorker(request: LayoutRequest): Promise<LayoutAnswer | null> {
  running?.stop();
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    const finish = (answer: LayoutAnswer | null) => {
      window.clearTimeout(patience);
      worker.terminate();
      if (running?.worker === worker) running = null;
      resolve(answer);
    };
    const patience = window.setTimeout(() => finish(null), PATIENCE_MS);
    running = { worker, stop: () => finish(null) };
    worker.onmessage = (event: MessageEvent<LayoutAnswer>) => finish(event.data);
    worker.onerror = () => finish(null);
    worker.postMessage(request);
  });
}
