import type { JourneyStep, StepRole } from '@/host';
import { isKey, t } from '@/i18n';
import type { IconName } from '@/kit';

const ICONS: Record<string, IconName> = {
  first_message: 'message',
  keyword: 'text',
  any_message: 'anyMessage',
  reply: 'reply',
  link: 'qr',
  ad: 'awareness',
  opt_in: 'consent',
  event: 'shop',
  date: 'date',
  schedule: 'clock',
  webhook: 'webhook',
  manual: 'hand',
  send: 'message',
  template: 'template',
  flow: 'flow',
  typing: 'more',
  ask: 'question',
  faq: 'faq',
  ai: 'assistant',
  wait: 'wait',
  wait_until: 'clock',
  wait_reply: 'reply',
  wait_event: 'wait',
  wait_status: 'show',
  branch: 'branch',
  split: 'chance',
  set: 'edit',
  tag: 'tag',
  consent: 'consent',
  stage: 'journey',
  http: 'web',
  crm: 'people',
  calendar: 'decision',
  shop: 'shop',
  assign: 'person',
  call: 'journey',
  go_to: 'open',
  goal: 'entry',
  end: 'end',
  note: 'note',
  // Not of the format: a card that stands for several.
  group: 'fit',
};

/** The picture of a kind of step; a kind that is not known is sealed. */
export function kindIcon(kind: string): IconName {
  return ICONS[kind] ?? 'lock';
}

/** What people call a kind of step. */
export function kindName(kind: string): string {
  const key = `steps.kind.${kind}`;
  return isKey(key) ? t(key) : t('steps.sealed');
}

/** What a kind of step does, in one sentence. */
export function kindAbout(kind: string): string {
  const key = `steps.about.${kind}`;
  return isKey(key) ? t(key) : '';
}

/** The roles in the order they are offered. */
export const ROLES: readonly StepRole[] = ['say', 'wait', 'choose', 'act', 'leave', 'trigger', 'note'];

/** What a step is called: its title, or its kind. */
export function stepName(step: Pick<JourneyStep, 'title' | 'kind'>): string {
  const title = step.title.trim();
  return title === '' ? kindName(step.kind) : title;
}
