import { useStore, useViewport } from '@xyflow/react';
import { memo, useEffect, useMemo, useRef } from 'react';
import { findingsOf, useJourney, useJourneySession } from '@/document';
import type { Diagnostic, Fix } from '@/host';
import { t } from '@/i18n';
import { stepName } from '@/journey-words';
import { announce, Button, IconButton, SeverityTag } from '@/kit';
import { CARD, HEAD } from './geometry';
import styles from './problem.module.css';
import { useCanvas, useCanvasState } from './store';

/** So wide is the box, in px of the window; so far it stands from its card. */
const WIDTH = 340;
const OFF = 18;

/** What is wrong with a step, beside its card: the sentence, why, and what mends it. */
export const ProblemBox = memo(function ProblemBox({
  onReplay,
}: {
  onReplay: ((step: string) => void) | null;
}) {
  const key = useCanvasState((state) => state.problem);
  const journey = useJourney((state) => state.journey);
  const { store } = useCanvas();
  const step = journey.steps.find((known) => known.key === key);
  const findings = useMemo(() => (step === undefined ? [] : findingsOf(journey, step)), [journey, step]);
  const [first] = findings;
  const isGone = key !== null && first === undefined;
  useEffect(() => {
    if (isGone) store.setState({ problem: null });
  }, [isGone, store]);
  if (key === null || step === undefined || first === undefined) return null;
  return <Box key={key} card={key} name={stepName(step)} findings={findings} onReplay={onReplay} />;
});

function Box({
  card,
  name,
  findings,
  onReplay,
}: {
  card: string;
  name: string;
  findings: readonly Diagnostic[];
  onReplay: ((step: string) => void) | null;
}) {
  const { store, rtl } = useCanvas();
  const session = useJourneySession();
  const { x, y, zoom } = useViewport();
  const box = useRef<HTMLElement>(null);
  const place = useStore((state) => {
    const node = state.nodeLookup.get(card);
    return node === undefined ? null : node.internals.positionAbsolute;
  });
  const size = useStore((state) => `${state.width} ${state.height}`);
  useEffect(() => box.current?.focus(), []);
  const close = () => {
    store.setState({ problem: null });
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(card)}"]`)?.focus();
  };
  if (place === null) return null;
  const [width = 0, height = 0] = size.split(' ').map(Number);
  const start = place.x * zoom + x;
  const end = start + CARD * zoom;
  // At the end side, unless there is no room.
  const atEnd = rtl ? start - OFF - WIDTH : end + OFF;
  const atStart = rtl ? end + OFF : start - OFF - WIDTH;
  const fits = atEnd >= 8 && atEnd + WIDTH <= width - 8;
  const left = Math.min(Math.max(8, fits ? atEnd : atStart), Math.max(8, width - WIDTH - 8));
  const top = Math.min(Math.max(HEAD + 8, place.y * zoom + y), Math.max(HEAD + 8, height - 320));

  const mend = (finding: Diagnostic, fix: Fix): void => {
    void session.dispatch({ type: 'Batch', name: fix.title, edits: fix.edits }).then((answer) => {
      if (answer.ok) announce(t('problems.fixed', { headline: finding.headline }));
    });
  };
  return (
    <section
      ref={box}
      className={`${styles.box} nokey`}
      style={{ left, top }}
      aria-label={t('canvas.problemOf', { name })}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      {findings.map((finding, place_) => (
        <div key={`${finding.rule} ${finding.place.pointer}`} className={styles.finding}>
          <header className={styles.head}>
            <SeverityTag severity={finding.severity} />
            {place_ === 0 && (
              <IconButton icon="close" size="panel" label={t('canvas.close')} onPress={close} />
            )}
          </header>
          <p className={styles.headline} dir="auto">
            {finding.headline}
          </p>
          <p className={styles.why} dir="auto">
            {finding.why}
          </p>
          {onReplay !== null && finding.rule === 'journey-window-closed' && (
            <Button variant="quiet" icon="play" onPress={() => onReplay(card)}>
              {t('canvas.replay')}
            </Button>
          )}
          {finding.fixes.slice(0, 3).map((fix, rank) => (
            <Button
              key={fix.title}
              variant={rank === 0 && place_ === 0 ? 'primary' : 'plain'}
              className={styles.fix}
              onPress={() => mend(finding, fix)}
            >
              <bdi>{fix.title}</bdi>
            </Button>
          ))}
        </div>
      ))}
    </section>
  );
}
