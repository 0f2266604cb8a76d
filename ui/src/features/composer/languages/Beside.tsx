import { useDraft, useMessageSession } from '@/document';
import { type Answer, type Edit, type Family, host, type TemplateLanguage, type WordingRow } from '@/host';
import { directionOf, t } from '@/i18n';
import { Dialog, SeverityTag } from '@/kit';
import { languageName } from '../Details';
import { variablesIn } from '../model';
import { MessageText } from '../text';
import { Coverage } from './Coverage';
import styles from './languages.module.css';

/** Every text of the template beside itself in its other languages. */
export function Beside({
  family,
  isOpen,
  onClose,
  onChanged,
}: {
  family: Family;
  isOpen: boolean;
  onClose(): void;
  onChanged(): Promise<void>;
}) {
  return (
    <Dialog title={t('composer.sideBySide')} isOpen={isOpen} onClose={onClose} size="page">
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {family.languages.map((language) => (
                <th key={language.message} scope="col">
                  {languageName(language.language)}
                  <Coverage family={family} language={language} />
                  {language.blocked > 0 && <SeverityTag severity="blocked" count={language.blocked} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {family.rows.map((row, place) => (
              <tr key={row.at}>
                {family.languages.map((language) => (
                  <td key={language.message}>
                    <Cell
                      row={row}
                      language={language}
                      text={language.texts[place] ?? null}
                      onChanged={onChanged}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

function Cell({
  row,
  language,
  text,
  onChanged,
}: {
  row: WordingRow;
  language: TemplateLanguage;
  text: string | null;
  onChanged(): Promise<void>;
}) {
  const session = useMessageSession();
  const draft = useDraft(text ?? '', async (typed) => {
    const edit: Edit = { type: 'ReplaceValue', at: row.at, value: typed };
    const answer =
      language.message === session.id
        ? await session.dispatch(edit)
        : await editOther(language.message, edit);
    await onChanged();
    return answer;
  });
  if (text === null) return <p className={styles.note}>{t('composer.noSuchPart')}</p>;
  const kind = t(`composer.wording.${row.kind}`);
  const where = row.card === null ? kind : t('composer.wording.onCard', { kind, card: row.card + 1 });
  return (
    <div dir={directionOf(language.language.replace('_', '-'))}>
      <MessageText
        label={t('composer.wording.in', { text: where, language: languageName(language.language) })}
        draft={draft}
        formats={row.kind === 'body'}
        multiline={row.kind === 'body'}
        samples={new Map(variablesIn(draft.value).map((name) => [name, name]))}
      />
    </div>
  );
}

/** Changes a template that is not the open one, as it is now. */
async function editOther(message: string, edit: Edit): Promise<Answer<unknown>> {
  const open = await host.messageOpen(message);
  return open.ok ? await host.messageEdit(message, open.data.revision, edit) : open;
}
