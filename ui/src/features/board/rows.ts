import type { Followed, MessageCard, OtherTemplate, Standing } from '@/host';

/** Where a template stands, as the board sorts it. */
export type BoardState =
  | 'draft'
  | 'changed'
  | 'waiting'
  | 'approved'
  | 'refused'
  | 'paused'
  | 'gone'
  | 'other';

/** The states in the order of the board: what wants something of the owner comes first. */
export const STATES: readonly BoardState[] = [
  'refused',
  'paused',
  'gone',
  'changed',
  'waiting',
  'draft',
  'approved',
  'other',
];

/** One template, here or only at the account. */
export interface BoardRow {
  /** Its id here; of one that is only at the account `other:` and its id there. */
  id: string;
  /** Its id here; null when it is only at the account. */
  message: string | null;
  name: string;
  remoteName: string | null;
  language: string | null;
  category: string | null;
  /** What Meta filed it under, or will, when that is something else. */
  filed: string | null;
  state: BoardState;
  /** Meta's word for its state; null when it was never sent in. */
  status: string | null;
  /** Meta's word for why it was rejected. */
  reason: string | null;
  said: string | null;
  quality: string | null;
  /** What is here is not what was sent in. */
  isChanged: boolean;
  blocked: number;
  /** When that was known, ms since 1970. */
  at: number | null;
}

export function stateOf(status: string, isCurrent: boolean): BoardState {
  switch (status) {
    case 'APPROVED':
      return isCurrent ? 'approved' : 'changed';
    case 'PENDING':
    case 'IN_APPEAL':
      return 'waiting';
    case 'REJECTED':
      return 'refused';
    case 'DELETED':
    case 'PENDING_DELETION':
      return 'gone';
    default:
      return 'paused';
  }
}

/** Every template of this workspace and of the account. */
export function boardRows(
  cards: readonly MessageCard[],
  standings: readonly Followed[],
  others: readonly OtherTemplate[],
): BoardRow[] {
  const known = new Map(standings.map(({ message, standing }) => [message, standing]));
  const own = cards
    .filter((card) => card.kind === 'template')
    .map((card) => ownRow(card, known.get(card.id) ?? null));
  const rows = [...own, ...others.map(otherRow)];
  return rows.sort(
    (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || a.name.localeCompare(b.name),
  );
}

function ownRow(card: MessageCard, standing: Standing | null): BoardRow {
  const filed = standing === null ? null : (standing.correctCategory ?? standing.category);
  return {
    id: card.id,
    message: card.id,
    name: card.name,
    remoteName: card.remoteName,
    language: card.language,
    category: card.category,
    filed: filed !== null && filed !== card.category ? filed : null,
    state: standing === null ? 'draft' : stateOf(standing.status, standing.isCurrent),
    status: standing?.status ?? null,
    reason: standing?.reason ?? null,
    said: standing?.said ?? null,
    quality: standing?.quality ?? null,
    isChanged: standing !== null && !standing.isCurrent,
    blocked: card.blocked,
    at: standing === null ? null : Number(standing.at),
  };
}

function otherRow(other: OtherTemplate): BoardRow {
  return {
    id: `other:${other.id}`,
    message: null,
    name: other.name,
    remoteName: other.name,
    language: other.language,
    category: other.category,
    filed: null,
    state: 'other',
    status: other.status,
    reason: null,
    said: null,
    quality: other.quality,
    isChanged: false,
    blocked: 0,
    at: null,
  };
}

/** Rows in one of these states (none means all) that hold what was typed. */
export function shownRows(
  rows: readonly BoardRow[],
  states: ReadonlySet<BoardState>,
  typed: string,
): BoardRow[] {
  const wanted = typed.trim().toLocaleLowerCase();
  const has = (row: BoardRow) =>
    [row.name, row.remoteName ?? '', row.language ?? ''].some((text) =>
      text.toLocaleLowerCase().includes(wanted),
    );
  return rows.filter((row) => (states.size === 0 || states.has(row.state)) && has(row));
}
