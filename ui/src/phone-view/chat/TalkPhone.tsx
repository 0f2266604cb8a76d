import '../phone.css';
import '../screen.css';
import '../chat.css';
import '../sheets.css';
import './bubble.css';
import './heads.css';
import './cards.css';
import './shell.css';
import './text.css';
import './talk.css';
import { memo, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ChatView } from '@/host';
import { formatOf } from '@/i18n';
import { Glyph } from '../glyphs';
import { PhoneFrame } from '../PhoneFrame';
import { PhoneProvider, type Platform, usePhone } from '../phone-context';
import { phoneLanguage, usePhoneWords } from '../phone-words';
import { Wallpaper } from '../Wallpaper';
import { CustomerWords, MessageBubble } from './Bubble';
import { ChatBar } from './ChatBar';
import { ChatProvider, type Sender, type Tapped } from './chat-context';
import { TalkField } from './TalkField';

/** Something in a conversation, in its order. */
export type TalkItem =
  /** A day begins, or something that is no message. */
  | { type: 'note'; key: string; words: string }
  /** A message of the business. */
  | {
      type: 'in';
      key: string;
      view: ChatView | null;
      /** What stands there when it cannot be shown. */
      name: string;
      time: string;
      /** What a press on it is called, when one leads somewhere. */
      pick?: string;
      /** Its buttons and rows can be tapped. */
      waits: boolean;
    }
  /** A message of the customer. `form`: the words are what was filled in. */
  | { type: 'out'; key: string; words: string; form?: boolean; time: string; read: boolean };

export interface TalkPhoneProps {
  items: readonly TalkItem[];
  theme: 'light' | 'dark';
  platform: Platform;
  sender: Sender;
  /** The phone runs right to left. */
  rtl: boolean;
  /** What the clock of the phone shows. */
  clock: string;
  /** New messages come without motion. */
  calm: boolean;
  /** A message of the business was pressed. */
  onPick: (key: string) => void;
  /** An answer was tapped on a message. */
  onAnswer: (key: string, tapped: Tapped) => void;
  /** The customer writes. */
  onWrite: (words: string) => void;
  /** What else the customer can send. */
  attach: readonly {
    id: string;
    label: string;
    glyph: 'pin' | 'image' | 'file' | 'phone';
    run: () => void;
  }[];
  /** A sheet that stands over the chat. */
  sheet?: ReactNode;
}

const nothing = () => undefined;

/** A phone with a whole conversation, the newest at the bottom. It is written in and tapped. */
export function TalkPhone(props: TalkPhoneProps) {
  const { items, theme, platform, sender, rtl, clock, sheet } = props;
  const [overlays, setOverlays] = useState<HTMLElement | null>(null);
  const dir = rtl ? 'rtl' : 'ltr';
  const language = phoneLanguage(rtl);
  const locale = formatOf(language);
  const t = usePhoneWords(language);
  const phone = useMemo(
    () => ({
      look: { platform, dir, locale, interactive: true } as const,
      t,
      act: nothing,
      askKeys: nothing,
      overlays,
      openLink: nothing,
    }),
    [platform, dir, locale, t, overlays],
  );
  const chat = useMemo(
    () => ({ sender, platform, rtl, picture: nothing, file: nothing, pick: undefined, picked: undefined }),
    [sender, platform, rtl],
  );
  return (
    <PhoneProvider value={phone}>
      <ChatProvider value={chat}>
        <PhoneFrame theme={theme} platform={platform} clock={clock}>
          <section
            className="ph ph-room"
            dir={dir}
            lang={locale}
            data-platform={platform}
            data-phone-theme={theme}
            aria-label={t('phone.form')}
          >
            <div className="ph-talk-room" inert={sheet !== undefined}>
              <ChatBar isTyping={false} />
              <Talk {...props} items={items} />
              <TalkField onWrite={props.onWrite} attach={props.attach} />
            </div>
            {sheet !== undefined && (
              <div className="ph-form-over">
                <div className="ph-scrim" />
                <div className="ph-form">{sheet}</div>
              </div>
            )}
            <div ref={setOverlays} className="ph-overlays" />
          </section>
        </PhoneFrame>
      </ChatProvider>
    </PhoneProvider>
  );
}

