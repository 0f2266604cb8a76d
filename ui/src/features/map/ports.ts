/** Where lines leave and enter cards, and the curve between. */

import type { Box, Point } from '@/graph-view';
import { CARD_WIDTH, center } from './geometry';

/** A side of a card as it is drawn. */
export type Side = 'left' | 'right' | 'top' | 'bottom';

/** One end of a line: the side of the card, and how far along it from the top or the left. */
export interface Port {
  side: Side;
  offset: number;
}

/** Both ends of a line. */
export interface Ports {
  from: Port;
  to: Port;
}

/** A card this near to standing above another one is joined from foot to head. */
const SAME_COLUMN = CARD_WIDTH * 0.6;
/** The shortest distance of two ends on a side, as long as they fit. */
const LEAST_DISTANCE = 20;

/** The sides a line uses between two cards. */
export function sides(from: Box, to: Box, rtl: boolean): { from: Side; to: Side } {
  const a = center(from);
  const b = center(to);
  const above = from.y + from.height < to.y || to.y + to.height < from.y;
  if (above && Math.abs(a.x - b.x) < SAME_COLUMN) {
    return a.y < b.y ? { from: 'bottom', to: 'top' } : { from: 'top', to: 'bottom' };
  }
  if (Math.abs(a.x - b.x) < 1) return rtl ? { from: 'left', to: 'right' } : { from: 'right', to: 'left' };
  return a.x < b.x ? { from: 'right', to: 'left' } : { from: 'left', to: 'right' };
}

/** What `portsOf` needs to know of a line. */
export interface Line {
  id: string;
  from: string;
  to: string;
}

/**
 * The ends of all lines. Ends that share a side are spread over it in the order of the cards they lead to, so that
 * lines do not cross at the card; an end alone sits in the middle.
 */
export function portsOf(
  boxes: ReadonlyMap<string, Box>,
  lines: readonly Line[],
  rtl: boolean,
): Map<string, Ports> {
  interface End {
    line: string;
    end: 'from' | 'to';
    side: Side;
    /** Where the other card stands along this side. */
    toward: number;
  }
  const ports = new Map<string, Ports>();
  const bySide = new Map<string, End[]>();
  const note = (card: string, end: End) => {
    const key = `${end.side} ${card}`;
    const list = bySide.get(key);
    if (list === undefined) bySide.set(key, [end]);
    else list.push(end);
  };
  for (const line of lines) {
    const from = boxes.get(line.from);
    const to = boxes.get(line.to);
    if (from === undefined || to === undefined) continue;
    const side = sides(from, to, rtl);
    const along = (box: Box, at: Side) => (isUpright(at) ? center(box).y : center(box).x);
    note(line.from, { line: line.id, end: 'from', side: side.from, toward: along(to, side.from) });
    note(line.to, { line: line.id, end: 'to', side: side.to, toward: along(from, side.to) });
    ports.set(line.id, {
      from: { side: side.from, offset: middle(from, side.from) },
      to: { side: side.to, offset: middle(to, side.to) },
    });
  }
  for (const [key, ends] of bySide) {
    const box = boxes.get(key.slice(key.indexOf(' ') + 1));
    if (box === undefined) continue;
    ends.sort((a, b) => a.toward - b.toward || (a.end === b.end ? 0 : a.end === 'to' ? -1 : 1));
    ends.forEach((end, index) => {
      const line = ports.get(end.line);
      if (line !== undefined) line[end.end].offset = spread(box, end.side, index, ends.length);
    });
  }
  return ports;
}

/** The middle of a side. */
export function middle(box: Box, side: Side): number {
  return spread(box, side, 0, 1);
}

/** The left and right sides run upright. */
function isUpright(side: Side): boolean {
  return side === 'left' || side === 'right';
}

function spread(box: Box, side: Side, index: number, count: number): number {
  const length = isUpright(side) ? box.height : box.width;
  const step = Math.max(length / (count + 1), Math.min(LEAST_DISTANCE, length / count));
  return length / 2 + (index - (count - 1) / 2) * step;
}

/** The place of a port on the map. */
export function portPoint(card: Box, port: Port): Point {
  if (port.side === 'left') return { x: card.x, y: card.y + port.offset };
  if (port.side === 'right') return { x: card.x + card.width, y: card.y + port.offset };
  if (port.side === 'top') return { x: card.x + port.offset, y: card.y };
  return { x: card.x + port.offset, y: card.y + card.height };
}

/** A cubic curve. */
export interface Curve {
  from: Point;
  to: Point;
  control: [Point, Point];
}

/** The curve between two ends: it leaves and enters at a right angle, and is straight where the ends are level. */
export function curve(from: Point, fromSide: Side, to: Point, toSide: Side): Curve {
  const upright = fromSide === 'top' || fromSide === 'bottom';
  const distance = upright ? Math.abs(to.y - from.y) : Math.abs(to.x - from.x);
  const reach = Math.max(distance / 2, 24);
  return { from, to, control: [away(from, fromSide, reach), away(to, toSide, reach)] };
}

function away(at: Point, side: Side, by: number): Point {
  if (side === 'left') return { x: at.x - by, y: at.y };
  if (side === 'right') return { x: at.x + by, y: at.y };
  if (side === 'top') return { x: at.x, y: at.y - by };
  return { x: at.x, y: at.y + by };
}

/** The curve between two cards that no other line shares a side with. */
export function curveBetween(from: Box, to: Box, rtl: boolean): Curve {
  const side = sides(from, to, rtl);
  const start = portPoint(from, { side: side.from, offset: middle(from, side.from) });
  const end = portPoint(to, { side: side.to, offset: middle(to, side.to) });
  return curve(start, side.from, end, side.to);
}

/** The curve as SVG path data. */
export function pathData({ from, to, control: [a, b] }: Curve): string {
  return `M${from.x},${from.y} C${a.x},${a.y} ${b.x},${b.y} ${to.x},${to.y}`;
}

/** Length of an arrow, and half its width. */
const ARROW = { length: 8, half: 4.5 };

/** An arrow that arrives where the curve ends, as SVG path data. */
export function arrowHead({ to, control: [, before] }: Curve): string {
  // A curve arrives at a right angle: straight across or straight down.
  const x = Math.sign(to.x - before.x) * ARROW.length;
  const y = Math.sign(to.y - before.y) * ARROW.length;
  const wide = ARROW.half / ARROW.length;
  return `M${to.x},${to.y} l${-x - y * wide},${-y + x * wide} l${2 * y * wide},${-2 * x * wide} z`;
}

/** The point of a curve at `t` between 0 and 1. */
export function pointOn({ from, to, control: [a, b] }: Curve, t: number): Point {
  const s = 1 - t;
  const mix = (p: number, q: number, r: number, u: number) =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
  return { x: mix(from.x, a.x, b.x, to.x), y: mix(from.y, a.y, b.y, to.y) };
}
