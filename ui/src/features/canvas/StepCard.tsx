import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Diagnostic, JourneyStep, StepWay } from '@/host';
import { t } from '@/i18n';
import { kindIcon, kindName, lengthWords, stepName, tells, wayWords } from '@/journey-words';
import { Icon } from '@/kit';
import { CardMessage } from './CardMessage';
import styles from './card.module.css';
import { isGroupKey } from './groups';
import { mainWay, rowsOf } from './guess';
import type { StepNode } from './nodes';
import { priceTag } from './prices';
import { useCanvas } from './store';

/** A step with what it says, as a card. */
export const StepCard = memo(function StepCard({ data }: NodeProps<StepNode>) {
  const { step, selected, finding, light, mark } = data;
  const rows = rowsOf(step);
  const main = mainWay(step);
  const isNote = step.role === 'note';
  const used = new Set(data.ports.split(' '));
  const ends = new Set(data.ends.split(' '));
  const port = (id: string, side: Side) => <Port id={id} side={side} isUsed={used.has(id)} rtl={data.rtl} />;
  return (
    <div
      className={styles.card}
      data-stage={data.stage}
      data-role={step.role}
      data-selected={selected || undefined}
      data-severity={finding?.severity}
      data-off={step.off || undefined}
      data-light={light ?? undefined}
      data-mark={mark ?? undefined}
      dir={data.rtl ? 'rtl' : 'ltr'}
    >
      <span className={styles.stageTab} aria-hidden="true" />
      {step.role !== 'trigger' && !isNote && mark !== 'removed' && (
        <>
          {port('in-top', 'top')}
          {port('in-start', 'start')}
          {port('in-end', 'end')}
        </>
      )}
      <header className={styles.head}>
        {mark !== null && (
          <span className={styles.mark} title={t(`canvas.mark.${mark}`)}>
            {mark !== 'changed' && <Icon isDrawn name={mark === 'added' ? 'add' : 'remove'} size={12} />}
          </span>
        )}
        <span className={styles.kindIcon}>
          <Icon isDrawn name={kindIcon(step.sealed ? '' : step.kind)} size={15} />
        </span>
        <span className={styles.title} title={stepName(step)} dir="auto" data-title="">
          {stepName(step)}
        </span>
        <span className={styles.kind}>{step.off ? t('canvas.off') : kindName(step.kind)}</span>
        {light === 'been' && (
          <span className={styles.been}>
            <Icon isDrawn name="tick" size={14} />
          </span>
        )}
      </header>
      <div className={styles.body}>
        <Content step={step} />
      </div>
      {rows.map((way) => (
        <Row
          key={way.output}
          step={step}
          way={way}
          isEnd={ends.has(way.output)}
          port={port(`${way.output}|e`, 'row')}
        />
      ))}
      {main !== undefined && !isNote && (
        <>
          {port(`${main.output}|b`, 'bottom')}
          {port(`${main.output}|e`, 'end')}
        </>
      )}
      <Foot step={step} isEnd={main !== undefined && !isNote && ends.has(main.output)} />
      {finding !== null && finding.severity !== 'advice' && <Badge step={step} finding={finding} />}
    </div>
  );
});

function Content({ step }: { step: JourneyStep }): ReactNode {
  if (step.messages.length > 0) {
    return step.messages.map((message) => <CardMessage key={message.at} step={step} message={message} />);
  }
  const line = tells(step);
  if (step.sealed) return <p className={styles.line}>{t('canvas.sealed')}</p>;
  return line === '' ? null : (
    <p className={styles.line} dir="auto">
      {line}
    </p>
  );
}

type Side = 'top' | 'bottom' | 'start' | 'end' | 'row';

