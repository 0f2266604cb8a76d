/** What a step's form asks for, by its kind. The order is that of the form. */

export type FieldKind =
  | 'text'
  | 'long'
  | 'words'
  | 'length'
  | 'clock'
  | 'weekdays'
  | 'yesNo'
  | 'number'
  | 'people'
  | 'message'
  | 'messages'
  | 'template'
  | 'stage'
  | 'value'
  | 'journey'
  | 'status'
  | 'pairs'
  | 'gives'
  | 'samples'
  | 'cases'
  | 'shares'
  | 'questions'
  | 'expects'
  | 'again'
  | 'body'
  | 'method'
  | 'filled'
  | 'becomes';

export interface FormField {
  readonly key: string;
  readonly kind: FieldKind;
  /** Without it the step cannot be read: what stands there can be changed, not taken away. */
  readonly isRequired: boolean;
}

const f = (key: string, kind: FieldKind, isRequired = false): FormField => ({ key, kind, isRequired });
const PEOPLE = f('people', 'people');
const OUTSIDE = [f('timeout', 'length'), f('gives', 'gives'), f('samples', 'samples')];

export const FORMS: Record<string, readonly FormField[]> = {
  first_message: [],
  any_message: [],
  keyword: [f('words', 'words'), f('typos', 'yesNo')],
  reply: [f('ids', 'words')],
  link: [f('text', 'text'), f('qr', 'yesNo')],
  ad: [f('ads', 'words')],
  opt_in: [f('source', 'text'), PEOPLE],
  event: [f('event', 'text'), f('with_consent', 'yesNo'), PEOPLE, f('gives', 'gives')],
  date: [
    f('field', 'value', true),
    f('days_before', 'number'),
    f('at', 'clock'),
    f('yearly', 'yesNo'),
    f('with_consent', 'yesNo'),
    PEOPLE,
  ],
  schedule: [f('on', 'weekdays'), f('at', 'clock'), f('tag', 'text'), f('with_consent', 'yesNo'), PEOPLE],
  webhook: [f('name', 'text'), f('with_consent', 'yesNo'), PEOPLE, f('gives', 'gives')],
  manual: [f('with_consent', 'yesNo'), PEOPLE],
  send: [f('messages', 'messages'), f('if_closed', 'template')],
  template: [f('', 'template')],
  flow: [f('message', 'message'), f('timeout', 'length'), f('gives', 'gives'), f('if_closed', 'template')],
  typing: [f('lasts', 'length')],
  ask: [
    f('message', 'message'),
    f('expects', 'expects'),
    f('again', 'again'),
    f('save', 'value'),
    f('timeout', 'length'),
    f('if_closed', 'template'),
  ],
  faq: [f('entries', 'questions')],
  ai: [f('instructions', 'long'), ...OUTSIDE],
  wait: [f('for', 'length', true)],
  wait_until: [f('time', 'clock'), f('on', 'weekdays')],
  wait_reply: [f('save', 'value'), f('timeout', 'length')],
  wait_event: [f('event', 'text'), f('match', 'value'), f('timeout', 'length'), f('gives', 'gives')],
  wait_status: [f('status', 'status'), f('timeout', 'length')],
  branch: [f('cases', 'cases')],
  split: [f('ways', 'shares')],
  set: [f('field', 'value', true), f('value', 'becomes')],
  tag: [f('add', 'words'), f('remove', 'words')],
  consent: [f('marketing', 'yesNo')],
  stage: [f('set', 'stage')],
  http: [
    f('method', 'method'),
    f('url', 'filled'),
    f('headers', 'pairs'),
    f('body', 'body'),
    f('pick', 'pairs'),
    ...OUTSIDE,
  ],
  crm: [f('action', 'text'), f('with', 'pairs'), ...OUTSIDE],
  calendar: [f('action', 'text'), f('with', 'pairs'), ...OUTSIDE],
  shop: [f('action', 'text'), f('with', 'pairs'), ...OUTSIDE],
  assign: [f('to_whom', 'text'), f('note', 'long')],
  call: [f('journey', 'journey')],
  go_to: [f('journey', 'journey')],
  goal: [f('name', 'text'), f('ends', 'yesNo')],
  end: [],
  note: [f('text', 'long')],
};
