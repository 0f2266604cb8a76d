import { type Flow, jsonAt, valueAt } from '@/document';
import { partName, plainWords } from '@/flow-words';
import type { Fork, Pointer } from '@/host';
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

/** An If or Switch with the branch that shows: "Show only if. If Red shows, 1 of 2. ...". */
export function forkWords(
  flow: Flow,
  fork: Fork,
  branches: readonly { list: Pointer; words: string }[],
): string {
  const kind = partName(String(valueAt(jsonAt(flow, fork.pointer), '/type') ?? ''));
  const place = branches.findIndex(({ list }) => list === fork.shown);
  const branch = branches[place];
  return branch === undefined
    ? t('phone.forkNothing', { kind, count: branches.length })
    : t('phone.fork', { kind, branch: branch.words, place: place + 1, count: branches.length });
}
