/** The map as data: cards and links, made from the mirror. Objects that did not change keep their identity. */

import { shallow } from 'zustand/shallow';
import { branchWords, type LinkWords, partsOf } from '@/flow-words';
import type { Point } from '@/graph-view';
import type { Diagnostic, Edge, JsonValue, Pointer, Screen } from '@/host';

/** One screen as the map shows it. */
export interface Card {
  /** Key of the screen in the mirror. */
  key: string;
  /** Its id; empty when missing. */
  id: string;
  /** Place in the file, from 1. */
  number: number;
  title: string;
  entry: boolean;
  terminal: boolean;
  at: Point;
  /** The worst that is found on it. Advice shows no mark. */
  severity: 'blocked' | 'risky' | null;
  /** Sentence of the worst finding. */
  headline: string | null;
  /** How many answers it asks for. */
  questions: number;
}

/** All ways from one screen to another, drawn as one line. */
export interface Link {
  /** Stable while both ends stay. */
  id: string;
  /** Key of the screen it leaves. */
  from: string;
  /** Key of the screen it reaches; `null` when there is no such screen. */
  to: string | null;
  /** Id it reaches, as written. */
  toId: string;
  /** The parts that lead there. */
  ways: Pointer[];
  /** Nothing when it is the only way out. */
  words: LinkWords[];
  broken: boolean;
}

/** Cards in file order, links in the order of the edges. */
export interface Graph {
  cards: readonly Card[];
  links: readonly Link[];
}

/** No screens yet. */
export const EMPTY: Graph = { cards: [], links: [] };

/** Builds the graph; cards and links equal to those of `before` are taken over from it. */
export function buildGraph(
  before: Graph,
  screens: readonly Screen[],
  edges: readonly Edge[],
  diagnostics: readonly Diagnostic[],
): Graph {
  const worst = worstByScreen(diagnostics);
  const cardsBefore = new Map(before.cards.map((card) => [card.key, card]));
  const cards = screens.map((screen) => {
    const finding = worst.get(screen.id);
    const card: Card = {
      key: screen.key,
      id: screen.id,
      number: screen.index + 1,
      title: screen.title,
      entry: screen.entry,
      terminal: screen.terminal,
      at: { x: screen.position.x, y: screen.position.y },
      severity: finding === undefined || finding.severity === 'advice' ? null : finding.severity,
      headline: finding === undefined || finding.severity === 'advice' ? null : finding.headline,
      questions: questions(screen),
    };
    const old = cardsBefore.get(screen.key);
    return old !== undefined && sameCard(old, card) ? old : card;
  });
  const linksBefore = new Map(before.links.map((link) => [link.id, link]));
  const links = linksOf(screens, edges).map((link) => {
    const old = linksBefore.get(link.id);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(link) ? old : link;
  });
  return { cards, links: shallow(before.links, links) ? before.links : links };
}

/** Diagnostics come sorted by place; the worst of each screen decides its mark. */
function worstByScreen(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic> {
  const rank = { blocked: 0, risky: 1, advice: 2 };
  const worst = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const screen = diagnostic.place.screen;
    if (screen === null) continue;
    const known = worst.get(screen);
    if (known === undefined || rank[diagnostic.severity] < rank[known.severity])
      worst.set(screen, diagnostic);
  }
  return worst;
}

/** Counted once for each version of a screen: the mirror replaces a screen when anything in it changes. */
const counted = new WeakMap<Screen, number>();

function questions(screen: Screen): number {
  const known = counted.get(screen);
  if (known !== undefined) return known;
  let count = 0;
  // Every part with a name gives an answer, except the Form, which only groups.
  for (const part of partsOf(screen.json))
    if (typeof part.name === 'string' && part.type !== 'Form') count += 1;
  counted.set(screen, count);
  return count;
}

function sameCard(a: Card, b: Card): boolean {
  return (
    a.id === b.id &&
    a.number === b.number &&
    a.title === b.title &&
    a.entry === b.entry &&
    a.terminal === b.terminal &&
    a.at.x === b.at.x &&
    a.at.y === b.at.y &&
    a.severity === b.severity &&
    a.headline === b.headline &&
    a.questions === b.questions
  );
}

function linksOf(screens: readonly Screen[], edges: readonly Edge[]): Link[] {
  const byId = new Map<string, Screen>();
  for (const screen of screens) if (!byId.has(screen.id)) byId.set(screen.id, screen);
  const groups = new Map<string, Edge[]>();
  const targets = new Map<string, Set<string>>();
  for (const edge of edges) {
    const id = JSON.stringify([edge.from, edge.to]);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [edge]);
    else group.push(edge);
    const known = targets.get(edge.from);
    if (known === undefined) targets.set(edge.from, new Set([edge.to]));
    else known.add(edge.to);
  }
  const links: Link[] = [];
  for (const [id, group] of groups) {
    const first = group[0];
    const from = first === undefined ? undefined : byId.get(first.from);
    if (first === undefined || from === undefined) continue;
    // Where a button leads there, the route in the model says nothing new.
    const pressed = group.filter((edge) => edge.kind === 'navigate');
    const ways = pressed.length > 0 ? pressed : group;
    const several = (targets.get(first.from)?.size ?? 0) > 1;
    links.push({
      id,
      from: from.key,
      to: byId.get(first.to)?.key ?? null,
      toId: first.to,
      ways: ways.map((edge) => edge.via),
      words: several ? distinct(ways.map((edge) => wayWords(from.json, edge))) : [],
      broken: group.some((edge) => edge.broken),
    });
  }
  return links;
}

function wayWords(screen: JsonValue, edge: Edge): LinkWords | null {
  if (edge.kind === 'route') return { kind: 'endpoint' };
  return branchWords(screen, edge.via) ?? (edge.label === '' ? null : { kind: 'press', label: edge.label });
}

function distinct(words: (LinkWords | null)[]): LinkWords[] {
  const seen = new Map<string, LinkWords>();
  for (const word of words) if (word !== null) seen.set(JSON.stringify(word), word);
  return [...seen.values()];
}

/**
 * The story: breadth first from where the form can start, along the links, then what nothing leads to, in file order.
 * Tab goes through the cards this way.
 */
export function storyOrder(graph: Graph): readonly string[] {
  const known = told.get(graph);
  if (known !== undefined) return known;
  const order = tell(graph);
  told.set(graph, order);
  return order;
}

/** Told once for each graph: a drag asks with every step. */
const told = new WeakMap<Graph, readonly string[]>();

function tell(graph: Graph): string[] {
  const onward = outgoing(graph);
  const seen = new Set<string>();
  const order: string[] = [];
  const follow = (start: string) => {
    const queue = [start];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (seen.has(next)) continue;
      seen.add(next);
      order.push(next);
      for (const link of onward.get(next) ?? []) if (link.to !== null) queue.push(link.to);
    }
  };
  for (const card of graph.cards) if (card.entry) follow(card.key);
  for (const card of graph.cards) follow(card.key);
  return order;
}

/** Links by the card they leave. */
export function outgoing(graph: Graph): Map<string, Link[]> {
  const map = new Map<string, Link[]>();
  for (const link of graph.links) {
    const list = map.get(link.from);
    if (list === undefined) map.set(link.from, [link]);
    else list.push(link);
  }
  return map;
}

/** Links by the card they reach. */
export function incoming(graph: Graph): Map<string, Link[]> {
  const map = new Map<string, Link[]>();
  for (const link of graph.links) {
    if (link.to === null) continue;
    const list = map.get(link.to);
    if (list === undefined) map.set(link.to, [link]);
    else list.push(link);
  }
  return map;
}
