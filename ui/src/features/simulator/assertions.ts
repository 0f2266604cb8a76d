import type { JourneyStep, Stage, Value } from '@/host';
import { t } from '@/i18n';
import {
  conditionWords,
  heldWords,
  isMembers,
  type Leaf,
  readCondition,
  writeCondition,
} from '@/journey-values';
import { lengthWords, STAGES, stepName } from '@/journey-words';
import { apartWords } from './words';

export const CONSENTS = ['given', 'stopped', 'unknown'] as const;
export type Consent = (typeof CONSENTS)[number];

/** What the owner of a test says of a run. What is not understood is kept as it is. */
export type What =
  | { readonly type: 'sent'; readonly node: string; readonly within: string | null }
  | { readonly type: 'not_sent'; readonly node: string }
  | { readonly type: 'refused'; readonly atMost: number }
  | { readonly type: 'reached'; readonly goal: string }
  | { readonly type: 'stage'; readonly stage: Stage }
  | { readonly type: 'consent'; readonly consent: Consent }
  | { readonly type: 'tag'; readonly tag: string }
  | { readonly type: 'value'; readonly leaf: Leaf }
  | { readonly type: 'cost_under'; readonly amount: string; readonly currency: string }
  | { readonly type: 'kept'; readonly json: Value };

export interface Assertion {
  /** Of whom: 0 is the first person. */
  readonly who: number;
  readonly what: What;
}

function readWhat(json: { readonly [key: string]: Value }): What | null {
  const [key, ...more] = Object.keys(json).filter((name) => name !== 'who');
  if (key === undefined || more.length > 0) return null;
  const value = json[key];
  const members = isMembers(value) ? value : {};
  const has = (...names: string[]) => Object.keys(members).every((name) => names.includes(name));
  switch (key) {
    case 'sent': {
      const { node, within } = members;
      const isWhole = typeof node === 'string' && has('node', 'within');
      if (isWhole && typeof within === 'string') return { type: 'sent', node, within };
      return isWhole && within === undefined ? { type: 'sent', node, within: null } : null;
    }
    case 'not_sent':
      return typeof members.node === 'string' && has('node')
        ? { type: 'not_sent', node: members.node }
        : null;
    case 'refused':
      return typeof members.at_most === 'number' && has('at_most')
        ? { type: 'refused', atMost: members.at_most }
        : null;
    case 'reached':
      return typeof members.goal === 'string' && has('goal') ? { type: 'reached', goal: members.goal } : null;
    case 'stage': {
      const stage = STAGES.find((known) => known === value);
      return stage === undefined ? null : { type: 'stage', stage };
    }
    case 'consent': {
      const consent = CONSENTS.find((known) => known === value);
      return consent === undefined ? null : { type: 'consent', consent };
    }
    case 'tag':
      return typeof value === 'string' ? { type: 'tag', tag: value } : null;
    case 'value': {
      const leaf = value === undefined ? null : readCondition({ field: value });
      return leaf?.kind === 'leaf' && leaf.test.type === 'field' ? { type: 'value', leaf } : null;
    }
    case 'cost_under': {
      const { amount, currency } = members;
      return has('amount', 'currency') && typeof amount === 'string' && typeof currency === 'string'
        ? { type: 'cost_under', amount, currency }
        : null;
    }
    default:
      return null;
  }
}

/** What a test checks, as its note has it. */
export function readAssertion(json: Value): Assertion {
  if (!isMembers(json)) return { who: 0, what: { type: 'kept', json } };
  const isOther = typeof json.who === 'number' && Number.isInteger(json.who) && json.who > 0;
  const what = Object.hasOwn(json, 'who') && !isOther ? null : readWhat(json);
  return { who: isOther ? Number(json.who) : 0, what: what ?? { type: 'kept', json } };
}

function writeWhat(what: Exclude<What, { type: 'kept' }>): { [key: string]: Value } {
  switch (what.type) {
    case 'sent':
      return { sent: { node: what.node, ...(what.within === null ? {} : { within: what.within }) } };
    case 'not_sent':
      return { not_sent: { node: what.node } };
    case 'refused':
      return { refused: { at_most: what.atMost } };
    case 'reached':
      return { reached: { goal: what.goal } };
    case 'stage':
      return { stage: what.stage };
    case 'consent':
      return { consent: what.consent };
    case 'tag':
      return { tag: what.tag };
    case 'value': {
      const written = writeCondition(what.leaf);
      return { value: isMembers(written) && written.field !== undefined ? written.field : null };
    }
    case 'cost_under':
      return { cost_under: { amount: what.amount, currency: what.currency } };
  }
}

/** The same as a test's note keeps it. */
export function writeAssertion({ who, what }: Assertion): Value {
  if (what.type === 'kept') return what.json;
  return { ...(who === 0 ? {} : { who }), ...writeWhat(what) };
}

/** What is so in place of what is checked, as the core tells it, in words. */
export function insteadWords({ what }: Assertion, came: string): string {
  switch (what.type) {
    case 'sent':
    case 'not_sent':
      return t('simulator.sentAfter', { length: lengthWords(came) });
    case 'stage': {
      const stage = STAGES.find((known) => known === came);
      return t('simulator.isInstead', { is: stage === undefined ? came : t(`gallery.${stage}`) });
    }
    case 'consent': {
      const consent = CONSENTS.find((known) => known === came);
      return t('simulator.isInstead', {
        is: consent === undefined ? came : t(`simulator.consent.${consent}`),
      });
    }
    case 'value':
      return t('simulator.isInstead', { is: valueOfText(came) });
    case 'cost_under':
      return t('simulator.isInstead', { is: `${came} ${what.currency}` });
    default:
      return t('simulator.isInstead', { is: came });
  }
}

function valueOfText(written: string): string {
  try {
    return heldWords(JSON.parse(written) as Value);
  } catch {
    return written;
  }
}

/** What is checked, as a sentence. `people`: what they are called, where there are several. */
export function assertionWords(
  { who, what }: Assertion,
  steps: readonly JourneyStep[],
  people: readonly string[],
): string {
  const title = (id: string): string => {
    const step = steps.find((known) => known.id === id);
    return apartWords(step === undefined ? id : stepName(step));
  };
  const words = (): string => {
    switch (what.type) {
      case 'sent':
        return what.within === null
          ? t('simulator.says.sent', { title: title(what.node) })
          : t('simulator.says.sentWithin', { title: title(what.node), length: lengthWords(what.within) });
      case 'not_sent':
        return t('simulator.says.notSent', { title: title(what.node) });
      case 'refused':
        return t('simulator.says.refused', { count: what.atMost });
      case 'reached':
        return t('simulator.says.reached', { goal: what.goal.replaceAll('_', ' ') });
      case 'stage':
        return t('simulator.says.stage', { stage: t(`gallery.${what.stage}`) });
      case 'consent':
        return t(`simulator.says.consent.${what.consent}`);
      case 'tag':
        return t('simulator.says.tag', { tag: what.tag });
      case 'value':
        return conditionWords(what.leaf);
      case 'cost_under':
        return t('simulator.says.cost', { amount: what.amount, currency: what.currency });
      case 'kept':
        return JSON.stringify(what.json);
    }
  };
  const name = people.length > 1 ? people[who] : undefined;
  return name === undefined ? words() : t('simulator.says.of', { name: apartWords(name), words: words() });
}