function Talk({ items, sender, platform, calm, onPick, onAnswer }: TalkPhoneProps) {
  const { t } = usePhone();
  const room = useRef<HTMLDivElement>(null);
  const last = items.at(-1)?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came last is what is scrolled to
  useLayoutEffect(() => {
    if (room.current !== null) room.current.scrollTop = room.current.scrollHeight;
  }, [last, items.length]);
  return (
    <div className="ph-wall">
      <Wallpaper />
      <div
        ref={room}
        className="ph-talk"
        role="log"
        aria-label={sender.name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long talk is scrolled by keys
        tabIndex={0}
        data-calm={calm || undefined}
      >
        {items.length === 0 && <span className="ph-notice">{t('chat.nothingYet')}</span>}
        {items.map((item) => (
          <Row
            key={item.key}
            item={item}
            sender={sender}
            platform={platform}
            onPick={onPick}
            onAnswer={onAnswer}
          />
        ))}
      </div>
    </div>
  );
}

const Row = memo(function Row({
  item,
  sender,
  platform,
  onPick,
  onAnswer,
}: {
  item: TalkItem;
  sender: Sender;
  platform: Platform;
  onPick: (key: string) => void;
  onAnswer: (key: string, tapped: Tapped) => void;
}) {
  if (item.type === 'note') return <span className="ph-today">{item.words}</span>;
  if (item.type === 'out' && item.form === true)
    return <SentForm words={item.words} time={item.time} read={item.read} />;
  if (item.type === 'out')
    return (
      <div className="ph-message ph-arrives" data-own="">
        <CustomerWords time={item.time} read={item.read} standIn={false}>
          <span dir="auto">{item.words}</span>
        </CustomerWords>
      </div>
    );
  return <Received item={item} sender={sender} platform={platform} onPick={onPick} onAnswer={onAnswer} />;
});

function Received({
  item,
  sender,
  platform,
  onPick,
  onAnswer,
}: {
  item: Extract<TalkItem, { type: 'in' }>;
  sender: Sender;
  platform: Platform;
  onPick: (key: string) => void;
  onAnswer: (key: string, tapped: Tapped) => void;
}) {
  const { key, view, waits } = item;
  const chat = useMemo(
    () => ({
      sender,
      platform,
      rtl: view?.rtl ?? false,
      picture: nothing,
      file: nothing,
      pick: undefined,
      picked: undefined,
      answer: waits ? (tapped: Tapped) => onAnswer(key, tapped) : undefined,
    }),
    [sender, platform, view?.rtl, waits, onAnswer, key],
  );
  const bubble = view?.bubble ?? null;
  return (
    <ChatProvider value={chat}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the button inside does the same by keyboard */}
      <div
        className="ph-arrives ph-part-pick"
        dir={view?.rtl === true ? 'rtl' : undefined}
        data-waits={waits || undefined}
        onClick={() => item.pick !== undefined && onPick(key)}
      >
        {bubble === null ? (
          <div className="ph-message">
            <div className="ph-msg">
              <div className="ph-said">
                <bdi>{item.name}</bdi>
              </div>
            </div>
          </div>
        ) : (
          <MessageBubble bubble={bubble} time={item.time} />
        )}
        {item.pick !== undefined && (
          <button
            type="button"
            className="ph-pick-key"
            data-behind=""
            aria-label={item.pick}
            onClick={(event) => {
              event.stopPropagation();
              onPick(key);
            }}
          />
        )}
      </div>
    </ChatProvider>
  );
}

/** The reply that a sent form leaves in the chat. */
function SentForm({ words, time, read }: { words: string; time: string; read: boolean }) {
  const { t } = usePhone();
  return (
    <div className="ph-message ph-arrives" data-own="">
      <CustomerWords time={time} read={read} standIn={false}>
        <span className="ph-sent-form">
          <span className="ph-bubble-icon">
            <Glyph name="file" size={18} />
          </span>
          <span className="ph-bubble-words">
            <span className="ph-bubble-title">{t('phone.sent')}</span>
            <bdi className="ph-bubble-second">{words}</bdi>
          </span>
        </span>
      </CustomerWords>
    </div>
  );
}

/** A sheet with a title over the chat, for what is no screen of a form. */
export function TalkSheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = usePhone();
  return (
    <div className="ph-form-plain">
      <div className="ph-sheet-head">
        <h3 dir="auto">{title}</h3>
        <button type="button" className="ph-icon-button" aria-label={t('phone.close')} onClick={onClose}>
          <Glyph name="close" />
        </button>
      </div>
      {children}
    </div>
  );
}
