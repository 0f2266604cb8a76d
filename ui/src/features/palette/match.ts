import MiniSearch from 'minisearch';
import type { Command } from '@/kit';

/** Commands that fit what was typed, the best first; all of them, the recent first, when nothing was. */
export function matching(
  commands: readonly Command[],
  typed: string,
  usedAt: (id: string) => number,
): Command[] {
  const offered = commands.filter((command) => command.keysOnly !== true);
  if (typed.trim() === '') {
    return [...offered].sort((a, b) => usedAt(b.id) - usedAt(a.id));
  }
  const index = new MiniSearch<{ id: string; title: string; words: string; group: string }>({
    fields: ['title', 'words', 'group'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3 }, combineWith: 'AND' },
  });
  index.addAll(offered.map(({ id, title, words = '', group }) => ({ id, title, words, group })));
  const byId = new Map(offered.map((command) => [command.id, command]));
  return index.search(typed).flatMap(({ id }) => byId.get(id) ?? []);
}
