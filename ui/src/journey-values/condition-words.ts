import type { Value } from '@/host';
import { formatLocale, number, t } from '@/i18n';
import { fieldWords, weekdayWords } from '@/journey-words';
import { dayOf } from '@/kit';
import { type Check, type Condition, checkOf, type Leaf } from './condition';

/** What a comparison is called: of days before and after, of numbers less and more. */
export function checkWords(check: Check, ofTime: boolean): string {
  switch (check) {
    case 'above':
      return t(ofTime ? 'values.check.after' : 'values.check.above');
    case 'above_not':
      return t(ofTime ? 'values.check.after_not' : 'values.check.above_not');
    case 'below':
      return t(ofTime ? 'values.check.before' : 'values.check.below');
    case 'below_not':
      return t(ofTime ? 'values.check.before_not' : 'values.check.below_not');
    default:
      return t(`values.check.${check}`);
  }
}

/** A value in a sentence. */
export function heldWords(value: Value): string {
  if (typeof value === 'boolean') return t(value ? 'values.yes' : 'values.no');
  if (typeof value === 'number') return number(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  const day = dayOf(value);
  if (day === null) return t('steps.tells.quoted', { words: value });
  return new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    day.toDate('UTC'),
  );
}

function leafWords(leaf: Leaf): string {
  const { test, not } = leaf;
  const how = not ? 'not' : 'so';
  switch (test.type) {
    case 'window':
    case 'ad':
    case 'consent':
      return t(`values.says.${test.type}.${how}`);
    case 'tag':
      return t(`values.says.tag.${how}`, { tag: test.tag });
    case 'stage':
      return t(`values.says.stage.${how}`, { stage: t(`gallery.${test.stage}`) });
    case 'allowed':
      return t(`values.says.allowed.${how}`, { category: t(`canvas.category.${test.category}`) });
    case 'between':
      return t(`values.says.between.${how}`, { from: test.from, to: test.to });
    case 'on':
      return t(`values.says.on.${how}`, { days: weekdayWords(test.days) });
    case 'field': {
      const check = checkOf(leaf) ?? 'is';
      const name = fieldWords(test.name);
      const ofTime = typeof test.value === 'string' && /^\d{4}-/u.test(test.value);
      const words = checkWords(check, ofTime);
      return check === 'known' || check === 'unknown'
        ? t('values.says.alone', { name, words })
        : t('values.says.field', { name, words, value: heldWords(test.value) });
    }
  }
}

/** A condition as one sentence. What is not understood stays as it is written. */
export function conditionWords(condition: Condition): string {
  if (condition.kind === 'leaf') return leafWords(condition);
  if (condition.kind === 'kept') return JSON.stringify(condition.json);
  if (condition.rows.length === 0) return t(`values.says.empty.${condition.join}`);
  const inner = condition.rows.map((row) =>
    row.kind === 'group' && row.rows.length > 1 ? `(${conditionWords(row)})` : conditionWords(row),
  );
  if (condition.join === 'none') return t('values.says.none', { inner: inner.join(t('values.says.or')) });
  return inner.join(t(condition.join === 'all' ? 'values.says.and' : 'values.says.or'));
}
