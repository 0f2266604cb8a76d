import type { Flow } from '@/document';
import { jsonAt, valueAt } from '@/document';
import type { Pointer } from '@/host';
import { type Key, t } from '@/i18n';

/** Every part Waymark knows, by Meta's name. */
const KNOWN = new Set([
  'TextHeading',
  'TextSubheading',
  'TextBody',
  'TextCaption',
  'RichText',
  'TextInput',
  'TextArea',
  'CheckboxGroup',
  'RadioButtonsGroup',
  'Dropdown',
  'ChipsSelector',
  'DatePicker',
  'CalendarPicker',
  'OptIn',
  'EmbeddedLink',
  'Footer',
  'Image',
  'ImageCarousel',
  'NavigationList',
  'PhotoPicker',
  'DocumentPicker',
  'Form',
  'If',
  'Switch',
]);

/** What kind of part it is, in plain words: "Date". */
export function kindWords(component: string): string {
  return KNOWN.has(component) ? t(`phone.kind.${component}` as Key) : component;
}

/** A part's kind and its own words: "Date, Preferred day". */
export function partWords(flow: Flow, pointer: Pointer): string {
  const json = jsonAt(flow, pointer);
  const kind = kindWords(String(valueAt(json, '/type') ?? ''));
  const words = [valueAt(json, '/label'), valueAt(json, '/text'), valueAt(json, '/title')].find(
    (value) => typeof value === 'string' && value !== '',
  );
  return typeof words === 'string' ? t('phone.part', { kind, words: words.slice(0, 60) }) : kind;
}
