/** Cards and links as the node editor takes them. What did not change keeps its identity, and is not drawn again. */

import { type Edge, type Node, Position } from '@xyflow/react';
import { wordsText } from '@/flow-words';
import type { Box, Point } from '@/graph-view';
import { t } from '@/i18n';
import { CARD_HEIGHT, CARD_WIDTH, cardBox } from './geometry';
import { type Card, type Graph, type Link, outgoing, storyOrder } from './graph';
import { type Ports, portsOf } from './ports';

export type CardNode = Node<{ card: Card }, 'screen'>;
/** Stands for a screen that a button leads to and that does not exist. */
export type GoneNode = Node<{ id: string; link: Link }, 'gone'>;
export type MapNode = CardNode | GoneNode;
export type LinkEdge = Edge<{ link: Link; ports: Ports; touched: boolean; rtl: boolean }, 'link'>;

/** Size of the stand-in for a missing screen. */
export const GONE_WIDTH = 112;
export const GONE_HEIGHT = 40;

/** Fixed sizes and ends, so that nothing has to be measured on the page. */
function ends(width: number, height: number): Node['handles'] {
  const end = { width: 0, height: 0, y: height / 2 };
  return [
    { ...end, type: 'source', position: Position.Right, x: width },
    { ...end, type: 'target', position: Position.Left, x: 0 },
  ];
}

const CARD_SHAPE = {
  width: CARD_WIDTH,
  height: CARD_HEIGHT,
  measured: { width: CARD_WIDTH, height: CARD_HEIGHT },
  handles: ends(CARD_WIDTH, CARD_HEIGHT),
};
const GONE_SHAPE = {
  width: GONE_WIDTH,
  height: GONE_HEIGHT,
  measured: { width: GONE_WIDTH, height: GONE_HEIGHT },
  handles: ends(GONE_WIDTH, GONE_HEIGHT),
};

/** Key of the stand-in at the end of a link. */
function goneKey(link: Link): string {
  return `gone ${link.id}`;
}

/** What a screen reader says of a card. */
export function cardLabel(card: Card, links: readonly Link[], titles: ReadonlyMap<string, string>): string {
  const said = [
    t('map.card', { title: card.title === '' ? t('map.untitled') : card.title, number: card.number }),
  ];
  if (card.entry) said.push(t('map.cardStart'));
  if (card.severity === 'blocked') said.push(t('map.cardBlocked', { headline: card.headline ?? '' }));
  if (card.severity === 'risky') said.push(t('map.cardRisky', { headline: card.headline ?? '' }));
  if (card.questions > 0) said.push(t('map.cardQuestions', { count: card.questions }));
  if (links.length > 0) {
    const names = links.map((link) => {
      const title = link.to === null ? link.toId : (titles.get(link.to) ?? link.toId);
      const words = link.words.map(wordsText).join(', ');
      return words === '' ? title : `${title} (${words})`;
    });
    said.push(t('map.cardLeadsTo', { titles: names.join(', ') }));
  }
  if (card.terminal) said.push(t('map.cardEnd'));
  else if (links.length === 0) said.push(t('map.cardNowhere'));
  return said.join(', ');
}

/** Labels change with the graph only, not with a drag. */
export function cardLabels(graph: Graph): Map<string, string> {
  const links = outgoing(graph);
  const titles = new Map(graph.cards.map((card) => [card.key, card.title]));
  return new Map(graph.cards.map((card) => [card.key, cardLabel(card, links.get(card.key) ?? [], titles)]));
}

