/** Which lines may be drawn, and who goes along a new one. */

import { valueAt } from '@/document';
import { isObject, type LinkWords, partsOf } from '@/flow-words';
import type { Box, Point } from '@/graph-view';
import type { Edit, JsonValue, Pointer, Screen } from '@/host';
import { cardBox } from './geometry';
import type { Graph, Link } from './graph';
import type { Refusal } from './store';

/** A line dropped this near to a card still reaches it, in px of the map. */
const REACH = 12;

/** The card under a point; of several the nearest middle. `places` are the drawn ones. */
export function cardAt(places: ReadonlyMap<string, Point>, point: Point): string | null {
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const [key, at] of places) {
    const box: Box = cardBox(at);
    const outside =
      point.x < box.x - REACH ||
      point.x > box.x + box.width + REACH ||
      point.y < box.y - REACH ||
      point.y > box.y + box.height + REACH;
    if (outside) continue;
    const distance = Math.hypot(point.x - box.x - box.width / 2, point.y - box.y - box.height / 2);
    if (distance < bestDistance) {
      best = key;
      bestDistance = distance;
    }
  }
  return best;
}

/** Why a line cannot lead from one card to another; `null` when it can. */
export function refusal(graph: Graph, from: string, to: string): Refusal | null {
  if (from === to) return 'notItself';
  for (const link of graph.links) {
    if (link.from === from && link.to === to) return 'already';
    if (link.from === to && link.to === from) return 'notBack';
  }
  return null;
}

/** Who could go along a new line. */
export type Way =
  /** Everybody who presses this part, instead of going where it leads now. */
  | { kind: 'press'; via: Pointer; words: LinkWords | null; old: string }
  /** Only those who gave this answer; the rest go on as before. */
  | { kind: 'answer'; footer: Pointer; field: string; question: string; option: string; answer: string };

/**
 * The ways out of a screen whose button already leads somewhere. Empty when a new line takes nothing away: then
 * nobody has to choose.
 */
export function waysOut(
  screen: Screen,
  links: readonly Link[],
  words: (via: Pointer) => LinkWords | null,
): Way[] {
  const footers = footersOf(screen);
  const taken = links.flatMap((link) => link.ways.map((via) => ({ via, old: link.toId })));
  const ways: Way[] = [];
  for (const footer of footers) {
    const way = taken.find((known) => known.via === footer.pointer);
    if (way !== undefined)
      ways.push({ kind: 'press', via: footer.pointer, words: words(footer.pointer), old: way.old });
  }
  const [only] = footers;
  // Meta wants a Footer in both branches or in none, on the first level: only a single one can be branched.
  if (ways.length === 0 || only === undefined || footers.length > 1 || only.inBranch) return ways;
  for (const choice of answersOf(screen)) ways.push({ kind: 'answer', footer: only.pointer, ...choice });
  return ways;
}

interface FooterPlace {
  pointer: Pointer;
  inBranch: boolean;
}

function footersOf(screen: Screen): FooterPlace[] {
  const found: FooterPlace[] = [];
  const walk = (value: JsonValue | undefined, pointer: Pointer, inBranch: boolean) => {
    if (Array.isArray(value))
      value.forEach((item, index) => void walk(item, `${pointer}/${index}`, inBranch));
    if (!isObject(value)) return;
    if (value.type === 'Footer') found.push({ pointer, inBranch });
    if (value.type === 'Form') walk(value.children, `${pointer}/children`, inBranch);
    if (value.type === 'If') {
      walk(value.then, `${pointer}/then`, true);
      walk(value.else, `${pointer}/else`, true);
    }
    if (value.type === 'Switch' && isObject(value.cases)) {
      for (const [key, branch] of Object.entries(value.cases)) {
        walk(branch, `${pointer}/cases/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, true);
      }
    }
  };
  walk(valueAt(screen.json, '/layout/children'), `/screens/${screen.index}/layout/children`, false);
  return found;
}

/** Answers one can branch on: the options of questions with one answer that stand in the file itself. */
function answersOf(screen: Screen): { field: string; question: string; option: string; answer: string }[] {
  const answers = [];
  for (const part of partsOf(screen.json)) {
    if (part.type !== 'RadioButtonsGroup' && part.type !== 'Dropdown') continue;
    const options = part['data-source'];
    if (typeof part.name !== 'string' || !Array.isArray(options)) continue;
    const question = typeof part.label === 'string' ? part.label : part.name;
    for (const option of options) {
      if (!isObject(option) || typeof option.id !== 'string' || typeof option.title !== 'string') continue;
      // A quote would end the text in the condition.
      if (option.id.includes("'")) continue;
      answers.push({ field: part.name, question, option: option.id, answer: option.title });
    }
  }
  return answers;
}

/** Puts the button under a condition, twice: those with the answer press the first one. */
export function branchFooter(
  screen: Screen,
  way: Extract<Way, { kind: 'answer' }>,
): { edit: Edit; via: Pointer } | null {
  const footer = valueAt(screen.json, way.footer.slice(`/screens/${screen.index}`.length));
  if (footer === undefined) return null;
  const condition = `\${form.${way.field}} == '${way.option}'`;
  const value = Object.fromEntries([
    ['type', 'If'],
    ['condition', condition],
    ['then', [footer]],
    ['else', [footer]],
  ]);
  return { edit: { type: 'ReplaceValue', at: way.footer, value }, via: `${way.footer}/then/0` };
}
