/** The edits the map asks for. */

import type { Point } from '@/graph-view';
import type { Edit, Position } from '@/host';
import type { Card, Link } from './graph';

/**
 * Deletes screens. A screen whose id is missing or double cannot be named, so it goes by its place.
 */
export function deleteScreens(cards: readonly Card[]): Edit {
  const named = cards.filter(isNamed);
  const nameless = cards.filter((card) => !isNamed(card));
  const edits: Edit[] = [];
  // By place first: deleting by name would shift the places.
  if (nameless.length > 0) {
    edits.push({ type: 'RemoveItems', items: nameless.map((card) => `/screens/${card.number - 1}`) });
  }
  if (named.length > 0) edits.push({ type: 'DeleteScreens', screens: named.map((card) => card.id) });
  return together(edits);
}

/** Copies screens; `offset` says how far the copies stand from them. */
export function duplicateScreens(cards: readonly Card[], offset: Point | null): Edit {
  const named = cards.filter(isNamed);
  const nameless = cards.filter((card) => !isNamed(card));
  const edits: Edit[] = [];
  if (nameless.length > 0) {
    edits.push({ type: 'DuplicateItems', items: nameless.map((card) => `/screens/${card.number - 1}`) });
  }
  if (named.length > 0)
    edits.push({ type: 'DuplicateScreens', screens: named.map((card) => card.id), offset });
  return together(edits);
}

/** Renames what people read at the top of a screen. */
export function retitle(card: Card, title: string): Edit {
  return { type: 'SetProperty', at: `/screens/${card.number - 1}`, key: 'title', value: title };
}

/** Moves cards, as one step. `places` are the stored ones. */
export function moveScreens(places: ReadonlyMap<string, Point>): Edit {
  const positions: { [key: string]: Position } = {};
  for (const [key, at] of places) positions[key] = { x: at.x, y: at.y };
  return { type: 'MoveCards', positions };
}

/** Takes a link away. */
export function disconnect(link: Link, cards: ReadonlyMap<string, Card>): Edit | null {
  const from = cards.get(link.from);
  if (from === undefined) return null;
  return { type: 'DisconnectScreens', from: from.id, to: link.toId };
}

/** Lets a link reach another screen: the part that leads there stays the same. */
export function redirect(link: Link, to: Card, cards: ReadonlyMap<string, Card>, name: string): Edit | null {
  const from = cards.get(link.from);
  if (from === undefined || to.id === link.toId) return null;
  const parts = link.ways.filter((way) => way.startsWith('/screens/'));
  if (parts.length === 0) {
    return {
      type: 'Batch',
      name,
      edits: [
        { type: 'DisconnectScreens', from: from.id, to: link.toId },
        { type: 'ConnectScreens', from: from.id, to: to.id, via: null },
      ],
    };
  }
  return together(
    parts.map((via) => ({ type: 'ConnectScreens', from: from.id, to: to.id, via })),
    name,
  );
}

/** Whether edits can name the screen by its id. */
export function isNamed(card: Card): boolean {
  return card.key === card.id;
}

function together(edits: Edit[], name: string | null = null): Edit {
  const [first] = edits;
  return first !== undefined && edits.length === 1 ? first : { type: 'Batch', name, edits };
}
