import type { JourneySnapshot, JourneyStep, RunEntry, RunView, Value } from '@/host';
import { isKey, t } from '@/i18n';
import { fieldWords } from '@/journey-words';
import type { IconName } from '@/kit';
import { DAY } from './moments';
import {
  apartWords,
  categoryWords,
  farMoment,
  refusalWords,
  shortMoment,
  skipWords,
  titleOf,
  valueWords,
} from './words';

export interface Happening {
  key: string;
  at: number;
  step: string | null;
  icon: IconName;
  words: string;
  /** What follows from it, in a few words. */
  second: string;
  tone: 'plain' | 'blocked' | 'risky' | 'ok';
}

const STARTS: Readonly<Record<string, IconName>> = {
  link: 'qr',
  keyword: 'message',
  first_message: 'message',
  any_message: 'anyMessage',
  ad: 'awareness',
  date: 'date',
  schedule: 'clock',
  event: 'call',
  webhook: 'import',
};

/** A start of a journey in one icon. */
export function startIcon(step: JourneyStep | undefined): IconName {
  return STARTS[step?.kind ?? ''] ?? 'entry';
}

/** What people would say happened; what only the engine cares for is left out. */
export function happenings(view: RunView, journey: JourneySnapshot): Happening[] {
  const steps = new Map(journey.steps.map((step) => [step.key, step]));
  const name = apartWords(view.person.name);
  let free = 0;
  let lastWrote = Number.NEGATIVE_INFINITY;
  const out: Happening[] = [];
  const add = (entry: RunEntry, rest: Omit<Happening, 'key' | 'at' | 'step'>) =>
    out.push({ key: `${out.length}`, at: entry.at, step: entry.step, ...rest });
  for (const entry of view.entries) {
    const { what } = entry;
    const step = entry.step === null ? undefined : steps.get(entry.step);
    const title = apartWords(titleOf(step));
    switch (what.type) {
      case 'Wrote': {
        const opens = entry.at - lastWrote > DAY;
        lastWrote = entry.at;
        add(entry, {
          icon: what.form ? 'flow' : 'tap',
          words: what.form
            ? t('simulator.filled', { name })
            : t('simulator.wrote', { name, words: apartWords(what.words) }),
          second: opens
            ? t('simulator.windowOpens')
            : t('simulator.windowTo', { moment: shortMoment(entry.at + DAY, view.zone) }),
          tone: 'plain',
        });
        break;
      }
      case 'Called':
        lastWrote = entry.at;
        add(entry, {
          icon: 'call',
          words: t('simulator.called', { name }),
          second: t('simulator.windowTo', { moment: shortMoment(entry.at + DAY, view.zone) }),
          tone: 'plain',
        });
        break;
      case 'Began':
        add(entry, {
          icon: startIcon(step),
          words: t('simulator.began', { name, title }),
          second: '',
          tone: 'plain',
        });
        break;
      case 'Sent': {
        if (what.template === null) free += 1;
        add(entry, {
          icon: what.template === null ? 'message' : 'template',
          words: t('simulator.sent', { title: step === undefined ? apartWords(what.template ?? '') : title }),
          second:
            what.template === null
              ? t('simulator.freeReply', { count: free })
              : categoryWords(what.category ?? ''),
          tone: 'plain',
        });
        break;
      }
      case 'Refused':
        add(entry, {
          icon: 'blocked',
          words: t('simulator.notLetOut', { title }),
          second: refusalWords(what.why),
          tone: 'blocked',
        });
        break;
      case 'Skipped':
        add(entry, {
          icon: 'skip',
          words: t('simulator.leftOut', { title }),
          second: skipWords(what.why),
          tone: 'risky',
        });
        break;
      case 'Held':
        add(entry, {
          icon: 'noReply',
          words: t('simulator.held', { title }),
          second: t('simulator.until', { moment: shortMoment(what.until, view.zone) }),
          tone: 'plain',
        });
        break;
      case 'Asks':
        add(entry, { icon: 'link', words: t('simulator.asks', { title }), second: '', tone: 'plain' });
        break;
      case 'Assigned':
        add(entry, {
          icon: 'person',
          words: t('simulator.assigned', { to: apartWords(what.to) }),
          second: '',
          tone: 'plain',
        });
        break;
      case 'Noted':
        if (what.name !== 'consent') break;
        add(entry, {
          icon: what.value === 'given' ? 'consent' : 'optOut',
          words: t(what.value === 'given' ? 'simulator.agreed' : 'simulator.stoppedOffers', { name }),
          second: t('simulator.consentKept'),
          tone: 'plain',
        });
        break;
      case 'SetByHand':
        add(entry, {
          icon: 'hand',
          words: t('simulator.setByHand', { what: apartWords(setWords(what.name, what.value)) }),
          second: '',
          tone: 'plain',
        });
        break;
      case 'Reached':
        add(entry, {
          icon: 'ok',
          words: t('simulator.reached', { goal: step === undefined ? apartWords(what.goal) : title }),
          second: '',
          tone: 'ok',
        });
        break;
      case 'Ended':
        if (what.why === 'endless')
          add(entry, {
            icon: 'blocked',
            words: t('simulator.endless'),
            second: '',
            tone: 'blocked',
          });
        break;
      case 'Waits':
        break;
    }
  }
  return out;
}

