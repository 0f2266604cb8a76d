/** The parts of a screen (Meta calls them components) as people know them: a name, a picture, a group. */

import type { Edit, Pointer } from '@/host';
import { type Key, t } from '@/i18n';
import type { IconName } from '@/kit';

/** How the palette sorts them. */
export type PartGroup = 'text' | 'ask' | 'show' | 'logic';

interface PartKind {
  group: PartGroup;
  icon: IconName;
  /** One line: what it is for. */
  hint: Key;
}

/** In the order of the palette. Keys are Meta's component types. */
const KINDS = {
  TextHeading: { group: 'text', icon: 'heading', hint: 'parts.TextHeadingHint' },
  TextSubheading: {
    group: 'text',
    icon: 'font',
    hint: 'parts.TextSubheadingHint',
  },
  TextBody: { group: 'text', icon: 'text', hint: 'parts.TextBodyHint' },
  TextCaption: { group: 'text', icon: 'info', hint: 'parts.TextCaptionHint' },
  RichText: { group: 'text', icon: 'richText', hint: 'parts.RichTextHint' },
  TextInput: { group: 'ask', icon: 'shortAnswer', hint: 'parts.TextInputHint' },
  TextArea: { group: 'ask', icon: 'text', hint: 'parts.TextAreaHint' },
  RadioButtonsGroup: {
    group: 'ask',
    icon: 'oneChoice',
    hint: 'parts.RadioButtonsGroupHint',
  },
  CheckboxGroup: {
    group: 'ask',
    icon: 'manyChoices',
    hint: 'parts.CheckboxGroupHint',
  },
  ChipsSelector: {
    group: 'ask',
    icon: 'choiceList',
    hint: 'parts.ChipsSelectorHint',
  },
  Dropdown: { group: 'ask', icon: 'chevronDown', hint: 'parts.DropdownHint' },
  DatePicker: { group: 'ask', icon: 'date', hint: 'parts.DatePickerHint' },
  CalendarPicker: {
    group: 'ask',
    icon: 'decision',
    hint: 'parts.CalendarPickerHint',
  },
  OptIn: { group: 'ask', icon: 'tick', hint: 'parts.OptInHint' },
  PhotoPicker: { group: 'ask', icon: 'camera', hint: 'parts.PhotoPickerHint' },
  DocumentPicker: {
    group: 'ask',
    icon: 'file',
    hint: 'parts.DocumentPickerHint',
  },
  Image: { group: 'show', icon: 'picture', hint: 'parts.ImageHint' },
  ImageCarousel: {
    group: 'show',
    icon: 'catalogue',
    hint: 'parts.ImageCarouselHint',
  },
  EmbeddedLink: { group: 'show', icon: 'link', hint: 'parts.EmbeddedLinkHint' },
  NavigationList: {
    group: 'show',
    icon: 'journey',
    hint: 'parts.NavigationListHint',
  },
  Footer: { group: 'show', icon: 'next', hint: 'parts.FooterHint' },
  If: { group: 'logic', icon: 'branch', hint: 'parts.IfHint' },
  Switch: { group: 'logic', icon: 'branch', hint: 'parts.SwitchHint' },
  Form: { group: 'logic', icon: 'flow', hint: 'parts.FormHint' },
} satisfies Record<string, PartKind>;

/** Meta's component types in the order of the palette. */
export const PART_TYPES: readonly string[] = Object.keys(KINDS);

function kind(type: string): PartKind | undefined {
  return isKnown(type) ? KINDS[type] : undefined;
}

function isKnown(type: string): type is keyof typeof KINDS {
  return Object.hasOwn(KINDS, type);
}

/** What people call it; an unknown component keeps its own name. */
export function partName(type: string): string {
  return isKnown(type) ? t(`parts.${type}`) : type;
}

/** Adds a part at a place in a list; the undo list calls it as people do. */
export function addPart({ list, index }: { list: Pointer; index: number }, component: string): Edit {
  const name = t('parts.stepAdd', { part: partName(component) });
  return { type: 'Batch', name, edits: [{ type: 'AddComponent', parent: list, index, component }] };
}

/** What it is for; empty for an unknown component. */
export function partHint(type: string): string {
  const known = kind(type);
  return known === undefined ? '' : t(known.hint);
}

/** Its picture; a padlock for what Waymark does not know and keeps as it is. */
export function partIcon(type: string): IconName {
  return kind(type)?.icon ?? 'lock';
}

/** Its group; `null` for an unknown component. */
export function partGroup(type: string): PartGroup | null {
  return kind(type)?.group ?? null;
}
