import type { ComponentFacts } from '@/document';
/** Where a part may stand, by Meta's facts. */

import { type Facts, type Gap, lastGap, parent, reaches } from '@/document';
import type { Pointer, Screen } from '@/host';
import { findPart, listsOf, type PartList, partTree } from './tree';

/** Why a part cannot be added. */
export type Reason =
  | { kind: 'version'; version: string }
  | { kind: 'count'; count: number }
  | { kind: 'place'; places: string[] };

/** Where a new part goes, or why it goes nowhere. */
export type Spot = { gap: Gap; reason: null } | { gap: null; reason: Reason };

/** Whether a component may stand directly in such a parent (the layout, a Form, an If or a Switch). */
export function fits(facts: ComponentFacts, owner: string, version: string | null): boolean {
  return facts.parents.some((place) => place.type === owner && reaches(version, place.since));
}

/** Whether all these component types may stand in a list. Of unknown ones nothing is known: they may. */
export function allFit(
  types: readonly string[],
  list: PartList,
  facts: Facts,
  version: string | null,
): boolean {
  return types.every((type) => {
    const known = facts.get(type);
    return known === undefined || fits(known, list.owner, version);
  });
}

/**
 * Where a new part goes: behind the selected one; where it may not stand there, further out; questions into the
 * Form when there is one; never behind the button at the bottom.
 */
export function spotFor(
  component: ComponentFacts,
  screen: Screen,
  selected: Pointer | null,
  version: string | null,
): Spot {
  if (!reaches(version, component.since))
    return { gap: null, reason: { kind: 'version', version: component.since } };
  const root = partTree(screen);
  const most = component.maxPerScreen;
  const counts = component.maxPerScreenSince === null || reaches(version, component.maxPerScreenSince);
  if (most !== null && counts && countOf(root, component.type) >= most) {
    return { gap: null, reason: { kind: 'count', count: most } };
  }
  for (const gap of gapsOutward(root, screen, selected)) {
    const list = [...listsOf(root)].find((known) => known.pointer === gap.list);
    if (list === undefined || !fits(component, list.owner, version)) continue;
    if (component.value !== null && !isInForm(root, list)) continue;
    return { gap, reason: null };
  }
  const places = component.parents
    .filter((place) => reaches(version, place.since))
    .map((place) => place.type);
  return { gap: null, reason: { kind: 'place', places } };
}

/** The gap behind the selected part, those around it from the inside out, and the usual one. */
function* gapsOutward(root: PartList, screen: Screen, selected: Pointer | null): Generator<Gap> {
  let at = selected;
  const own = selected === null ? null : findPart(root, selected);
  // Into a group that is selected itself.
  const [inner] = own?.part.lists ?? [];
  if (own?.part.type === 'Form' && inner !== undefined) yield endOf(inner);
  while (at !== null && at !== '') {
    const found = findPart(root, at);
    if (found !== null) {
      const isFooter = found.part.type === 'Footer';
      yield { list: found.list.pointer, index: found.index + (isFooter ? 0 : 1) };
    }
    at = parent(at);
  }
  yield lastGap(screen);
  yield endOf(root);
}

/** The end of a list, before its button. */
function endOf(list: PartList): Gap {
  const footer = list.parts.findIndex((part) => part.type === 'Footer');
  return { list: list.pointer, index: footer < 0 ? list.parts.length : footer };
}

/** With a Form on the screen, Meta wants every question inside it. */
function isInForm(root: PartList, list: PartList): boolean {
  const form = root.parts.find((part) => part.type === 'Form');
  return form === undefined || list.pointer.startsWith(`${form.pointer}/`);
}

/** How many of a component a screen shows at most: of branches only the fullest counts, as Meta counts. */
function countOf(list: PartList, type: string): number {
  let count = 0;
  for (const part of list.parts) {
    if (part.type === type) count += 1;
    const inner = part.lists.map((branch) => countOf(branch, type));
    if (inner.length > 0) count += Math.max(...inner);
  }
  return count;
}