/** What was set by hand, in words. */
function setWords(name: string, value: Value): string {
  const tag = /^tag (.*)$/su.exec(name)?.[1];
  if (tag !== undefined) return t(value === true ? 'simulator.setTag' : 'simulator.setNoTag', { tag });
  if (name === 'window') return t(value === 'open' ? 'simulator.windowBegins' : 'simulator.windowOver');
  const said =
    name === 'consent' || name === 'stage'
      ? [`simulator.consent.${String(value)}`, `gallery.${String(value)}`].find(isKey)
      : undefined;
  const what =
    name === 'stage' ? t('simulator.stage') : name === 'consent' ? t('simulator.consent') : fieldWords(name);
  if (value === null) return t('simulator.setNothing', { name: what });
  return t('simulator.setValue', { name: what, value: said === undefined ? valueWords(value) : t(said) });
}

/** What comes after a moment, as somebody would announce it. */
export function comings(ahead: RunView, now: number, journey: JourneySnapshot): Happening[] {
  return happenings(ahead, journey).filter((one) => one.at > now);
}

/** "Mon 09:31", with the day of the month once it is further than a week. */
export function aheadMoment(at: number, now: number, zone: string): string {
  return at - now > 6 * DAY ? farMoment(at, zone) : shortMoment(at, zone);
}

export interface Checked {
  key: string;
  words: string;
}

/** What a test of this run holds on to, the weightiest first. */
export function checks(view: RunView, journey: JourneySnapshot): Checked[] {
  const steps = new Map(journey.steps.map((step) => [step.key, step]));
  const sent = new Map<string, number>();
  const goals: string[] = [];
  let refused = 0;
  for (const { what, step } of view.entries) {
    if (what.type === 'Sent' && step !== null) sent.set(step, (sent.get(step) ?? 0) + 1);
    if (what.type === 'Reached')
      goals.push(titleOf(step === null ? undefined : steps.get(step)) || what.goal);
    if (what.type === 'Refused') refused += 1;
  }
  const lines: Checked[] = goals.map((goal, at) => ({
    key: `goal-${at}`,
    words: t('simulator.checkGoal', { goal }),
  }));
  for (const [step, count] of sent)
    lines.push({
      key: step,
      words: t('simulator.checkSent', { title: apartWords(titleOf(steps.get(step))), count }),
    });
  lines.push({ key: 'refused', words: t('simulator.checkRefused', { count: refused }) });
  if (view.person.consent !== 'unknown')
    lines.push({
      key: 'consent',
      words: t(view.person.consent === 'given' ? 'simulator.checkGiven' : 'simulator.checkStopped', {
        name: view.person.name,
      }),
    });
  return lines;
}
