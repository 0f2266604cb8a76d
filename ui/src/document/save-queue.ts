import type { Answer, WireError } from '@/host';

/** Whether what is on the screen is on the disk. */
export type Saved = { state: 'saved' } | { state: 'saving' } | { state: 'failed'; error: WireError };

/** What a queue tells the document it works for. */
export interface Told<T> {
  /** Something was changed. */
  took(data: T): void;
  saved(saved: Saved): void;
  /** The core refused a change. */
  refused(error: WireError): void;
}

/** Commands of one document, one at a time and in order. */
export interface SaveQueue<T> {
  /** Puts a command into the line; `took` is told of its answer in place of the queue's own. */
  add(command: () => Promise<Answer<T | null>>, took?: (data: T) => void): Promise<Answer<T | null>>;
  /** Waits for what is in the line now, and has the line wait for it: it reads, and is nothing that is saved. */
  read<R>(read: () => Promise<R>): Promise<R>;
  /** Tries the last command again that the disk refused. */
  retry(took?: (data: T) => void): Promise<Answer<T | null>>;
}

/** "Saving" is only said when it takes longer than this. */
const SAVING_MS = 400;

const ON_DISK: readonly string[] = ['disk_full', 'read_only', 'locked', 'newer_format', 'damaged'];

export function saveQueue<T>(told: Told<T>): SaveQueue<T> {
  let line: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let timer = 0;
  /** The last command the disk refused. */
  let unsaved: (() => Promise<Answer<T | null>>) | null = null;

  const add: SaveQueue<T>['add'] = (command, took = told.took) => {
    waiting += 1;
    if (timer === 0) timer = window.setTimeout(() => told.saved({ state: 'saving' }), SAVING_MS);
    const turn = line.then(command).then((answer) => {
      waiting -= 1;
      if (waiting === 0) {
        window.clearTimeout(timer);
        timer = 0;
      }
      if (answer.ok) {
        unsaved = null;
        if (answer.data !== null) took(answer.data);
        if (waiting === 0) told.saved({ state: 'saved' });
      } else if (ON_DISK.includes(answer.error.code)) {
        unsaved = command;
        told.saved({ state: 'failed', error: answer.error });
      } else if (answer.error.code !== 'cancelled') {
        told.saved({ state: 'saved' });
        told.refused(answer.error);
      }
      return answer;
    });
    line = turn;
    return turn;
  };

  return {
    add,
    read: (read) => {
      const turn = line.then(read);
      line = turn;
      return turn;
    },
    retry: (took) => add(unsaved ?? (() => Promise.resolve({ ok: true, data: null })), took),
  };
}
