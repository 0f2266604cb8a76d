import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useDocument, useSession, valueAt } from '@/document';
import type { Asked, BrokenAction, Pointer, PreviewAct, Question, Sample } from '@/host';
import { t } from '@/i18n';
import { Button, Icon } from '@/kit';
import { ExactText } from '../Answers';
import { brokenWords } from '../Led';
import results from '../results.module.css';
import styles from './answers.module.css';
import { SampleList } from './SampleList';
import { answerAct, answerByItself, askingScreen, keyOf, labelOf, sentRows } from './samples';
import { questionWords, sampleName, valueWords } from './words';

/** The phone waits: what the business's own system is asked, and samples to answer with in its place. */
export function AskedPanel({
  asked,
  request,
  refused,
  onAct,
  onEdit,
  onAnswered,
  onLeave,
}: {
  asked: Asked;
  request: string;
  /** Why the phone did not take the last answer. */
  refused: BrokenAction | null;
  onAct(act: PreviewAct): void;
  onEdit(question: Question, at: Pointer): void;
  /** A sample answered by itself. */
  onAnswered(sample: Sample): void;
  /** The panel goes while focus is in it. */
  onLeave(): void;
}) {
  const flow = useDocument((state) => state.flow);
  const { question } = asked;
  const key = keyOf(flow, askingScreen(question));
  const screen = key === undefined ? undefined : flow.screens[key];
  const rows = sentRows(request);
  const byItself = asked.samples.find(
    ({ answer, faults }) => answer.byItself === true && faults.length === 0,
  );

  // Once a question: one who then changes a sample is not run away from.
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the question asks, not a change of its samples
  useEffect(() => {
    if (!isFirst.current) return;
    isFirst.current = false;
    if (byItself === undefined) return;
    onAct(answerAct(byItself.answer));
    onAnswered(byItself);
  }, []);
  const box = useRef<HTMLElement>(null);
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useLayoutEffect(() => {
    const panel = box.current;
    return () => {
      if (panel?.contains(document.activeElement)) leave.current();
    };
  }, []);

  const [runsThrough] = useState(byItself !== undefined);
  if (runsThrough && refused === null) return null;

  return (
    <section ref={box} className={results.panel} aria-label={t('phone.endpoint')}>
      <h3 className={results.title}>
        <Icon name="wait" />
        {t('phone.endpoint')}
      </h3>
      <p className={results.note}>{questionWords(flow, question)}</p>
      {rows.length > 0 && (
        <div>
          <p className={styles.toldHead}>{t('answers.told')}</p>
          <dl className={results.list}>
            {rows.map(({ name, value }) => (
              <div key={name} className={styles.told}>
                <dt dir="auto">{labelOf(valueAt(screen?.json, '/layout'), name) ?? name}</dt>
                <dd dir="auto">{valueWords(value)}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {refused !== null && (
        <p className={styles.fault} role="alert">
          <Icon name="blocked" size={14} />
          <span>{brokenWords(flow, refused)}</span>
        </p>
      )}
      <SampleList
        asked={asked}
        autoFocus
        onChoose={({ answer }) => onAct(answerAct(answer))}
        onEdit={(at) => onEdit(question, at)}
      />
      <ExactText label={t('phone.exactQuestion')} text={request} />
    </section>
  );
}

/** Says that a sample answered by itself, with the way to be asked again. */
export function AnsweredBar({
  asked,
  sample,
  onAskAgain,
}: {
  asked: Asked;
  sample: Sample;
  onAskAgain(): void;
}) {
  const session = useSession();
  return (
    <div className={styles.bar} role="status">
      <Icon name="ok" className={results.ok} />
      <span className={styles.answered}>{t('answers.answered', { name: sampleName(sample.answer) })}</span>
      <Button
        size="small"
        variant="quiet"
        onPress={() => {
          void session.dispatch((now) => answerByItself(now, asked, null));
          onAskAgain();
        }}
      >
        {t('answers.askEachTime')}
      </Button>
    </div>
  );
}
