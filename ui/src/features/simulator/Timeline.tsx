import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { useJourney } from '@/document';
import { direction, t } from '@/i18n';
import { Icon, type IconName } from '@/kit';
import styles from './clock.module.css';
import { happenings } from './happened';
import { DAY, midnights, quietSpans } from './moments';
import { apart, keyed, place, shown } from './timeline';
import { useRun, useRunStore } from './useRun';
import { dayOf, longMoment } from './words';

/** Discs nearer than this, as a share of the track, are one. */
const DISC = 0.055;
const LABEL = 0.36;

type Mark = { at: number; icon: IconName; words: string; short: string };

/** Four days: when it is quiet, when the window is open, what happened and what will. The hand is dragged or moved by keys. */
export function Timeline() {
  const run = useRunStore();
  const journey = useJourney((state) => state.journey);
  const { begin, now, zone, view, ahead } = useRun((state) => state);
  const [held, setHeld] = useState<{ from: number; to: number } | null>(null);
  const track = useRef<HTMLDivElement>(null);
  const { from: first, to: last } = shown(begin, now, zone);
  const from = held?.from ?? first;
  const to = held?.to ?? last;
  const quiet = useMemo(
    () => quietSpans(journey.settings, from, to, zone),
    [journey.settings, from, to, zone],
  );
  const days = useMemo(() => midnights(from, to, zone), [from, to, zone]);

  const { past, future } = useMemo(() => {
    const mark = (one: { at: number; icon: IconName; words: string; step: string | null }): Mark => ({
      at: one.at,
      icon: one.icon,
      words: one.words,
      short: journey.steps.find((step) => step.key === one.step)?.title ?? '',
    });
    const before = view === null ? [] : happenings(view, journey).map(mark);
    const after =
      ahead === null || view === null
        ? []
        : happenings(ahead, journey)
            .filter((one) => one.at > view.now)
            .map(mark);
    const closes = ahead?.person.windowUntil ?? view?.person.windowUntil ?? null;
    if (view !== null && closes !== null && closes > view.now)
      after.push({
        at: closes,
        icon: 'lock',
        words: t('simulator.windowCloses'),
        short: t('simulator.windowCloses'),
      });
    after.sort((one, other) => one.at - other.at);
    const seen = (marks: Mark[]) => marks.filter(({ at }) => at >= from && at < to);
    return { past: apart(seen(before), from, to, DISC), future: apart(seen(after), from, to, DISC) };
  }, [view, ahead, journey, from, to]);

  const at = (moment: number) => `${(place(moment, from, to) * 100).toFixed(3)}%`;
  const until = view?.person.windowUntil ?? null;
  const open = until === null ? null : { from: Math.max(from, until - DAY), to: Math.min(to, until) };

  const momentAt = (event: PointerEvent): number => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return now;
    const share = (event.clientX - box.left) / box.width;
    const along = direction() === 'rtl' ? 1 - share : share;
    const exact = from + Math.min(1, Math.max(0, along)) * (to - from);
    return Math.round(exact / 60_000) * 60_000;
  };
  const goTo = (moment: number) => {
    run.pause();
    void run.moveTo(Math.max(begin, moment));
  };

  return (
    <div className={styles.timeline}>
      <div className={styles.days} aria-hidden="true">
        {days.map((day) => (
          <span key={day} style={{ insetInlineStart: at(day) }}>
            {dayOf(day, zone)}
          </span>
        ))}
      </div>
      <div
        ref={track}
        className={styles.track}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setHeld({ from, to });
          goTo(momentAt(event));
        }}
        onPointerMove={(event) => held !== null && goTo(momentAt(event))}
        onPointerUp={() => setHeld(null)}
        onPointerCancel={() => setHeld(null)}
      >
        {quiet.map((span) => (
          <span
            key={span.from}
            className={styles.quiet}
            style={{ insetInlineStart: at(span.from), inlineSize: width(span, from, to) }}
          />
        ))}
        {days.slice(1).map((day) => (
          <span key={day} className={styles.midnight} style={{ insetInlineStart: at(day) }} />
        ))}
        {open !== null && open.from < open.to && (
          <span
            className={styles.window}
            style={{ insetInlineStart: at(open.from), inlineSize: width(open, from, to) }}
          />
        )}
        {[
          ...past.map((mark) => ({ ...mark, done: true })),
          ...future.map((mark) => ({ ...mark, done: false })),
        ].map((mark) => (
          <span
            key={`${mark.at} ${mark.done}`}
            className={styles.disc}
            data-done={mark.done || undefined}
            title={mark.words}
            style={{ insetInlineStart: at(mark.at) }}
            aria-hidden="true"
          >
            <Icon name={mark.icon} size={11} />
          </span>
        ))}
        <span
          className={styles.hand}
          style={{ insetInlineStart: at(now) }}
          role="slider"
          tabIndex={0}
          aria-label={t('simulator.hand')}
          aria-valuemin={from}
          aria-valuemax={to}
          aria-valuenow={now}
          aria-valuetext={longMoment(now, zone)}
          onKeyDown={(event) => {
            const moment = keyed(event.key, event.shiftKey, now, direction() === 'rtl');
            if (moment === null) return;
            event.preventDefault();
            goTo(moment);
          }}
        >
          <span className={styles.knob} />
        </span>
      </div>
      <div className={styles.labels} aria-hidden="true">
        {apart(future, from, to, LABEL)
          .filter(({ short }) => short !== '')
          .map(({ at: moment, short }) => (
            <span
              key={moment}
              data-end={place(moment, from, to) > 0.8 || undefined}
              style={
                place(moment, from, to) > 0.8
                  ? { insetInlineEnd: `${((1 - place(moment, from, to)) * 100 - 2).toFixed(2)}%` }
                  : { insetInlineStart: at(moment) }
              }
            >
              {short}
            </span>
          ))}
      </div>
    </div>
  );
}

function width(span: { from: number; to: number }, from: number, to: number): string {
  return `${((place(span.to, from, to) - place(span.from, from, to)) * 100).toFixed(3)}%`;
}
