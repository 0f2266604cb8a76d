import MiniSearch from 'minisearch';
import type { Starter } from '@/host';

export interface Found {
  starters: Starter[];
  /** The nearest word there is, when nothing has the typed one in it. */
  meant: string | null;
}

type Entry = {
  id: string;
  title: string;
  summary: string;
  keywords: string;
  trade: string;
  stage: string;
  chat: string;
};

/** Finds starters by words of their title, summary, trade, goal and chat. */
export class StarterSearch {
  readonly #index: MiniSearch<Entry>;
  readonly #byId: ReadonlyMap<string, Starter>;

  /** `tradeName` and `stageName` give the words people see for a trade and a goal. */
  constructor(
    starters: readonly Starter[],
    tradeName: (trade: string) => string,
    stageName: (stage: Starter['stage']) => string,
  ) {
    this.#byId = new Map(starters.map((starter) => [starter.id, starter]));
    this.#index = new MiniSearch<Entry>({
      fields: ['title', 'keywords', 'trade', 'stage', 'summary', 'chat'],
      searchOptions: { prefix: true, boost: { title: 3, keywords: 2, trade: 2 }, combineWith: 'AND' },
      processTerm: (term) => (term.length < 2 ? null : term.toLocaleLowerCase()),
    });
    this.#index.addAll(
      starters.map((starter) => ({
        id: starter.id,
        title: starter.title,
        summary: starter.summary,
        keywords: starter.keywords.join(' '),
        trade: tradeName(starter.trade),
        stage: stageName(starter.stage),
        chat: `${starter.chat.message} ${starter.chat.button}`,
      })),
    );
  }

  find(typed: string): Found {
    // What people write around the word that counts must not hide it: any word may match when not all do.
    const exact = this.#index.search(typed);
    if (exact.length > 0) return { starters: this.#starters(exact), meant: null };
    const near = this.#index.search(typed, { fuzzy: 0.25 });
    if (near.length > 0) return { starters: this.#starters(near), meant: this.#meant(typed) };
    const any = this.#index.search(typed, { combineWith: 'OR' });
    return { starters: this.#starters(any), meant: null };
  }

  #starters(results: readonly { id: string }[]): Starter[] {
    return results.flatMap(({ id }) => this.#byId.get(id) ?? []);
  }

  #meant(typed: string): string | null {
    const [best] = this.#index.autoSuggest(typed, { fuzzy: 0.25, prefix: false });
    return best?.suggestion ?? null;
  }
}
