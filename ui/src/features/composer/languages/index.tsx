import { useCallback, useEffect, useState } from 'react';
import { useMessage, useMessageSession } from '@/document';
import { type Family, host } from '@/host';
import { t } from '@/i18n';
import { Button, Icon } from '@/kit';
import { languageName } from '../Details';
import { AddLanguage } from './AddLanguage';
import { Beside } from './Beside';
import { Coverage } from './Coverage';
import styles from './languages.module.css';

/** The languages that the template has, the way to another one, and what Meta would take it for the same as. */
export function TemplateLanguages({ onOpen }: { onOpen(message: string): void }) {
  const session = useMessageSession();
  const { family, again } = useFamily();
  const [adding, setAdding] = useState(false);
  const [beside, setBeside] = useState(false);
  // Its room is kept until it is known: what stands below is not moved.
  if (family === null) return <div className={styles.languages} />;
  if (family.languages.length === 0) return null;
  const hasOthers = family.languages.length > 1;
  return (
    <section className={styles.languages} aria-label={t('composer.languages')}>
      {hasOthers && (
        <ul className={styles.list}>
          {family.languages.map((language) => (
            <li key={language.message}>
              {language.message === session.id ? (
                <span className={styles.own} aria-current="true">
                  {languageName(language.language)}
                  <Coverage family={family} language={language} />
                </span>
              ) : (
                <Button size="small" onPress={() => onOpen(language.message)}>
                  {languageName(language.language)}
                  <Coverage family={family} language={language} />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {hasOthers && (
        <Button size="small" variant="quiet" onPress={() => setBeside(true)}>
          {t('composer.sideBySide')}
        </Button>
      )}
      <Button size="small" variant="quiet" icon="add" onPress={() => setAdding(true)}>
        {t('composer.addLanguage')}
      </Button>
      {family.clashes.length > 0 && (
        <p className={styles.warning}>
          <Icon name="risky" size={14} />
          {t('composer.clash', { name: family.clashes[0] ?? '' })}
        </p>
      )}
      {family.twins.length > 0 && (
        <p className={styles.warning}>
          <Icon name="risky" size={14} />
          {t('composer.twin', { name: family.twins[0] ?? '' })}
        </p>
      )}
      <AddLanguage
        taken={family.languages.map(({ language }) => language)}
        isOpen={adding}
        onClose={() => setAdding(false)}
        onAdd={async (language) => {
          const answer = await host.messageAddLanguage(session.id, language);
          if (!answer.ok) return answer.error;
          await again();
          setAdding(false);
          setBeside(true);
          return null;
        }}
      />
      <Beside family={family} isOpen={beside} onClose={() => setBeside(false)} onChanged={again} />
    </section>
  );
}

/** Asked again whenever this template has changed. */
function useFamily(): { family: Family | null; again(): Promise<void> } {
  const session = useMessageSession();
  const revision = useMessage((state) => state.message.revision);
  const [family, setFamily] = useState<Family | null>(null);
  const again = useCallback(async (): Promise<void> => {
    const answer = await host.messageFamily(session.id);
    if (answer.ok) setFamily(answer.data);
  }, [session.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another family
  useEffect(() => void again(), [again, revision]);
  return { family, again };
}
