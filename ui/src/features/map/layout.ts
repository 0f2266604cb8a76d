/** Tidy: places all cards in columns along the story, folded into as many rows of columns as suit the canvas. */

import { Graph as DagreGraph, layout } from '@dagrejs/dagre';
import { around, type Point } from '@/graph-view';
import { fold } from './fold';
import { CARD_HEIGHT, CARD_WIDTH, COLUMN_GAP, cardBox, GRID, ROW_GAP } from './geometry';

/** What tidying needs; plain data, so that it can cross to a worker. */
export interface LayoutRequest {
  /** Key and place of every card. */
  cards: { key: string; at: Point }[];
  links: { from: string; to: string }[];
  /** Width and height there is to see them in, in px. */
  room: { width: number; height: number };
}

/** New places by key. */
export type LayoutAnswer = { key: string; at: Point }[];

/** Weight of the links that leave a start. */
const STRONGEST = 10;
/** Beyond this the exact ranking takes seconds; the quick one looks nearly the same. */
const EXACT_UP_TO = 150;

/**
 * New places. Gentle: cards of one column keep their order from top to bottom where the links allow, and the whole
 * keeps its top left corner.
 */
export function tidy({ cards, links, room }: LayoutRequest): LayoutAnswer {
  const before = around(cards.map((card) => cardBox(card.at)));
  if (before === null) return [];
  const graph = new DagreGraph({ multigraph: false, compound: false });
  graph.setGraph({
    rankdir: 'LR',
    ranksep: COLUMN_GAP,
    nodesep: ROW_GAP,
    ranker: cards.length > EXACT_UP_TO ? 'longest-path' : 'network-simplex',
  });
  graph.setDefaultEdgeLabel(() => ({}));
  // The first order decides where nothing else does.
  const topFirst = [...cards].sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x);
  for (const card of topFirst) graph.setNode(card.key, { width: CARD_WIDTH, height: CARD_HEIGHT });
  const depth = depths(cards, links);
  for (const { from, to } of links) {
    // Early links are the stronger ones: a card stands beside what leads to it, not far off before where it leads.
    if (from !== to)
      graph.setEdge(from, to, { weight: Math.max(1, STRONGEST - (depth.get(from) ?? STRONGEST)) });
  }
  layout(graph);
  // Cards of one rank share their x.
  const columns = new Map<number, { key: string; y: number }[]>();
  for (const { key } of cards) {
    const { x, y } = graph.node(key);
    const column = columns.get(x);
    if (column === undefined) columns.set(x, [{ key, y }]);
    else column.push({ key, y });
  }
  const inOrder = [...columns].sort(([a], [b]) => a - b).map(([, column]) => column);
  const placed = fold(inOrder, room);
  const after = around(placed.map((card) => cardBox(card.at)));
  if (after === null) return [];
  const dx = before.x - after.x;
  const dy = before.y - after.y;
  return placed.map(({ key, at }) => ({
    key,
    at: { x: snap(at.x + dx), y: snap(at.y + dy) },
  }));
}

/** How many steps each card is from a start. */
function depths(cards: LayoutRequest['cards'], links: LayoutRequest['links']): Map<string, number> {
  const targets = new Set(links.map((link) => link.to));
  const depth = new Map<string, number>();
  let edge = cards.flatMap(({ key }) => (targets.has(key) ? [] : [key]));
  for (let steps = 0; edge.length > 0; steps += 1) {
    for (const key of edge) depth.set(key, steps);
    const here = new Set(edge);
    const next = links.flatMap(({ from, to }) => (here.has(from) && !depth.has(to) ? [to] : []));
    edge = [...new Set(next)];
  }
  return depth;
}

function snap(value: number): number {
  return Math.round(value / (GRID / 2)) * (GRID / 2);
}
