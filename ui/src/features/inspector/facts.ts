import type { PropertyFacts } from '@/document';

export { reaches, useFacts } from '@/document';

/** Where a property stands in the inspector. */
export type Tab = 'content' | 'rules' | 'names';

/** In the order they are drawn. */
export const TABS: readonly Tab[] = ['content', 'rules', 'names'];

const RULES = new Set([
  'min-chars',
  'max-chars',
  'max-length',
  'pattern',
  'error-message',
  'error-messages',
  'init-value',
  'init-values',
  'enabled',
  'min-selected-items',
  'max-selected-items',
  'min-days',
  'max-days',
  'min-uploaded-photos',
  'max-uploaded-photos',
  'min-uploaded-documents',
  'max-uploaded-documents',
  'max-file-size-kb',
  'allowed-mime-types',
  'on-select-action',
  'on-unselect-action',
]);

/** The tab of a property. */
export function tabOf(property: string): Tab {
  if (property === 'name') return 'names';
  return RULES.has(property) ? 'rules' : 'content';
}

/** Order within the content: words first, then what is shown, then how, then what happens. */
const ORDER = [
  'condition',
  'value',
  'cases',
  'mode',
  'title',
  'label',
  'text',
  'src',
  'images',
  'alt-text',
  'description',
  'helper-text',
  'data-source',
  'list-items',
  'min-date',
  'max-date',
  'include-days',
  'unavailable-dates',
  'left-caption',
  'center-caption',
  'right-caption',
  'on-click-action',
  'input-type',
  'photo-source',
  'markdown',
  'font-weight',
  'strikethrough',
  'label-variant',
  'media-size',
];

/** The properties in the order people think of them. */
export function inOrder(properties: readonly PropertyFacts[]): PropertyFacts[] {
  const rank = (name: string) => {
    const place = ORDER.indexOf(name);
    return place < 0 ? ORDER.length : place;
  };
  return [...properties].sort((a, b) => rank(a.name) - rank(b.name));
}
