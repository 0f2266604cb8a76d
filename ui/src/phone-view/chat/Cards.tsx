import { type KeyboardEvent, useRef, useState } from 'react';
import type { BubbleCard } from '@/host';
import { Glyph } from '../glyphs';
import { usePhone } from '../phone-context';
import { Buttons } from './Buttons';
import { useChat } from './chat-context';
import { MessageHead } from './MessageHead';
import { MessageText } from './MessageText';
import { Pick } from './Pick';
import { SealedLine } from './Sealed';

/** The cards of a carousel, side by side: swiped, or moved with arrow keys and buttons. */
export function Cards({ cards }: { cards: readonly BubbleCard[] }) {
  const { t, look } = usePhone();
  const { pick, picked } = useChat();
  const track = useRef<HTMLElement>(null);
  const [card, setCard] = useState(0);
  const sign = look.dir === 'rtl' ? -1 : 1;

  /** How far it is from one card to the next, in px. */
  function step(strip: HTMLElement): number {
    const [first, second] = Array.from(strip.children) as HTMLElement[];
    return first === undefined || second === undefined
      ? 1
      : Math.abs(second.offsetLeft - first.offsetLeft) || 1;
  }

  function go(to: number) {
    const strip = track.current;
    if (strip === null) return;
    const next = Math.max(0, Math.min(cards.length - 1, to));
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    strip.scrollTo({ left: sign * next * step(strip), behavior: still ? 'auto' : 'smooth' });
    setCard(next);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget) return;
    const by = { ArrowRight: sign, ArrowLeft: -sign }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    go(card + by);
  }

  return (
    <div className="ph-cards">
      <section
        ref={track}
        className="ph-cards-track"
        aria-label={t('chat.cards', { count: cards.length })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll it
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={(event) => {
          const strip = event.currentTarget;
          setCard(Math.min(cards.length - 1, Math.round(Math.abs(strip.scrollLeft) / step(strip))));
        }}
      >
        {cards.map((each, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the parts inside do the same by keyboard
          <article
            key={each.at}
            className="ph-card"
            aria-label={t('chat.cardFrom', { card: place + 1, of: cards.length })}
            data-picked={(pick !== undefined && picked === each.at) || undefined}
            onClick={() => pick?.(each.at)}
          >
            {each.head !== null && <MessageHead head={each.head} />}
            <div className="ph-card-words">
              {each.text !== null && (
                <Pick at={each.text.at} part="text" className="ph-said">
                  <MessageText text={each.text} />
                </Pick>
              )}
              {each.sealed.map((part) => (
                <Pick key={part.at} at={part.at} part="sealed">
                  <SealedLine name={part.name} />
                </Pick>
              ))}
            </div>
            <Buttons buttons={each.buttons} shown={each.buttons.length} sheet={null} />
          </article>
        ))}
      </section>
      {cards.length > 1 && (
        <>
          <button
            type="button"
            className="ph-cards-move"
            data-to="previous"
            aria-label={t('chat.previousCard')}
            disabled={card === 0}
            onClick={() => go(card - 1)}
          >
            <Glyph name="chevronBack" size={18} />
          </button>
          <button
            type="button"
            className="ph-cards-move"
            data-to="next"
            aria-label={t('chat.nextCard')}
            disabled={card >= cards.length - 1}
            onClick={() => go(card + 1)}
          >
            <Glyph name="chevron" size={18} />
          </button>
        </>
      )}
    </div>
  );
}
