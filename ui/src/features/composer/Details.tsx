import { useMemo } from 'react';
import { join, useDraft, useMessage, useMessageSession } from '@/document';
import { currentLanguage, t } from '@/i18n';
import { ComboBox, Select, TextField } from '@/kit';
import styles from './composer.module.css';
import { useProblemAt } from './FactsForm';
import { useKnown } from './known';
import { fields, named, words } from './model';

const CATEGORIES = ['UTILITY', 'MARKETING', 'AUTHENTICATION'] as const;

/** A language by the name people know: "Português (Brasil)". */
export function languageName(code: string): string {
  try {
    const tag = code.replace('_', '-');
    return new Intl.DisplayNames([currentLanguage()], { type: 'language' }).of(tag) ?? code;
  } catch {
    return code;
  }
}

/** What a template is sent for, its language, and its name at Meta. */
export function Details() {
  const session = useMessageSession();
  const known = useKnown();
  const json = useMessage((state) => fields(state.message.json));
  const set = (key: string, what: string, value: string) =>
    session.dispatch(
      named(t('composer.undo.change', { what }), [{ type: 'SetProperty', at: '', key, value }]),
    );
  const languages = useMemo(
    () =>
      known.facts.languages
        .map(({ code }) => ({ id: code, label: languageName(code) }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [known],
  );
  const category = words(json.category).toUpperCase();
  const name = useDraft(words(json.name), (text) => set('name', t('composer.remoteName'), text));
  const nameProblem = useProblemAt(join('', 'name'));
  return (
    <div className={styles.details}>
      <Select
        label={t('composer.category')}
        value={category === '' ? null : category}
        placeholder={t('composer.choose')}
        help={isCategory(category) ? t(`composer.category.${category}.help`) : undefined}
        choices={CATEGORIES.map((id) => ({ id: id as string, label: t(`composer.category.${id}`) }))}
        onChange={(chosen) => void set('category', t('composer.category'), chosen)}
      />
      <ComboBox
        label={t('composer.language')}
        value={words(json.language)}
        choices={languages}
        onChange={(chosen) => chosen !== null && void set('language', t('composer.language'), chosen)}
      />
      <TextField
        label={t('composer.remoteName')}
        help={t('composer.remoteName.help')}
        error={nameProblem}
        code
        {...name.field}
      />
    </div>
  );
}

function isCategory(category: string): category is (typeof CATEGORIES)[number] {
  return CATEGORIES.some((known) => known === category);
}
