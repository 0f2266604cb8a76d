import { type Flow, jsonAt, valueAt } from '@/document';
import { partName, plainWords } from '@/flow-words';
import type { Pointer } from '@/host';
import { t } from '@/i18n';

/** Letters of a part's own words that are read out with its kind. */
const LETTERS = 60;

/** A part's kind and its own words: "Date, Preferred day". */
export function partWords(flow: Flow, pointer: Pointer): string {
  const json = jsonAt(flow, pointer);
  const kind = partName(String(valueAt(json, '/type') ?? ''));
  const words = [valueAt(json, '/label'), valueAt(json, '/text'), valueAt(json, '/title')].find(
    (value) => typeof value === 'string' && value !== '',
  );
  return typeof words === 'string'
    ? t('phone.part', { kind, words: plainWords(words).slice(0, LETTERS) })
    : kind;
}
