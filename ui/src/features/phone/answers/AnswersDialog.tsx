import { useDocument, useSession } from '@/document';
import type { Asked, Pointer, Question } from '@/host';
import { t } from '@/i18n';
import { Button, Dialog } from '@/kit';
import { AnswerEditor } from './AnswerEditor';
import styles from './answers.module.css';
import { SampleList } from './SampleList';
import { sameQuestion } from './samples';
import { entryOf } from './useAsked';
import { questionName } from './words';

/** What the dialog is open for: questions of a screen, and one sample of them. */
export interface Opened {
  questions: readonly Question[];
  sample: { question: Question; at: Pointer } | null;
  /** Whether the list of samples is behind the one that is open, or what was there before. */
  backToList: boolean;
}

/** Samples are made, changed and thrown away. */
export function AnswersDialog({
  all,
  opened,
  onOpen,
}: {
  all: readonly Asked[];
  opened: Opened;
  onOpen(opened: Opened | null): void;
}) {
  const flow = useDocument((state) => state.flow);
  const session = useSession();
  const { questions, sample } = opened;
  const close = () => onOpen(null);
  // One that was thrown away or undone meanwhile.
  if (sample !== null && flow.notes[sample.at] !== undefined) {
    const leave = () => (opened.backToList ? onOpen({ ...opened, sample: null }) : close());
    return (
      <Dialog
        key={sample.at}
        title={questionName(flow, sample.question)}
        isOpen
        onClose={close}
        size="wide"
        foot={
          <>
            <Button
              variant="blocked"
              icon="delete"
              onPress={() => {
                leave();
                void session.dispatch({ type: 'SetNote', at: sample.at, value: null });
              }}
            >
              {t('answers.delete')}
            </Button>
            <span className={styles.space} />
            <Button variant="primary" onPress={leave}>
              {t(opened.backToList ? 'answers.back' : 'answers.done')}
            </Button>
          </>
        }
      >
        <AnswerEditor asked={entryOf(all, sample.question)} at={sample.at} />
      </Dialog>
    );
  }
  const shown = all.filter(({ question }) => questions.some((known) => sameQuestion(known, question)));
  return (
    <Dialog
      key="list"
      title={t('answers.title')}
      isOpen
      onClose={close}
      foot={
        <Button variant="primary" onPress={close}>
          {t('answers.done')}
        </Button>
      }
    >
      <p className={styles.why}>{t('answers.why')}</p>
      {shown.map((asked) => {
        const name = questionName(flow, asked.question);
        const edit = (at: Pointer) => onOpen({ ...opened, sample: { question: asked.question, at } });
        return (
          <section key={name} className={styles.group} aria-label={name}>
            <h3 className={styles.heading}>{name}</h3>
            <SampleList asked={asked} onChoose={({ at }) => edit(at)} onEdit={edit} />
          </section>
        );
      })}
    </Dialog>
  );
}
