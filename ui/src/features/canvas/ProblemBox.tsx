import { useStore, useViewport } from '@xyflow/react';
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { findingsOf, useJourney, useJourneySession } from '@/document';
import { FixButton, mend } from '@/fixes';
import type { Diagnostic } from '@/host';
import { t } from '@/i18n';
import { stepName } from '@/journey-words';
import { Button, IconButton, SeverityTag } from '@/kit';
import { CARD, HEAD } from './geometry';
import styles from './problem.module.css';
import { useCanvas, useCanvasState } from './store';
import { focusCard } from './useCanvasKeys';

/** So far the box stands from its card, in px of the window. */
const OFF = 18;
/** And from the edges of the canvas. */
const EDGE = 8;

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
    if (!isGone) return;
    store.setState({ problem: null });
    // The button that mended it has gone with the box.
    if (key !== null && document.activeElement === document.body) focusCard(key);
  }, [isGone, key, store]);
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
  const [own, setOwn] = useState({ width: 340, height: 320 });
  // Its size depends on the words and on how large they are.
  useLayoutEffect(() => {
    const at = box.current;
    if (at === null) return;
    const watch = new ResizeObserver(() => setOwn({ width: at.offsetWidth, height: at.offsetHeight }));
    watch.observe(at);
    return () => watch.disconnect();
  }, []);
  // The canvas is not to scroll to a box that is on its way to its place.
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const close = () => {
    store.setState({ problem: null });
    focusCard(card);
  };
  if (place === null) return null;
  const [width = 0, height = 0] = size.split(' ').map(Number);
  const start = place.x * zoom + x;
  const end = start + CARD * zoom;
  // At the end side, unless there is no room.
  const atEnd = rtl ? start - OFF - own.width : end + OFF;
  const atStart = rtl ? end + OFF : start - OFF - own.width;
  const fits = atEnd >= EDGE && atEnd + own.width <= width - EDGE;
  const within = (wanted: number, least: number, room: number) =>
    Math.max(least, Math.min(wanted, room - EDGE));
  const left = within(fits ? atEnd : atStart, EDGE, width - own.width);
  const top = within(place.y * zoom + y, HEAD + EDGE, height - own.height);

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
            <FixButton
              key={fix.title}
              fix={fix}
              variant={rank === 0 && place_ === 0 ? 'primary' : 'plain'}
              className={styles.fix ?? ''}
              onFix={() => void mend(session, finding, fix)}
            />
          ))}
        </div>
      ))}
    </section>
  );
}
