import type { Difference, Part } from '@/host';
import { t } from '@/i18n';

/** Where something differs, in the user's language; where the core tells no steps, as it says it. */
export function placeWords({ place, parts }: Pick<Difference, 'place' | 'parts'>): string {
  return parts.length === 0 ? place : parts.map(partWords).join(' · ');
}

function partWords(part: Part): string {
  return t(`differences.part.${part.part}`, 'of' in part ? { of: part.of } : undefined);
}
