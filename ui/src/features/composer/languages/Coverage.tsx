import type { Family, TemplateLanguage } from '@/host';
import { t } from '@/i18n';
import styles from './languages.module.css';

/** How much of a language is written, counted from the original. */
export function Coverage({ family, language }: { family: Family; language: TemplateLanguage }) {
  return (
    <span className={styles.coverage}>
      {language.isOriginal
        ? t('composer.original')
        : t('composer.coverage', { done: family.counted - language.left, all: family.counted })}
    </span>
  );
}
