import { useMemo } from 'react';
import { useDraft, useMessage, useMessageSession } from '@/document';
import type { Edit, MessageReason, MessageSnapshot } from '@/host';
import { t } from '@/i18n';
import { fields, named, type Part, partsOf, samplesOf, words, writeText } from './model';
import type { Marked } from './text';

/** Whether variables have names here; otherwise they are numbered. */
export function isNamed(message: MessageSnapshot): boolean {
  return words(fields(message.json).parameter_format).toLowerCase() === 'named';
}

/** The template's own parts. */
export function useParts(): Part[] {
  const json = useMessage((state) => state.message.json);
  return useMemo(() => partsOf(fields(json).components, '/components'), [json]);
}

/** The samples of a part's variables: the same map until the part changes, because an editor is set up anew with it. */
export function useSamples({ at, type, value }: Part): ReadonlyMap<string, string> {
  return useMemo(() => samplesOf({ at, type, value }), [at, type, value]);
}

/** The text of a part under the hand: the phone follows at once, the document after a rest. */
export function usePartText(part: Part, label: string) {
  const session = useMessageSession();
  const title = t('composer.undo.write', { what: label });
  const edit = (text: string): Edit =>
    named(title, writeText(part, text, isNamed(session.store.getState().message)));
  return useDraft(words(part.value.text), (text) => session.dispatch(() => edit(text)), {
    later: true,
    heard: (text) => session.tryOut(edit(text)),
  });
}

const NONE: readonly MessageReason[] = [];

/** Words of a text that the adviser's finding is about: those that speak for another category than the chosen one. */
export function useMarked(at: string): readonly Marked[] {
  // The reasons alone: the rest of the advice changes with every letter, and the field has nothing of it.
  const reasons = useMessage(({ view, message }) => {
    const advice = view?.advice ?? null;
    const chosen = words(fields(message.json).category);
    const isSaid =
      advice !== null && advice.category !== null && advice.category !== chosen && chosen !== 'MARKETING';
    return isSaid ? advice.reasons : NONE;
  });
  return useMemo(() => {
    const here = reasons.filter(({ part }) => part === at);
    return here.map(({ start, end }): Marked => ({ from: start, to: end, severity: 'risky' }));
  }, [reasons, at]);
}
