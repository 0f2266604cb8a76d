import type { JourneySnapshot, RunAct, RunAnswers, RunBubble, RunView } from '@/host';
import { t } from '@/i18n';
import type { TalkItem, Tapped } from '@/phone-view';
import { chatDay, timeOf, titleOf } from './words';

/** The conversation on the phone. A message keeps its key: its place. */
export function talkOf(view: RunView, journey: JourneySnapshot, locale: string): TalkItem[] {
  const steps = new Map(journey.steps.map((step) => [step.key, step]));
  const items: TalkItem[] = [];
  let day = '';
  view.phone.forEach((bubble, place) => {
    const today = chatDay(bubble.at, view.zone, locale);
    if (today !== day) items.push({ type: 'note', key: `day-${place}`, words: today });
    day = today;
    const time = timeOf(bubble.at, view.zone, locale);
    const key = String(place);
    if (bubble.words !== null && bubble.chat === null) {
      const read = view.phone.some((other, at) => at > place && isFromBusiness(other));
      items.push({
        type: 'out',
        key,
        words: bubble.words,
        ...(bubble.form ? { form: true } : {}),
        time,
        read,
      });
      return;
    }
    const step = bubble.step === null ? undefined : steps.get(bubble.step);
    const title = titleOf(step);
    items.push({
      type: 'in',
      key,
      view: bubble.chat,
      name: title === '' ? t('simulator.otherJourney') : title,
      time,
      ...(step === undefined ? {} : { pick: t('simulator.showStep', { title }) }),
      waits: bubble.answers !== null,
    });
  });
  return items;
}

export function isFromBusiness(bubble: RunBubble): boolean {
  return bubble.words === null;
}

/** What is waited for now: the newest message that can be answered. */
export function awaited(view: RunView | null): { bubble: RunBubble; answers: RunAnswers } | null {
  const bubble = view?.phone.findLast(({ answers }) => answers !== null);
  return bubble?.answers == null ? null : { bubble, answers: bubble.answers };
}

/** What a tap on a message does; null: it opens something first, or leads nowhere. */
export function actOf(answers: RunAnswers | null, tapped: Tapped): RunAct | 'flow' | 'place' | null {
  const label = 'row' in tapped ? tapped.row.title : (tapped.button.label ?? '');
  if ('button' in tapped) {
    const { role } = tapped.button;
    if (role === 'flow') return answers?.type === 'Flow' ? 'flow' : null;
    if (role === 'send_location') return 'place';
    if (role === 'voice_call') return { type: 'Call' };
    if (role !== 'reply') return null;
  }
  if (answers?.type !== 'Choice') return { type: 'Tap', id: label, words: label };
  const found = answers.choices.find(([, words]) => words === label);
  return found === undefined
    ? { type: 'Tap', id: label, words: label }
    : { type: 'Tap', id: found[0], words: found[1] };
}

/** Values that stand in for a form's answer, from the samples of the journey's data. */
export function sampleAnswer(
  gives: readonly string[],
  data: unknown,
): { [name: string]: string | number | boolean } {
  const fields = (data ?? {}) as { [name: string]: { sample?: unknown } | undefined };
  const entries = gives.map((name) => {
    const sample = fields[name]?.sample;
    const isPlain = typeof sample === 'string' || typeof sample === 'number' || typeof sample === 'boolean';
    return [name, isPlain ? sample : name] as const;
  });
  return Object.fromEntries(entries);
}

/** A Flow's answer without what only the platform needs. */
export function formAnswer(payload: string): { [name: string]: never } {
  const answer = JSON.parse(payload) as { [name: string]: never };
  return Object.fromEntries(Object.entries(answer).filter(([name]) => name !== 'flow_token'));
}