/** The nodes in the order of the story, so that the page's own order is the one Tab follows. */
export function nodesOf(
  before: readonly MapNode[],
  graph: Graph,
  places: ReadonlyMap<string, Point>,
  selected: ReadonlySet<string>,
  labels: ReadonlyMap<string, string>,
  rtl: boolean,
): MapNode[] {
  const old = new Map(before.map((node) => [node.id, node]));
  const cards = new Map(graph.cards.map((card) => [card.key, card]));
  const nodes: MapNode[] = [];
  for (const key of storyOrder(graph)) {
    const card = cards.get(key);
    const position = places.get(key);
    if (card === undefined || position === undefined) continue;
    const isSelected = selected.has(key);
    const ariaLabel = labels.get(key) ?? '';
    const known = old.get(key);
    if (
      known?.type === 'screen' &&
      known.data.card === card &&
      known.selected === isSelected &&
      known.ariaLabel === ariaLabel &&
      known.position.x === position.x &&
      known.position.y === position.y
    ) {
      nodes.push(known);
      continue;
    }
    nodes.push({
      ...CARD_SHAPE,
      id: key,
      type: 'screen',
      data: known?.type === 'screen' && known.data.card === card ? known.data : { card },
      position,
      selected: isSelected,
      zIndex: isSelected ? 1 : 0,
      ariaLabel,
      domAttributes: { 'aria-roledescription': t('map.cardKind'), 'aria-current': isSelected || undefined },
    });
  }
  for (const [key, box, link] of goneBoxes(graph, places, rtl)) {
    const known = old.get(key);
    if (
      known?.type === 'gone' &&
      known.data.link === link &&
      known.position.x === box.x &&
      known.position.y === box.y
    ) {
      nodes.push(known);
      continue;
    }
    nodes.push({
      ...GONE_SHAPE,
      id: key,
      type: 'gone',
      data: { id: link.toId, link },
      position: { x: box.x, y: box.y },
      draggable: false,
      selectable: false,
      focusable: false,
    });
  }
  return nodes;
}

/** Stand-ins stand behind the card that leads to them, one below the other. */
function goneBoxes(graph: Graph, places: ReadonlyMap<string, Point>, rtl: boolean): [string, Box, Link][] {
  const boxes: [string, Box, Link][] = [];
  const count = new Map<string, number>();
  for (const link of graph.links) {
    const from = places.get(link.from);
    if (link.to !== null || from === undefined) continue;
    const nth = count.get(link.from) ?? 0;
    count.set(link.from, nth + 1);
    const x = rtl ? from.x - 56 - GONE_WIDTH : from.x + CARD_WIDTH + 56;
    const y = from.y + CARD_HEIGHT - GONE_HEIGHT - nth * (GONE_HEIGHT + 12);
    boxes.push([goneKey(link), { x, y, width: GONE_WIDTH, height: GONE_HEIGHT }, link]);
  }
  return boxes;
}

/** Where the lines leave and enter. Worked out for cards at rest; a line in motion minds only its own cards. */
export function linkPorts(
  graph: Graph,
  settled: ReadonlyMap<string, Point>,
  rtl: boolean,
): Map<string, Ports> {
  const boxes = new Map<string, Box>();
  for (const [key, at] of settled) boxes.set(key, cardBox(at));
  for (const [key, box] of goneBoxes(graph, settled, rtl)) boxes.set(key, box);
  const lines = graph.links.map((link) => ({ id: link.id, from: link.from, to: link.to ?? goneKey(link) }));
  return portsOf(boxes, lines, rtl);
}

/** The edges; those that touch a selected card are lit. */
export function edgesOf(
  before: readonly LinkEdge[],
  graph: Graph,
  ports: ReadonlyMap<string, Ports>,
  selected: ReadonlySet<string>,
  rtl: boolean,
): LinkEdge[] {
  const old = new Map(before.map((edge) => [edge.id, edge]));
  const titles = new Map(graph.cards.map((card) => [card.key, card.title]));
  return graph.links.flatMap((link) => {
    const own = ports.get(link.id);
    if (own === undefined) return [];
    const touched = selected.has(link.from) || (link.to !== null && selected.has(link.to));
    const known = old.get(link.id);
    const data = known?.data;
    if (known !== undefined && data?.link === link && data.touched === touched && samePorts(data.ports, own))
      return [known];
    const ends = { from: titles.get(link.from) ?? link.from, to: titles.get(link.to ?? '') ?? link.toId };
    const words = link.words.map(wordsText).join(', ');
    const label = words === '' ? t('map.link', ends) : t('map.linkWords', { ...ends, words });
    return [
      {
        id: link.id,
        type: 'link' as const,
        source: link.from,
        target: link.to ?? goneKey(link),
        data: { link, ports: own, touched, rtl },
        ariaLabel: link.broken ? `${label}, ${t('map.linkBroken')}` : label,
      },
    ];
  });
}

function samePorts(a: Ports, b: Ports): boolean {
  return (
    a.from.side === b.from.side &&
    a.from.offset === b.from.offset &&
    a.to.side === b.to.side &&
    a.to.offset === b.to.offset
  );
}
