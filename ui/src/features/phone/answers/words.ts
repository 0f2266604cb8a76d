import type { Flow } from '@/document';
import type { Fault, Question, SampleAnswer, Value } from '@/host';
import { t } from '@/i18n';
import { askingScreen, keyOf, SUCCESS } from './samples';

/** A screen as people know it. */
export function titleOf(flow: Flow, id: string | null): string {
  const key = keyOf(flow, id);
  return (key === undefined ? '' : flow.screens[key]?.title) || id || '';
}

/** What is asked, in one sentence. */
export function questionWords(flow: Flow, question: Question): string {
  switch (question.type) {
    case 'init':
      return t('answers.askedInit');
    case 'back':
      return t('answers.askedBack', { screen: titleOf(flow, question.screen) });
    case 'exchange':
      return t('answers.askedExchange', { screen: titleOf(flow, question.screen) });
  }
}

/** The same as the heading of a list. */
export function questionName(flow: Flow, question: Question): string {
  switch (question.type) {
    case 'init':
      return t('answers.whenInit');
    case 'back':
      return t('answers.whenBack', { screen: titleOf(flow, question.screen) });
    case 'exchange':
      return t('answers.whenExchange', { screen: titleOf(flow, question.screen) });
  }
}

/** What happens with an answer: "Shows “Home”". */
export function effectWords(flow: Flow, question: Question, answer: SampleAnswer): string {
  const message = answer.data?.error_message;
  if (typeof message === 'string' && message !== '') return t('answers.says', { words: message });
  if (answer.screen === SUCCESS) return t('answers.ends');
  if (answer.screen == null || answer.screen === askingScreen(question)) return t('answers.stays');
  return t('answers.shows', { screen: titleOf(flow, answer.screen) });
}

export function sampleName(answer: SampleAnswer): string {
  return answer.name?.trim() || t('answers.unnamed');
}

function typeWords(type: string): string {
  switch (type) {
    case 'string':
      return t('answers.typeText');
    case 'number':
    case 'integer':
      return t('answers.typeNumber');
    case 'boolean':
      return t('answers.typeTruth');
    case 'array':
      return t('answers.typeList');
    case 'object':
      return t('answers.typeObject');
    default:
      return t('answers.typeNothing');
  }
}

/** Why a phone refuses an answer, in one sentence. */
export function faultWords(flow: Flow, { misfit }: Fault): string {
  switch (misfit.type) {
    case 'no_screen':
      return t('answers.noScreen');
    case 'unknown_screen':
      return t('answers.unknownScreen', { screen: misfit.screen });
    case 'no_route':
      return t('answers.noRoute', { from: titleOf(flow, misfit.from), to: titleOf(flow, misfit.to) });
    case 'not_an_entry':
      return t('answers.notAnEntry', { screen: titleOf(flow, misfit.screen) });
    case 'missing':
      return t('answers.missing', { name: misfit.key });
    case 'extra':
      return t('answers.extra', { name: misfit.key });
    case 'wrong_type':
      return t('answers.wrongType', {
        name: misfit.key,
        expected: typeWords(misfit.expected),
        found: typeWords(misfit.found),
      });
    case 'no_params':
      return t('answers.noParams');
  }
}

/** A value that was sent, as words. */
export function valueWords(value: Value): string {
  if (value === null || value === '') return t('phone.noAnswer');
  if (typeof value === 'boolean') return t(value ? 'phone.yes' : 'phone.no');
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join('\n');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
