import './phone.css';
import './chat.css';
import { t } from '@/i18n';
import { Glyph } from './glyphs';
import { Wallpaper } from './Wallpaper';

/** The chat after a form was sent: the reply the customer sees. */
export function SentChat({
  name,
  theme,
  dir,
}: {
  name: string;
  theme: 'light' | 'dark';
  dir: 'ltr' | 'rtl';
}) {
  return (
    <div className="ph ph-chat" data-phone-theme={theme} data-platform="android" dir={dir}>
      <Wallpaper />
      <div className="ph-bubble">
        <span className="ph-bubble-icon">
          <Glyph name="file" size={18} />
        </span>
        <span className="ph-bubble-words">
          <bdi className="ph-bubble-title">{name}</bdi>
          <span className="ph-bubble-second">{t('phone.sent')}</span>
        </span>
        <span className="ph-bubble-time">9:41</span>
      </div>
    </div>
  );
}
