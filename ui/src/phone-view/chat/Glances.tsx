import type { Glance, GlanceKind } from '@/host';
import { Glyph, type GlyphName } from '../glyphs';
import { type PhoneWords, usePhone } from '../phone-context';
import { Avatar } from './Avatar';
import { useChat } from './chat-context';

const SIGNS: Record<GlanceKind, GlyphName | null> = {
  text: null,
  photo: 'camera',
  video: 'video',
  gif: 'image',
  audio: 'note',
  voice: 'mic',
  document: 'file',
  sticker: 'sticker',
  location: 'pin',
  contact: 'person',
  reaction: null,
  product: 'bag',
  template: 'blocks',
  nothing: null,
  unknown: 'lock',
};

/** So many new messages there are. */
const ONE = 1;

/** Shapes of other chats. */
const OTHERS = 4;

function words({ kind, text }: Glance, t: PhoneWords): string {
  if (kind === 'reaction' && text !== '') return t('chat.reacted', { emoji: text });
  return text === '' ? t(`chat.glance.${kind}`) : text;
}

/** A message in one line: sign and words. */
function Line({ glance }: { glance: Glance }) {
  const { t } = usePhone();
  const sign = SIGNS[glance.kind];
  return (
    <span className="ph-glance">
      {sign !== null && <Glyph name={sign} size={15} />}
      <span className="ph-glance-words" dir={glance.rtl ? 'rtl' : 'ltr'}>
        {words(glance, t)}
      </span>
    </span>
  );
}

/** The list of chats, with the message on top. The other chats are shapes. */
export function ChatList({ glance, time }: { glance: Glance; time: string }) {
  const { t, look } = usePhone();
  const { sender, platform } = useChat();
  const isNew = glance.kind !== 'nothing';
  return (
    <>
      <div className="ph-chats-bar">
        <span className="ph-chats-title">{t('chat.chats')}</span>
        <span className="ph-chat-signs" aria-hidden="true">
          <Glyph name={platform === 'ios' ? 'plus' : 'camera'} size={20} />
          <Glyph name="search" size={20} />
        </span>
      </div>
      <ul className="ph-chats" aria-label={t('chat.chatList')}>
        <li className="ph-chats-row" data-new={isNew || undefined}>
          <Avatar />
          <span className="ph-chats-words">
            <span className="ph-chats-line">
              <bdi className="ph-chat-name">{sender.name}</bdi>
              <bdi className="ph-chats-time">{time}</bdi>
            </span>
            <span className="ph-chats-line">
              <Line glance={glance} />
              {isNew && (
                <span className="ph-count">
                  <span aria-hidden="true">{ONE.toLocaleString(look.locale)}</span>
                  <span className="ph-words">{t('chat.unread', { count: 1 })}</span>
                </span>
              )}
            </span>
          </span>
        </li>
        {Array.from({ length: OTHERS }, (_, place) => (
          <li key={place} className="ph-chats-row" aria-hidden="true">
            <span className="ph-shape ph-shape-face" />
            <span className="ph-chats-words">
              <span className="ph-shape" />
              <span className="ph-shape" />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A notification on a locked phone. */
export function Notification({ glance, time }: { glance: Glance; time: string }) {
  const { t } = usePhone();
  const { sender } = useChat();
  return (
    <div className="ph-lock">
      <bdi className="ph-lock-clock" aria-hidden="true">
        {time}
      </bdi>
      {glance.kind === 'nothing' ? (
        <p className="ph-notice">{t('chat.glance.nothing')}</p>
      ) : (
        <article className="ph-note" aria-label={t('chat.notification')}>
          <Avatar />
          <div className="ph-note-words">
            <span className="ph-chats-line">
              <bdi className="ph-chat-name">{sender.name}</bdi>
              <span className="ph-second">
                {t('chat.app')} · {t('chat.now')}
              </span>
            </span>
            <Line glance={glance} />
          </div>
        </article>
      )}
    </div>
  );
}
