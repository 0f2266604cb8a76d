import '../phone.css';
import '../screen.css';
import '../chat.css';
import '../sheets.css';
import './bubble.css';
import './heads.css';
import './cards.css';
import './shell.css';
import './text.css';
import { useMemo, useState } from 'react';
import type { ChatView, FileReference } from '@/host';
import { formatOf, languageName } from '@/i18n';
import { Glyph } from '../glyphs';
import { PhoneFrame } from '../PhoneFrame';
import { PhoneProvider, type Platform, usePhone } from '../phone-context';
import { phoneLanguage, usePhoneWords } from '../phone-words';
import { Wallpaper } from '../Wallpaper';
import { CustomerWords, MessageBubble } from './Bubble';
import { ChatBar } from './ChatBar';
import { ChatProvider, type FileFacts, type Sender, useChat } from './chat-context';
import { ChatList, Notification } from './Glances';

export interface ChatPhoneProps {
  view: ChatView;
  theme: 'light' | 'dark';
  platform: Platform;
  sender: Sender;
  /** Where the page can show a file that the message names; without an answer a grey box shows. */
  picture?: (reference: FileReference) => string | undefined;
  /** Name and size of a file, when they are known. */
  file?: (reference: FileReference) => FileFacts | undefined;
  /** A part was pressed: the pointer of the part of the payload it comes from. */
  onPick?: (at: string) => void;
  /** The part that is selected; a ring shows around it. */
  picked?: string;
  /** The chat itself, its line in the list of chats, or a notification. */
  mode?: 'chat' | 'chatList' | 'notification';
}

const nothing = () => undefined;

/**
 * A phone with one message: in the chat, in the list of chats, or as a notification. Fills the box it is put into; draw it
 * at least 258 px wide and scale the box for anything smaller.
 */
export function ChatPhone({
  view,
  theme,
  platform,
  sender,
  picture = nothing,
  file = nothing,
  onPick,
  picked,
  mode = 'chat',
}: ChatPhoneProps) {
  const [overlays, setOverlays] = useState<HTMLElement | null>(null);
  const { rtl } = view;
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
    () => ({ sender, platform, rtl, picture, file, pick: onPick, picked }),
    [sender, platform, rtl, picture, file, onPick, picked],
  );
  const time = useMemo(() => {
    const digits = new Intl.NumberFormat(locale);
    return `${digits.format(9)}:${digits.format(41)}`;
  }, [locale]);
  return (
    <PhoneProvider value={phone}>
      <ChatProvider value={chat}>
        <PhoneFrame theme={theme} platform={platform}>
          <section
            className="ph ph-room"
            dir={dir}
            lang={locale}
            data-platform={platform}
            data-phone-theme={theme}
            data-mode={mode}
            aria-label={t('phone.form')}
          >
            {mode === 'chat' && <Chat view={view} time={time} />}
            {mode === 'chatList' && <ChatList glance={view.glance} time={time} />}
            {mode === 'notification' && <Notification glance={view.glance} time={time} />}
            <div ref={setOverlays} className="ph-overlays" />
          </section>
        </PhoneFrame>
      </ChatProvider>
    </PhoneProvider>
  );
}

function Chat({ view, time }: { view: ChatView; time: string }) {
  const { t } = usePhone();
  const { platform } = useChat();
  const { bubble, receipt, language } = view;
  const isEmpty = bubble !== null && !hasContent(bubble);
  return (
    <>
      <ChatBar isTyping={receipt?.typing ?? false} />
      <div className="ph-wall">
        <Wallpaper />
        <div className="ph-talk">
          <span className="ph-today">{t('chat.today')}</span>
          {bubble !== null && !isEmpty && <MessageBubble bubble={bubble} time={time} />}
          {receipt !== null && (
            <>
              <div className="ph-message" data-own="">
                <CustomerWords time={time} read>
                  {t('chat.reactedTo')}
                </CustomerWords>
              </div>
              {receipt.typing && (
                <div className="ph-message">
                  <div className="ph-msg ph-typing" role="img" aria-label={t('chat.typing')}>
                    <i />
                    <i />
                    <i />
                  </div>
                </div>
              )}
            </>
          )}
          {(isEmpty || (bubble === null && receipt === null)) && (
            <span className="ph-notice">{t('chat.nothing')}</span>
          )}
          {receipt !== null && !receipt.typing && <span className="ph-notice">{t('chat.nothingSent')}</span>}
          {view.borrowedWords && language !== null && (
            <span className="ph-notice">
              {t('chat.borrowed', { language: languageName(language.replace('_', '-')) })}
            </span>
          )}
        </div>
      </div>
      <div className="ph-write" aria-hidden="true">
        {platform === 'ios' && <Glyph name="plus" size={22} />}
        <span className="ph-write-field">
          {platform === 'android' && <Glyph name="face" size={20} />}
          <span>{platform === 'android' && t('chat.message')}</span>
          <Glyph name={platform === 'android' ? 'clip' : 'sticker'} size={20} />
        </span>
        {platform === 'ios' && <Glyph name="camera" size={22} />}
        <span className="ph-write-mic">
          <Glyph name="mic" size={20} />
        </span>
      </div>
    </>
  );
}

/** Whether a bubble has anything that shows. */
function hasContent(bubble: NonNullable<ChatView['bubble']>): boolean {
  const parts = [bubble.head, bubble.offer, bubble.shop, bubble.template, bubble.footer, bubble.reaction];
  const words = bubble.text?.lines.some((line) => line.runs.length > 0) ?? false;
  const lists = [bubble.sealed, bubble.buttons, bubble.cards];
  return words || parts.some((part) => part !== null) || lists.some((list) => list.length > 0);
}
