/** The parts of a screen (Meta calls them components) as people know them: a name, a picture, a group. */

import { type Key, t } from '@/i18n';
import type { IconName } from '@/kit';

/** How the palette sorts them. */
export type PartGroup = 'text' | 'ask' | 'show' | 'logic';

interface PartKind {
  group: PartGroup;
  icon: IconName;
  name: Key;
  /** One line: what it is for. */
  hint: Key;
}

/** In the order of the palette. Keys are Meta's component types. */
const KINDS = {
  TextHeading: { group: 'text', icon: 'heading', name: 'parts.TextHeading', hint: 'parts.TextHeadingHint' },
  TextSubheading: {
    group: 'text',
    icon: 'font',
    name: 'parts.TextSubheading',
    hint: 'parts.TextSubheadingHint',
  },
  TextBody: { group: 'text', icon: 'text', name: 'parts.TextBody', hint: 'parts.TextBodyHint' },
  TextCaption: { group: 'text', icon: 'info', name: 'parts.TextCaption', hint: 'parts.TextCaptionHint' },
  RichText: { group: 'text', icon: 'richText', name: 'parts.RichText', hint: 'parts.RichTextHint' },
  TextInput: { group: 'ask', icon: 'shortAnswer', name: 'parts.TextInput', hint: 'parts.TextInputHint' },
  TextArea: { group: 'ask', icon: 'text', name: 'parts.TextArea', hint: 'parts.TextAreaHint' },
  RadioButtonsGroup: {
    group: 'ask',
    icon: 'oneChoice',
    name: 'parts.RadioButtonsGroup',
    hint: 'parts.RadioButtonsGroupHint',
  },
  CheckboxGroup: {
    group: 'ask',
    icon: 'manyChoices',
    name: 'parts.CheckboxGroup',
    hint: 'parts.CheckboxGroupHint',
  },
  ChipsSelector: {
    group: 'ask',
    icon: 'choiceList',
    name: 'parts.ChipsSelector',
    hint: 'parts.ChipsSelectorHint',
  },
  Dropdown: { group: 'ask', icon: 'chevronDown', name: 'parts.Dropdown', hint: 'parts.DropdownHint' },
  DatePicker: { group: 'ask', icon: 'date', name: 'parts.DatePicker', hint: 'parts.DatePickerHint' },
  CalendarPicker: {
    group: 'ask',
    icon: 'decision',
    name: 'parts.CalendarPicker',
    hint: 'parts.CalendarPickerHint',
  },
  OptIn: { group: 'ask', icon: 'tick', name: 'parts.OptIn', hint: 'parts.OptInHint' },
  PhotoPicker: { group: 'ask', icon: 'camera', name: 'parts.PhotoPicker', hint: 'parts.PhotoPickerHint' },
  DocumentPicker: {
    group: 'ask',
    icon: 'file',
    name: 'parts.DocumentPicker',
    hint: 'parts.DocumentPickerHint',
  },
  Image: { group: 'show', icon: 'picture', name: 'parts.Image', hint: 'parts.ImageHint' },
  ImageCarousel: {
    group: 'show',
    icon: 'catalogue',
    name: 'parts.ImageCarousel',
    hint: 'parts.ImageCarouselHint',
  },
  EmbeddedLink: { group: 'show', icon: 'link', name: 'parts.EmbeddedLink', hint: 'parts.EmbeddedLinkHint' },
  NavigationList: {
    group: 'show',
    icon: 'journey',
    name: 'parts.NavigationList',
    hint: 'parts.NavigationListHint',
  },
  Footer: { group: 'show', icon: 'next', name: 'parts.Footer', hint: 'parts.FooterHint' },
  If: { group: 'logic', icon: 'branch', name: 'parts.If', hint: 'parts.IfHint' },
  Switch: { group: 'logic', icon: 'branch', name: 'parts.Switch', hint: 'parts.SwitchHint' },
  Form: { group: 'logic', icon: 'flow', name: 'parts.Form', hint: 'parts.FormHint' },
} satisfies Record<string, PartKind>;

/** Meta's component types in the order of the palette. */
export const PART_TYPES: readonly string[] = Object.keys(KINDS);

function kind(type: string): PartKind | undefined {
  return Object.hasOwn(KINDS, type) ? KINDS[type as keyof typeof KINDS] : undefined;
}

/** What people call it; an unknown component keeps its own name. */
export function partName(type: string): string {
  const known = kind(type);
  return known === undefined ? type : t(known.name);
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
