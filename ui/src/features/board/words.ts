import { isKey, t } from '@/i18n';
import type { IconName, Tone } from '@/kit';
import type { BoardRow, BoardState } from './rows';

const LOOKS: Record<BoardState, { icon: IconName; tone: Tone }> = {
  draft: { icon: 'edit', tone: 'neutral' },
  changed: { icon: 'history', tone: 'accent' },
  waiting: { icon: 'wait', tone: 'advice' },
  approved: { icon: 'ok', tone: 'ok' },
  refused: { icon: 'refused', tone: 'blocked' },
  paused: { icon: 'risky', tone: 'risky' },
  gone: { icon: 'delete', tone: 'risky' },
  other: { icon: 'download', tone: 'neutral' },
};

export function stateLook(state: BoardState): { icon: IconName; tone: Tone } {
  return LOOKS[state];
}

/** A state in the owner's words; of one that only Meta knows its word. */
export function stateWords(row: BoardRow): string {
  if (row.state === 'draft' || row.state === 'changed') return t(`board.state.${row.state}`);
  return metaWords(row.status ?? '');
}

function metaWords(status: string): string {
  const key = `composer.state.${status}`;
  return isKey(key) ? t(key) : status;
}

/** Why Meta refused it, or what else is to be known; null when nothing is. */
export function whyWords(row: BoardRow): string | null {
  if (row.state === 'refused') {
    const key = `composer.rejected.${row.reason ?? 'NONE'}`;
    const words = isKey(key) ? t(key) : t('composer.rejected.NONE');
    return row.said === null ? words : `${words} ${row.said}`;
  }
  if (row.state === 'gone') return t('board.goneHelp');
  if (row.state === 'draft' && row.blocked > 0) return t('kit.blockedCount', { count: row.blocked });
  if (row.state === 'changed') return t('board.changedHelp');
  if (row.isChanged && row.state !== 'other') return t('board.alsoChanged');
  return null;
}

export function categoryWords(category: string): string {
  const key = `composer.category.${category}`;
  return isKey(key) ? t(key) : category;
}

export function qualityLook(quality: string | null): { words: string; tone: Tone } | null {
  switch (quality) {
    case 'GREEN':
      return { words: t('board.quality.GREEN'), tone: 'ok' };
    case 'YELLOW':
      return { words: t('board.quality.YELLOW'), tone: 'risky' };
    case 'RED':
      return { words: t('board.quality.RED'), tone: 'blocked' };
    default:
      return null;
  }
}
