import { describe, expect, test } from 'vitest';
import type { MessageCard, Standing } from '@/host';
import { nextWait } from './pace';
import { boardRows, shownRows, stateOf } from './rows';

function card(id: string, more: Partial<MessageCard> = {}): MessageCard {
  return {
    id,
    kind: 'template',
    name: `Name ${id}`,
    editedAt: '0',
    blocked: 0,
    remoteName: `name_${id}`,
    category: 'UTILITY',
    language: 'en_US',
    sort: null,
    words: '',
    live: 'draft',
    ...more,
  };
}

function standing(status: string, more: Partial<Standing> = {}): Standing {
  return {
    account: 'a',
    status,
    category: 'UTILITY',
    correctCategory: null,
    reason: null,
    said: null,
    quality: null,
    isCurrent: true,
    at: '7',
    ...more,
  };
}

describe('rows', () => {
  test('every state of Meta has its place, also one that is new to us', () => {
    const places = Object.entries({
      PENDING: 'waiting',
      IN_APPEAL: 'waiting',
      REJECTED: 'refused',
      PAUSED: 'paused',
      DISABLED: 'paused',
      DELETED: 'gone',
      PENDING_DELETION: 'gone',
      FROZEN: 'paused',
    });
    for (const [status, place] of places) expect(stateOf(status, true), status).toBe(place);
    expect(stateOf('APPROVED', true)).toBe('approved');
    expect(stateOf('APPROVED', false)).toBe('changed');
    expect(stateOf('REJECTED', false)).toBe('refused');
  });

  test('what wants something of the owner comes first; messages are no templates', () => {
    const rows = boardRows(
      [card('a'), card('b'), card('c'), card('m', { kind: 'message' })],
      [
        { message: 'b', standing: standing('APPROVED', { category: 'MARKETING' }) },
        { message: 'c', standing: standing('REJECTED') },
      ],
      [{ id: '9', name: 'there', language: 'es', status: 'APPROVED', category: null, quality: null }],
    );
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      ['c', 'refused'],
      ['a', 'draft'],
      ['b', 'approved'],
      ['other:9', 'other'],
    ]);
    expect(rows.map(({ filed }) => filed)).toEqual([null, null, 'MARKETING', null]);
  });

  test('states and words narrow what shows', () => {
    const rows = boardRows([card('a'), card('b', { name: 'Árbol' })], [], []);
    expect(shownRows(rows, new Set(), 'ÁRB')).toHaveLength(1);
    expect(shownRows(rows, new Set(['approved']), '')).toHaveLength(0);
    expect(shownRows(rows, new Set(['draft', 'approved']), 'name_')).toHaveLength(2);
  });
});

describe('pace', () => {
  const asked = { waits: true, same: true, failed: false, count: 10 };

  test('it slows down while nothing happens, never for good, and is quick again when something does', () => {
    let wait = 0;
    for (let turn = 0; turn < 30; turn++) {
      const next = nextWait(asked, wait);
      expect(next).toBeGreaterThanOrEqual(wait);
      wait = next;
    }
    expect(wait).toBe(60_000);
    expect(nextWait({ ...asked, same: false }, wait)).toBe(4_000);
  });

  test('a large account is asked as seldom as its list is long', () => {
    expect(nextWait({ ...asked, same: false, count: 6000 }, 0)).toBe(240_000);
  });

  test('one that does not answer is left alone for a while', () => {
    expect(nextWait({ ...asked, failed: true }, 0)).toBeGreaterThan(10_000);
  });
});