/** Where a line leaves or arrives: a dot that is pulled to connect. */
function Port({ id, side, isUsed, rtl }: { id: string; side: Side; isUsed: boolean; rtl: boolean }) {
  const [start, end] = rtl ? [Position.Right, Position.Left] : [Position.Left, Position.Right];
  const positions = { top: Position.Top, bottom: Position.Bottom, start, end, row: end };
  return (
    <Handle
      id={id}
      type={id.startsWith('in-') ? 'target' : 'source'}
      position={positions[side]}
      className={`${styles.port} ${side === 'start' || side === 'end' ? styles.portSide : ''} ${isUsed ? styles.used : ''}`}
    />
  );
}

/** One way out, at the end of its row. */
function Row({
  step,
  way,
  isEnd,
  port,
}: {
  step: JourneyStep;
  way: StepWay;
  isEnd: boolean;
  port: ReactNode;
}) {
  const isAnswer = way.role === 'choice' && step.role === 'say';
  return (
    <div className={styles.row} data-answer={isAnswer || undefined}>
      {!isAnswer && (
        <Icon
          isDrawn
          name={way.role === 'no_answer' ? 'wait' : way.role === 'failed' ? 'warning' : 'reply'}
          size={12}
        />
      )}
      <span className={styles.rowWords} dir="auto">
        {wayWords(step, way)}
      </span>
      {way.role === 'no_answer' && step.timeout !== null && (
        <span className={`${styles.rowTime} tabular`}>{lengthWords(step.timeout)}</span>
      )}
      {isEnd && (
        <span className={styles.rowEnd} title={t('canvas.ending')}>
          <Icon isDrawn name="end" size={12} />
          <span className="visually-hidden">{t('canvas.ending')}</span>
        </span>
      )}
      {port}
    </div>
  );
}

/** Category of a template, what one costs, and that the way ends. What stands at both sides leaves the line free. */
function Foot({ step, isEnd }: { step: JourneyStep; isEnd: boolean }) {
  const { prices } = useCanvas();
  const isTemplate = step.messages.some((message) => !message.freeForm);
  const named = step.messages.find((message) => message.category !== null)?.category ?? null;
  const category = isTemplate ? named : null;
  const price = priceTag(step, prices);
  if (category === null && price === null && !isEnd) return null;
  const isFull = category !== null && price !== null;
  return (
    <div className={styles.foot} data-ends={isEnd || undefined}>
      {category !== null && (
        <span className={styles.tag}>{t(`canvas.category.${categoryOf(category)}`)}</span>
      )}
      {price !== null && (
        <span className={`${styles.tag} tabular`} title={price.long}>
          {price.words}
        </span>
      )}
      {isEnd && (
        <span className={styles.ending} title={isFull ? t('canvas.ending') : undefined}>
          <Icon isDrawn name="end" size={11} />
          <span className={isFull ? 'visually-hidden' : undefined}>{t('canvas.ending')}</span>
        </span>
      )}
    </div>
  );
}

function categoryOf(name: string): 'marketing' | 'utility' | 'authentication' {
  if (name === 'MARKETING') return 'marketing';
  return name === 'AUTHENTICATION' ? 'authentication' : 'utility';
}

/** What is wrong with a step: a press says it. */
function Badge({ step, finding }: { step: JourneyStep; finding: Diagnostic }) {
  const { store, acts, isPicture } = useCanvas();
  const { severity } = finding;
  if (isPicture)
    return (
      <span className={`${styles.badge} nodrag`} data-severity={severity}>
        <Icon isDrawn name={severity === 'blocked' ? 'blocked' : 'risky'} size={13} />
      </span>
    );
  return (
    <AriaButton
      className={`${styles.badge} nodrag`}
      data-severity={severity}
      aria-label={t('canvas.whatIsWrong', { name: stepName(step), headline: finding.headline })}
      excludeFromTabOrder
      onPress={() => (isGroupKey(step.key) ? acts.unfold(step.key) : store.setState({ problem: step.key }))}
    >
      <Icon
        isDrawn
        name={severity === 'blocked' ? 'blocked' : 'risky'}
        size={severity === 'blocked' ? 13 : 11}
      />
    </AriaButton>
  );
}
