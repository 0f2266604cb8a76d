import { isKey, t } from '@/i18n';
import type { Source } from '@/sending';

/** A sentence of the catalogue, when it has it. */
function known(key: string): string | undefined {
  return isKey(key) ? t(key) : undefined;
}

/** Plain name of a property: as it is called on this component, else as it is called anywhere, else Meta's name. */
export function propertyLabel(component: string, property: string): string {
  return (
    known(`inspector.part.${component}.${property}`) ?? known(`inspector.property.${property}`) ?? property
  );
}

/** One line on what a property is for, where the name alone does not say it. */
export function propertyHelp(component: string, property: string): string | undefined {
  return known(`inspector.help.${component}.${property}`) ?? known(`inspector.help.${property}`);
}

/** Plain name of one of a property's choices. */
export function choiceLabel(property: string, choice: string): string {
  return known(`inspector.choice.${property}.${choice}`) ?? choice;
}

/** Plain name of an action. */
export function actionWords(action: string): string {
  return known(`inspector.action.${action}`) ?? action;
}

/** Where a value comes from: "Answer to “Your name”". */
export function sourceWords(source: Source): string {
  const words = t(source.kind === 'answer' ? 'inspector.answerTo' : 'inspector.dataValue', {
    label: source.label,
  });
  return source.screen === null ? words : t('inspector.onScreen', { words, screen: source.screen.title });
}

/** What a bound text means, in words: the source it names, else that it is worked out. */
export function boundWords(text: string, sources: readonly Source[]): string {
  const source = sources.find((known) => known.text === text);
  if (source !== undefined) return sourceWords(source);
  if (text.startsWith('`')) return t('inspector.workedOut');
  return t('inspector.takenFrom', { text });
}
