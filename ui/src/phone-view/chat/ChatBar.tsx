import { Dots, Glyph } from '../glyphs';
import { usePhone } from '../phone-context';
import { Avatar } from './Avatar';
import { useChat } from './chat-context';

/** The bar over a chat: whom it is with. */
export function ChatBar({ isTyping }: { isTyping: boolean }) {
  const { t } = usePhone();
  const { platform } = useChat();
  return (
    <div className="ph-chat-bar">
      <span className="ph-chat-back" aria-hidden="true">
        <Glyph name={platform === 'ios' ? 'chevronBack' : 'back'} size={20} />
      </span>
      <Avatar />
      <span className="ph-chat-who">
        <SenderName />
        <span className="ph-second">{t(isTyping ? 'chat.typing' : 'chat.business')}</span>
      </span>
      <span className="ph-chat-signs" aria-hidden="true">
        {platform === 'ios' && <Glyph name="video" size={20} />}
        <Glyph name="phone" size={18} />
        {platform === 'android' && <Dots />}
      </span>
    </div>
  );
}

function SenderName() {
  return <bdi className="ph-chat-name">{useChat().sender.name}</bdi>;
}
