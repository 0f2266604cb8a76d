import { useDocument, useSession } from '@/document';
import type { Asked, Question } from '@/host';
import { t } from '@/i18n';
import { Button, Segmented } from '@/kit';
import styles from './answers.module.css';
import { askingScreen, openBy, opensBySystem } from './samples';

/** What the system can be asked on a screen that shows: as the form opens there, on the way back, by its buttons. */
function askedOn(all: readonly Asked[], id: string | undefined, entry: boolean): Asked[] {
  return all.filter(({ question, asks }) => {
    const screen = askingScreen(question);
    return asks && (screen === null ? entry : screen === id);
  });
}

/** While editing: the way to the sample answers of the screen that shows. */
export function AnswersBar({
  all,
  screen,
  onOpen,
}: {
  all: readonly Asked[];
  screen: string;
  onOpen(questions: Question[]): void;
}) {
  const shown = useDocument((state) => state.flow.screens[screen]);
  const asked = askedOn(all, shown?.id, shown?.entry ?? false);
  if (asked.length === 0) return null;
  const count = asked.reduce((sum, { samples }) => sum + samples.length, 0);
  return (
    <div className={styles.bar}>
      <Button
        size="small"
        variant="quiet"
        icon="wait"
        onPress={() => onOpen(asked.map(({ question }) => question))}
      >
        {t('answers.open', { count })}
      </Button>
    </div>
  );
}

/** While trying: who says which screen comes first. */
export function OpeningBar({ all, onRestart }: { all: readonly Asked[]; onRestart(): void }) {
  const session = useSession();
  const bySystem = useDocument((state) => opensBySystem(state.flow));
  if (!all.some(({ question, asks }) => asks && question.type === 'init')) return null;
  return (
    <div className={styles.bar}>
      <span className={styles.barWords} aria-hidden="true">
        {t('answers.openedBy')}
      </span>
      <Segmented
        label={t('answers.openedBy')}
        value={bySystem ? 'system' : 'screen'}
        onChange={(next) => {
          void session.dispatch(openBy(next === 'system')).then(onRestart);
        }}
        choices={[
          { id: 'screen', label: t('answers.openedByScreen') },
          { id: 'system', label: t('answers.openedBySystem') },
        ]}
      />
    </div>
  );
}
