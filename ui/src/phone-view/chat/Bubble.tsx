import type { ReactNode } from 'react';
import type { Bubble, NamedTemplate, OfferHead, ShopHead } from '@/host';
import { Glyph } from '../glyphs';
import { usePhone } from '../phone-context';
import { Buttons } from './Buttons';
import { Cards } from './Cards';
import { useChat } from './chat-context';
import { MessageHead } from './MessageHead';
import { MessageText, Runs } from './MessageText';
import { Pick } from './Pick';
import { SealedLine } from './Sealed';

/** A message of the business with everything that belongs to it. */
export function MessageBubble({ bubble, time }: { bubble: Bubble; time: string }) {
  const { t } = usePhone();
  const { sender } = useChat();
  const { head, text, footer, reaction } = bubble;
  if (reaction !== null) return <Reaction emoji={reaction.emoji} at={reaction.at} time={time} />;
  const isBare = head?.kind.type === 'sticker' || bubble.largeEmoji > 0;
  return (
    <article className="ph-message" aria-label={t('chat.messageFrom', { name: sender.name })}>
      <div
        className="ph-msg"
        data-bare={isBare || undefined}
        data-wide={isWide(bubble) || undefined}
        data-emoji={bubble.largeEmoji || undefined}
      >
        {bubble.quote !== null && <Quote />}
        {head !== null && <MessageHead head={head} />}
        {bubble.offer !== null && <Offer offer={bubble.offer} />}
        {bubble.shop !== null && <Shop shop={bubble.shop} />}
        {bubble.linkCard !== null && (
          <div className="ph-link-card">
            <Glyph name="image" size={22} />
            <span className="ph-action-words">
              <bdi className="ph-place-name">{bubble.linkCard.host}</bdi>
              <span className="ph-second">{t('chat.linkTitle')}</span>
            </span>
          </div>
        )}
        {bubble.template !== null && <Named template={bubble.template} />}
        <Words bubble={bubble} time={time} />
        {text === null && footer === null && <Time time={time} />}
        <Buttons buttons={bubble.buttons} shown={bubble.shown} sheet={bubble.sheet} />
      </div>
      {bubble.cards.length > 0 && <Cards cards={bubble.cards} />}
    </article>
  );
}

/** Pictures, maps and buttons make a bubble as wide as it can be. */
function isWide({ head, buttons, shop, offer, linkCard, template }: Bubble): boolean {
  const narrow = head === null || head.kind.type === 'title' || head.kind.type === 'sticker';
  return (
    !narrow || buttons.length > 0 || shop !== null || offer !== null || linkCard !== null || template !== null
  );
}

/** Text and small print, with the time behind the last of them. */
function Words({ bubble, time }: { bubble: Bubble; time: string }) {
  const { rtl } = useChat();
  const { text, footer, sealed } = bubble;
  // Room on the last line, unless that line runs the other way.
  const room = (isLast: boolean, way: boolean) =>
    isLast && way === rtl ? <span className="ph-time-room" aria-hidden="true" /> : undefined;
  const last = footer ?? text;
  return (
    <>
      {text !== null && (
        <Pick at={text.at} part="text" className="ph-said">
          <MessageText text={text} end={room(footer === null, text.rtl)} />
        </Pick>
      )}
      {sealed.map((part) => (
        <Pick key={part.at} at={part.at} part="sealed" className="ph-said">
          <SealedLine name={part.name} />
        </Pick>
      ))}
      {footer !== null && (
        <Pick at={footer.at} part="footer" className="ph-said ph-small-print">
          <MessageText text={footer} end={room(true, footer.rtl)} />
        </Pick>
      )}
      {last !== null && <Time time={time} own={last.rtl !== rtl || sealed.length > 0} after />}
    </>
  );
}

