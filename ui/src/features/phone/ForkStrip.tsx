import { listWords, wordsText } from '@/flow-words';
import type { Fork, JsonValue, Pointer } from '@/host';
import { t } from '@/i18n';
import styles from './fork-strip.module.css';

/** Every branch of an If or Switch in the words of the tree, in file order. */
export function branchesOf(screen: JsonValue, fork: Fork): { list: Pointer; words: string }[] {
  return fork.branches.map((list) => {
    const words = listWords(screen, list);
    return { list, words: words === null ? '' : wordsText(words) };
  });
}

/** What is drawn of an If or Switch above what it shows: its branches, the shown one marked. The pointer chooses. */
export function ForkStrip({
  branches,
  shown,
  empty,
  onLook,
}: {
  branches: readonly { list: Pointer; words: string }[];
  shown: Pointer | null;
  /** Nothing stands in the shown branch. */
  empty: boolean;
  onLook(list: Pointer): void;
}) {
  return (
    <span className={styles.strip}>
      {branches.map(({ list, words }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the option around it hears the arrow keys
        <span
          key={list}
          className={styles.branch}
          data-shown={list === shown || undefined}
          onClick={() => onLook(list)}
        >
          <bdi>{words}</bdi>
        </span>
      ))}
      {empty && (
        <span className={styles.empty}>{t(shown === null ? 'phone.branchNone' : 'phone.branchEmpty')}</span>
      )}
    </span>
  );
}
