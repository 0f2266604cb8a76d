import { type CSSProperties, useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useJourney, useJourneySession } from '@/document';
import { host, type JourneyTour } from '@/host';
import { currentLanguage, direction, t } from '@/i18n';
import { stepName } from '@/journey-words';
import { announce, Button, IconButton, setPanel, usePanel } from '@/kit';
import styles from './tour.module.css';
import { type Box, placeBeside, type Size, shared } from './tour-place';

/** Marks the button that the last stop points at. */
export const TOUR_PLAY = { 'data-tour': 'play' };

/** So far the ring stands around what it points at, in px of the window. */
const ROOM = 6;

export interface TourState {
  readonly tour: JourneyTour | null;
  readonly isOpen: boolean;
  start(): void;
  end(): void;
}

/** The tour of the open journey. `isFresh`: it was just made of a starter, so the tour begins unless it was seen. */
export function useTour(isFresh: boolean): TourState {
  const session = useJourneySession();
  const [tour, setTour] = useState<JourneyTour | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [seen] = usePanel(`tour.${tour?.starter ?? ''}`, 0);
  const offered = useRef(!isFresh);
  useEffect(() => {
    let stale = false;
    void host.journeyTour(session.id, currentLanguage()).then((answer) => {
      if (!stale && answer.ok) setTour(answer.data);
    });
    return () => {
      stale = true;
    };
  }, [session]);
  useEffect(() => {
    if (tour === null || offered.current) return;
    offered.current = true;
    if (seen === 0) setOpen(true);
  }, [tour, seen]);
  useEffect(() => {
    if (isOpen && tour !== null) setPanel(`tour.${tour.starter}`, 1);
  }, [isOpen, tour]);
  const start = useCallback(() => setOpen(true), []);
  const end = useCallback(() => setOpen(false), []);
  return { tour, isOpen: isOpen && tour !== null, start, end };
}

/** What a stop points at, while it is drawn. */
function targetOf(step: string | null): Element | null {
  if (step === null) return document.querySelector('[data-tour="play"]');
  const key = CSS.escape(step);
  return document.querySelector(
    `[data-canvas] .react-flow__node[data-id="${key}"], [data-canvas] [data-step="${key}"]`,
  );
}

/** A box beside one step after the other that says what it does. Everything else stays as usable as before. */
export function Tour({ tour, onEnd }: { tour: JourneyTour; onEnd(): void }) {
  const session = useJourneySession();
  const steps = useJourney((state) => state.journey.steps);
  const [at, setAt] = useState(0);
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const stops = tour.stops.flatMap(({ step: wanted, text }) => {
    const step = steps.find((known) => known.id === wanted);
    return step === undefined ? [] : [{ step, text }];
  });
  const count = stops.length + 1;
  const here = Math.min(at, count - 1);
  const stop = stops[here];
  const key = stop?.step.key ?? null;
  const index = stop?.step.index ?? null;
  const title = stop === undefined ? t('journeys.tour.play') : stepName(stop.step);
  const text = stop === undefined ? t('journeys.tour.playText') : stop.text;
  const where = t('journeys.tour.where', { at: here + 1, count });

  useEffect(() => {
    cameFrom.current = document.activeElement;
  }, []);
  const atStart = here === 0;
  // "Back" is not there at the first stop: the keys would be nowhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at the beginning, and whenever the first stop is reached.
  useEffect(() => {
    const buttons = box.current?.querySelectorAll<HTMLElement>('footer button');
    if (!box.current?.contains(document.activeElement))
      buttons?.item(buttons.length - 1).focus({ preventScroll: true });
  }, [atStart]);
  useEffect(() => {
    if (index !== null) session.show(`/nodes/${index}`);
  }, [session, index]);
  const spoken = `${where}. ${title}. ${text}`;
  const first = useRef(true);
  useEffect(() => {
    // At first the box is read with the focus that comes to it.
    if (!first.current) announce(spoken);
    first.current = false;
  }, [spoken]);
  useLayoutEffect(() => follow(() => targetOf(key), ring, box), [key]);

  const end = () => {
    onEnd();
    const before = cameFrom.current;
    const back =
      before instanceof HTMLElement && before.isConnected && before !== document.body
        ? before
        : document.querySelector<HTMLElement>('[data-canvas]');
    back?.focus({ preventScroll: true });
  };
  const isLast = here === count - 1;
  return createPortal(
    <>
      <div ref={ring} className={styles.ring} aria-hidden="true" hidden />
      <section
        ref={box}
        className={`${styles.box} nokey`}
        role="dialog"
        aria-modal="false"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        data-region="tour"
        dir={direction()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          end();
        }}
      >
        <header className={styles.head}>
          <span className={`${styles.where} tabular`}>{where}</span>
          <IconButton icon="close" size="panel" label={t('journeys.tour.end')} onPress={end} />
        </header>
        <h2 className={styles.title} id={`${id}-title`} dir="auto">
          {title}
        </h2>
        <p className={styles.text} id={`${id}-text`} dir="auto">
          {text}
        </p>
        <footer className={styles.foot}>
          <span
            className={styles.bar}
            aria-hidden="true"
            style={{ '--part': (here + 1) / count } as CSSProperties}
          />
          {!atStart && (
            <Button size="small" onPress={() => setAt(here - 1)}>
              {t('journeys.tour.back')}
            </Button>
          )}
          <Button size="small" variant="primary" onPress={() => (isLast ? end() : setAt(here + 1))}>
            {t(isLast ? 'journeys.tour.done' : 'journeys.tour.next')}
          </Button>
        </footer>
      </section>
    </>,
    document.body,
  );
}

/** Around what is pointed at, as far as the canvas shows it; null when it does not. */
function ringOf({ x, y, width, height }: Box, canvas: Box | undefined): Box | null {
  const ring = { x: x - ROOM, y: y - ROOM, width: width + 2 * ROOM, height: height + 2 * ROOM };
  return canvas === undefined ? ring : shared(ring, canvas);
}

/** Keeps the ring around what is pointed at and the box beside it, while either may move. Gives what ends it. */
function follow(
  target: () => Element | null,
  ring: { readonly current: HTMLElement | null },
  box: { readonly current: HTMLElement | null },
): () => void {
  let before = '';
  let frame = 0;
  const look = () => {
    frame = requestAnimationFrame(look);
    const at = box.current;
    if (ring.current === null || at === null) return;
    const element = target();
    const rect = element?.getBoundingClientRect();
    const canvas = element?.closest('.react-flow')?.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = at;
    const room = { width: window.innerWidth, height: window.innerHeight };
    const aim = rect === undefined ? null : ringOf(rect, canvas);
    const now = [aim?.x, aim?.y, aim?.width, aim?.height, width, height, room.width, room.height].join(' ');
    if (now === before) return;
    before = now;
    ring.current.hidden = aim === null;
    if (aim !== null) {
      ring.current.style.translate = `${aim.x}px ${aim.y}px`;
      ring.current.style.inlineSize = `${aim.width}px`;
      ring.current.style.blockSize = `${aim.height}px`;
    }
    const measure = (wanted: number | null): Size => {
      at.style.inlineSize = wanted === null ? '' : `${wanted}px`;
      return { width: at.offsetWidth, height: at.offsetHeight };
    };
    const { x, y } = placeBeside(aim, measure, room, direction() === 'rtl');
    at.style.translate = `${x}px ${y}px`;
  };
  look();
  return () => cancelAnimationFrame(frame);
}