/** The time of a message: on the last line of the words, on a line of its own, or over a picture. */
function Time({ time, own = false, after = false }: { time: string; own?: boolean; after?: boolean }) {
  return (
    <div className="ph-time-line" data-own={own || undefined} data-after={after || undefined}>
      <bdi className="ph-time">{time}</bdi>
    </div>
  );
}

function Quote() {
  const { t } = usePhone();
  return (
    <div className="ph-quote">
      <span className="ph-quote-who">{t('chat.quoteYou')}</span>
      <span className="ph-second">{t('chat.quoteText')}</span>
    </div>
  );
}

function Offer({ offer }: { offer: OfferHead }) {
  const { t } = usePhone();
  return (
    <Pick at={offer.at} part="offer" className="ph-offer">
      <span className="ph-offer-sign">
        <Glyph name="gift" size={20} />
      </span>
      <div className="ph-action-words">
        {offer.text !== null && (
          <div className="ph-offer-title">
            <MessageText text={offer.text} />
          </div>
        )}
        {offer.minutes !== null && (
          <span className="ph-second">{t('chat.offerEnds', { hours: Math.ceil(offer.minutes / 60) })}</span>
        )}
        {offer.code !== null && <bdi className="ph-second">{t('chat.offerCode', { code: offer.code })}</bdi>}
      </div>
    </Pick>
  );
}

function Shop({ shop }: { shop: ShopHead }) {
  const { t } = usePhone();
  const { sender } = useChat();
  const isAll = shop.type === 'catalog';
  const count = shop.type === 'products' ? shop.count : null;
  return (
    <Pick at={shop.at} part="head" className="ph-shop">
      <span className="ph-shop-picture">
        <Glyph name="bag" size={26} />
      </span>
      <div className="ph-action-words">
        <bdi className="ph-place-name">
          {isAll
            ? t('chat.catalogTitle', { name: sender.name })
            : count === null
              ? t('chat.productsLater')
              : t('chat.productsTitle', { count })}
        </bdi>
        <span className="ph-second">{isAll ? t('chat.catalogLine') : t('chat.productPrice')}</span>
      </div>
    </Pick>
  );
}

function Named({ template }: { template: NamedTemplate }) {
  const { t } = usePhone();
  const { name, values } = template;
  return (
    <Pick at={template.at} part="template" className="ph-named">
      <div className="ph-named-title">
        <Glyph name="blocks" size={18} />
        <bdi>{name === '' ? t('chat.templateUnnamed') : t('chat.templateName', { name })}</bdi>
      </div>
      <div className="ph-second">{t(values.length > 0 ? 'chat.templateLine' : 'chat.templateNoValues')}</div>
      {values.length > 0 && (
        <ul className="ph-named-values">
          {values.map((run, place) => (
            <li key={place}>
              <Runs runs={[run]} />
            </li>
          ))}
        </ul>
      )}
    </Pick>
  );
}

/** An emoji on a message of the customer. */
function Reaction({ emoji, at, time }: { emoji: string; at: string; time: string }) {
  const { t } = usePhone();
  return (
    <article className="ph-message" data-own="">
      <CustomerWords time={time}>{t('chat.reactedTo')}</CustomerWords>
      <Pick at={at} part="head" className="ph-reaction">
        {emoji === '' ? t('chat.reactionGone') : emoji}
      </Pick>
    </article>
  );
}

/** A message of the customer. `standIn`: nobody wrote it, it only shows what it is about. */
export function CustomerWords({
  time,
  read,
  standIn = true,
  children,
}: {
  time: string;
  read?: boolean;
  standIn?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="ph-msg" data-own="">
      <div className={standIn ? 'ph-said ph-stand-in' : 'ph-said'}>
        {children}
        <span className="ph-time-room" data-ticks aria-hidden="true" />
      </div>
      <div className="ph-time-line" data-after>
        <bdi className="ph-time">{time}</bdi>
        <span className="ph-ticks" data-read={read || undefined} aria-hidden="true">
          <Glyph name="ticks" size={15} />
        </span>
      </div>
    </div>
  );
}
