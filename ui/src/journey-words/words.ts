import type { JourneyStep, StepWay, Value } from '@/host';
import { isKey, number, t } from '@/i18n';

function isRecord(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of a step's JSON as words; empty when it is none. */
export function text(step: JourneyStep, key: string): string {
  const value = isRecord(step.json) ? step.json[key] : undefined;
  return typeof value === 'string' ? value : '';
}

/** A member of a step's JSON that is a list of words. */
export function texts(step: JourneyStep, key: string): string[] {
  const value = isRecord(step.json) ? step.json[key] : undefined;
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

const UNITS = { w: 'week', d: 'day', h: 'hour', m: 'minute', s: 'second' } as const;

/** A length of time as it is written (`1d 2h`) as people read it: 1 d 2 h. What is not understood stays as it is. */
export function lengthWords(written: string): string {
  const parts = written.trim().split(/\s+/u);
  const words = parts.map((part) => {
    const [, count, unit] = /^(\d+)([wdhms])$/u.exec(part) ?? [];
    if (count === undefined || unit === undefined) return part;
    return t(`steps.length.${UNITS[unit as keyof typeof UNITS]}`, { count: number(Number(count)) });
  });
  return words.join(' ');
}

/** Days of the week by their names in the format. */
export function weekdayWords(days: readonly string[]): string {
  return days
    .map((day) => {
      const key = `steps.day.${day}`;
      return isKey(key) ? t(key) : day;
    })
    .join(', ');
}

/** When a way out is taken, as people say it. */
export function wayWords(step: JourneyStep, way: StepWay): string {
  if (way.words !== null && way.words.trim() !== '') return way.words;
  switch (way.role) {
    case 'else':
      return t(step.kind === 'branch' ? 'steps.way.otherwise' : 'steps.way.else');
    case 'no_answer':
      return t(
        `steps.way.${step.kind === 'wait_event' || step.kind === 'wait_status' ? 'late' : 'noAnswer'}`,
      );
    case 'closed':
      return t('steps.way.closed');
    case 'failed':
      return t('steps.way.failed');
    default:
      return t(step.kind === 'flow' ? 'steps.way.sent' : 'steps.way.next');
  }
}

/** One line on what a step does, where it shows no message. */
export function tells(step: JourneyStep): string {
  const say = (key: string): string => text(step, key);
  switch (step.kind) {
    case 'keyword':
      return texts(step, 'words')
        .map((word) => t('steps.tells.quoted', { words: word }))
        .join(', ');
    case 'link':
      return t('steps.tells.link', { words: say('text') });
    case 'reply':
      return texts(step, 'ids').join(', ');
    case 'opt_in':
      return say('source');
    case 'event':
    case 'wait_event':
      return eventWords(say('event'));
    case 'date':
      return t('steps.tells.date', { field: fieldWords(say('field')), time: say('at') });
    case 'schedule':
      return t('steps.tells.until', { time: say('at'), days: weekdayWords(texts(step, 'on')) }).trim();
    case 'wait':
      return lengthWords(say('for'));
    case 'wait_until':
      return t('steps.tells.until', { time: say('time'), days: weekdayWords(texts(step, 'on')) }).trim();
    case 'wait_status':
      return t(say('status') === 'read' ? 'steps.tells.read' : 'steps.tells.delivered');
    case 'typing':
      return lengthWords(say('lasts'));
    case 'set':
      return t('steps.tells.set', { field: fieldWords(say('field')), value: plain(step, 'value') });
    case 'tag':
      return [
        ...texts(step, 'add').map((tag) => `+ ${tag}`),
        ...texts(step, 'remove').map((tag) => `− ${tag}`),
      ].join('  ');
    case 'consent':
      return t(
        isRecord(step.json) && step.json.marketing === true ? 'steps.tells.agreed' : 'steps.tells.stopped',
      );
    case 'stage': {
      const key = `gallery.${say('set')}`;
      return isKey(key) ? t(key) : say('set');
    }
    case 'http':
      return say('url');
    case 'crm':
    case 'calendar':
    case 'shop': {
      const key = `steps.action.${say('action')}`;
      return isKey(key) ? t(key) : say('action').replaceAll('_', ' ');
    }
    case 'assign':
      return say('to_whom');
    case 'call':
    case 'go_to':
      return say('journey');
    case 'goal':
      return say('name').replaceAll('_', ' ');
    case 'ai':
      return say('instructions');
    case 'note':
      return say('text');
    case 'faq': {
      const entries = isRecord(step.json) ? step.json.entries : undefined;
      return t('steps.tells.faq', { count: Array.isArray(entries) ? entries.length : 0 });
    }
    case 'group':
      return t('steps.tells.group', {
        count: isRecord(step.json) && typeof step.json.count === 'number' ? step.json.count : 0,
      });
    case 'webhook':
      return say('name');
    default:
      return '';
  }
}

function plain(step: JourneyStep, key: string): string {
  const value = isRecord(step.json) ? step.json[key] : undefined;
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** A field's name without its underscores. */
export function fieldWords(name: string): string {
  return name.replaceAll('_', ' ');
}

function eventWords(event: string): string {
  const key = `steps.event.${event}`;
  return isKey(key) ? t(key) : event.replaceAll('_', ' ');
}
