import type { Edit, JourneySnapshot, JourneyStep, Value } from '@/host';
import { t } from '@/i18n';
import { stepName } from '@/journey-words';
import { canBeLedTo } from './graph';
import type { Out } from './store';

export const TINTS = ['sand', 'sea', 'moss', 'rose', 'slate'] as const;
export type Tint = (typeof TINTS)[number];

/** A frame around some cards. Kept as a note of the journey, `/groups/<number>`, so it is undone and copied with it. */
export interface Group {
  /** Its note. */
  readonly at: string;
  /** Key of the card that stands for it while it is folded. */
  readonly key: string;
  readonly name: string;
  readonly tint: Tint;
  readonly isFolded: boolean;
  /** Keys of its cards that are there, in the order of the text. */
  readonly members: readonly string[];
}

const ROOT = '/groups/';

/** Whether a card stands for a group. */
export function isGroupKey(key: string): boolean {
  return key.startsWith(ROOT);
}

function record(value: Value | undefined): { readonly [key: string]: Value } | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}

/** The groups of a journey. A step is in one of them at most; one that has no card any more is none. */
export function groupsOf(notes: JourneySnapshot['notes'], steps: readonly JourneyStep[]): Group[] {
  const taken = new Set<string>();
  return Object.keys(notes)
    .filter(isGroupKey)
    .sort((a, b) => Number(a.slice(ROOT.length)) - Number(b.slice(ROOT.length)))
    .flatMap((at) => {
      const note = record(notes[at]);
      const ids = new Set(Array.isArray(note?.steps) ? note.steps : []);
      const members = steps.filter(({ id, key }) => id !== '' && ids.has(id) && !taken.has(key));
      if (note === null || members.length === 0) return [];
      for (const { key } of members) taken.add(key);
      return {
        at,
        key: at,
        name: typeof note.name === 'string' ? note.name : '',
        tint: TINTS.find((tint) => tint === note.tint) ?? 'sand',
        isFolded: note.folded === true,
        members: members.map(({ key }) => key),
      };
    });
}

function setNote(at: string, value: Value | null): Edit {
  return { type: 'SetNote', at, value };
}

/** Puts a frame around steps, and takes them out of the one they were in. Gives its note too. */
export function makeGroup(
  journey: JourneySnapshot,
  keys: readonly string[],
  name: string,
): { at: string; edit: Edit } | null {
  const ids = journey.steps.filter(({ key, id }) => keys.includes(key) && id !== '').map(({ id }) => id);
  if (ids.length === 0) return null;
  const groups = groupsOf(journey.notes, journey.steps);
  const numbers = Object.keys(journey.notes)
    .filter(isGroupKey)
    .map((at) => Number(at.slice(ROOT.length)))
    .filter(Number.isFinite);
  const at = `${ROOT}${Math.max(0, ...numbers) + 1}`;
  const tint = TINTS[groups.length % TINTS.length] ?? 'sand';
  const left = groups.flatMap((group) => {
    const note = record(journey.notes[group.at]);
    const all = Array.isArray(note?.steps) ? note.steps : [];
    const rest = all.filter((id) => typeof id !== 'string' || !ids.includes(id));
    if (rest.length === all.length) return [];
    return [setNote(group.at, rest.length === 0 ? null : { ...note, steps: rest })];
  });
  const edits = [...left, setNote(at, { name, tint, steps: ids })];
  return { at, edit: { type: 'Batch', name: t('canvas.group.undoMake', { name }), edits } };
}

/** Changes what is kept of a group; what is not known here stays. */
export function changeGroup(
  journey: JourneySnapshot,
  group: Group,
  change: { name?: string; tint?: Tint; folded?: boolean },
): Edit {
  const note = record(journey.notes[group.at]) ?? {};
  const name = t('canvas.group.undoChange', { name: group.name });
  return { type: 'Batch', name, edits: [setNote(group.at, { ...note, ...change })] };
}

/** Takes the frame away; its cards stay. */
export function dropGroup(group: Group): Edit {
  const name = t('canvas.group.undoDrop', { name: group.name });
  return { type: 'Batch', name, edits: [setNote(group.at, null)] };
}

/** The steps as the canvas draws them: a folded group is one step, ways to and from its own are the group's. */
export function folded(steps: readonly JourneyStep[], groups: readonly Group[]): readonly JourneyStep[] {
  const shut = groups.filter(({ isFolded }) => isFolded);
  if (shut.length === 0) return steps;
  const inside = new Map(shut.flatMap((group) => group.members.map((key) => [key, group.key] as const)));
  const led = (to: string | null): string | null => (to === null ? null : (inside.get(to) ?? to));
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const cards = new Map(shut.map((group, place) => [group.members[0] ?? '', cardOf(group, place)]));

  function cardOf(group: Group, place: number): JourneyStep {
    const members = group.members.flatMap((key) => byKey.get(key) ?? []);
    const ways = new Map<string, JourneyStep['ways'][number]>();
    for (const member of members)
      for (const way of member.ways) {
        const to = led(way.to);
        const target = to === null ? undefined : (shut.find(({ key }) => key === to)?.name ?? byKey.get(to));
        if (to === null || to === group.key || target === undefined || ways.has(to)) continue;
        ways.set(to, {
          output: `${member.key}>${way.output}`,
          words: typeof target === 'string' ? target : stepName(target),
          role: 'choice',
          to,
          lost: null,
        });
      }
    const heights = members.flatMap(({ position }) => (position === null ? [] : [position]));
    const top = heights.sort((a, b) => a.y - b.y)[0] ?? null;
    return {
      key: group.key,
      // No step of the text; each one of its own for what stands to be said.
      index: -1 - place,
      id: '',
      title: group.name,
      kind: 'group',
      role: members.some(canBeLedTo) ? 'choose' : 'trigger',
      sealed: false,
      stage: members[0]?.stage ?? null,
      off: false,
      position: top,
      ways: [...ways.values()],
      messages: [],
      timeout: null,
      json: { count: members.length },
    };
  }

  return steps.flatMap((step) => {
    const card = cards.get(step.key);
    if (card !== undefined) return [card];
    if (inside.has(step.key)) return [];
    const ways = step.ways.map((way) => (inside.has(way.to ?? '') ? { ...way, to: led(way.to) } : way));
    return [ways.some((way, place) => way !== step.ways[place]) ? { ...step, ways } : step];
  });
}

/**
 * How high the steps of a folded group stand once its card is put somewhere, by their keys. What nobody put somewhere finds
 * its place beside the others; where that is all of them, the first one keeps the card where it is.
 */
export function heightsAt(members: readonly JourneyStep[], y: number): Map<string, number> {
  const stood = members.flatMap(({ key, position }) =>
    position === null ? [] : [[key, position.y] as const],
  );
  const [first] = members;
  if (stood.length === 0) return new Map(first === undefined ? [] : [[first.key, y]]);
  const top = Math.min(...stood.map(([, before]) => before));
  return new Map(stood.map(([key, before]) => [key, before + y - top]));
}

/** The way of a step behind a way of a card: that of a folded group is one of its steps'. */
export function realOut({ from, output }: Out): Out {
  if (!isGroupKey(from)) return { from, output };
  const cut = output.indexOf('>');
  return { from: output.slice(0, cut), output: output.slice(cut + 1) };
}
