import { type NodeHandle, Position } from '@xyflow/react';
import type { BubbleText, JourneyStep, StepMessage, StepWay } from '@/host';
import { CARD } from './geometry';

// The sizes of card.module.css and bubble.module.css, in px.
const HEAD = 34;
const LINE = 16;
const ROW = 26;
/** With the borders. */
const FOOT = 14;
/** Letters that surely fit on a line of a bubble: rather a line too many than cards that lie on each other. */
const LETTERS = 25;

/** Ways that have a row of their own on the card: answers and cases always, others where they lead somewhere. */
export function rowsOf(step: JourneyStep): StepWay[] {
  return step.ways.filter((way) => way.role === 'choice' || (way.role !== 'next' && way.to !== null));
}

/** The way that leaves a card at its foot. */
export function mainWay(step: JourneyStep): StepWay | undefined {
  return step.ways.find((way) => way.role === 'next');
}

/** How high a card is at most, in px at 100 %, told without drawing it. */
export function guessedHeight(step: JourneyStep): number {
  const hasRows = step.ways.some((way) => way.role === 'choice');
  const bubbles = step.messages.map((message) => bubbleHeight(message, hasRows) + 4);
  const body = bubbles.length === 0 ? 2 * LINE + 2 : bubbles.reduce((sum, height) => sum + height, 0);
  const rows = rowsOf(step).length;
  return HEAD + body + (rows === 0 ? 0 : 6 + rows * ROW) + FOOT;
}

function bubbleHeight({ chat }: StepMessage, hasRows: boolean): number {
  const bubble = chat?.bubble ?? null;
  if (bubble === null) return 2 * LINE + 2;
  const kind = bubble.head?.kind;
  const head = kind === undefined ? 0 : kind.type === 'title' ? textHeight(kind.text, 2) : 40;
  const text = bubble.text === null ? 0 : textHeight(bubble.text, 4);
  const footer = bubble.footer === null ? 0 : textHeight(bubble.footer, 1);
  const buttons = hasRows ? 0 : Math.min(4, bubble.buttons.length);
  return head + text + footer + buttons * ROW + 2;
}

function textHeight(text: BubbleText, most: number): number {
  const letters = text.lines
    .flatMap((line) => line.runs)
    .reduce((sum, run) => sum + widthOf(run.text) + 1, 0);
  return Math.min(most, Math.max(1, Math.ceil(letters / LETTERS))) * LINE + 12;
}

/** In letters; those of East Asia and emoji are twice as wide. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]/gu)?.length ?? 0);
}

/** Where the ports of a card are before it was drawn. */
export function guessedPorts(step: JourneyStep, height: number, rtl: boolean): NodeHandle[] {
  const [start, end] = rtl ? [Position.Right, Position.Left] : [Position.Left, Position.Right];
  const [startX, endX] = rtl ? [CARD, 0] : [0, CARD];
  const port = (id: string, position: Position, x: number, y: number): NodeHandle => ({
    id,
    type: id.startsWith('in-') ? 'target' : 'source',
    position,
    x,
    y,
    width: 0,
    height: 0,
  });
  const rows = rowsOf(step);
  const main = mainWay(step);
  return [
    port('in-top', Position.Top, CARD / 2, 0),
    port('in-start', start, startX, HEAD / 2),
    port('in-end', end, endX, HEAD / 2),
    ...rows.map(({ output }, row) =>
      port(`${output}|e`, end, endX, height - FOOT - (rows.length - row - 0.5) * ROW),
    ),
    ...(main === undefined
      ? []
      : [
          port(`${main.output}|b`, Position.Bottom, CARD / 2, height),
          port(`${main.output}|e`, end, endX, HEAD / 2),
        ]),
  ];
}
