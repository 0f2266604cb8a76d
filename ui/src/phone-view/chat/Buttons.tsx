import { useState } from 'react';
import type { BubbleButton, ButtonSign, ChoiceSheet } from '@/host';
import { Glyph, type GlyphName } from '../glyphs';
import { Sheet } from '../parts/Sheet';
import { type PhoneWords, usePhone } from '../phone-context';
import { Choices } from './Choices';
import { useChat } from './chat-context';

const SIGNS: Record<ButtonSign, GlyphName | null> = {
  none: null,
  reply: 'reply',
  link: 'out',
  phone: 'phone',
  copy: 'copy',
  list: 'list',
  document: 'file',
  promotion: 'gift',
  review: 'star',
  pin: 'pin',
  person: 'person',
  sealed: 'lock',
};

/** The words on a button. An iPhone cannot hand a code to an app, so it copies it. */
export function buttonWords(button: BubbleButton, platform: 'android' | 'ios', t: PhoneWords): string {
  if (button.role === 'autofill' && platform === 'ios') return button.otherwise ?? t('chat.button.copy_code');
  return button.label || t(`chat.button.${button.role}`);
}

function does(button: BubbleButton, t: PhoneWords): string {
  return t(`chat.does.${button.role}`, { target: button.target ?? '' }).trim();
}

/** The buttons below a message, and what they open. */
export function Buttons({
  buttons,
  shown,
  sheet,
}: {
  buttons: readonly BubbleButton[];
  shown: number;
  sheet: ChoiceSheet | null;
}) {
  const { t } = usePhone();
  const { pick, platform, answer } = useChat();
  const [open, setOpen] = useState<'all' | 'choices' | null>(null);
  if (buttons.length === 0) return null;
  const press = (button: BubbleButton) => {
    pick?.(button.at);
    if (sheet !== null && (button.role === 'choices' || button.role === 'products')) setOpen('choices');
    else answer?.({ button });
  };
  const opener = buttons.find(({ role }) => role === 'choices' || role === 'products');
  return (
    <div className="ph-buttons">
      {buttons.slice(0, shown).map((button) => (
        <TapButton key={button.at} button={button} onPress={() => press(button)} />
      ))}
      {shown < buttons.length && (
        <button
          type="button"
          className="ph-tap"
          aria-haspopup="dialog"
          onClick={(event) => {
            event.stopPropagation();
            setOpen('all');
          }}
        >
          <Glyph name="list" size={16} />
          <span>{t('chat.seeAll')}</span>
        </button>
      )}
      {open === 'all' && (
        <Sheet title={t('chat.allOptions')} onClose={() => setOpen(null)}>
          <ul className="ph-sheet-body ph-action-list">
            {buttons.map((button) => (
              <li key={button.at}>
                <button
                  type="button"
                  className="ph-action"
                  onClick={() => {
                    setOpen(null);
                    press(button);
                  }}
                >
                  <span className="ph-action-sign">
                    <Sign button={button} size={20} />
                  </span>
                  <span className="ph-action-words">
                    <bdi>{buttonWords(button, platform, t)}</bdi>
                    <bdi className="ph-second">{does(button, t)}</bdi>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      {open === 'choices' && sheet !== null && opener !== undefined && (
        <Choices sheet={sheet} title={buttonWords(opener, platform, t)} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

function TapButton({ button, onPress }: { button: BubbleButton; onPress: () => void }) {
  const { t } = usePhone();
  const { platform, picked } = useChat();
  return (
    <button
      type="button"
      className="ph-tap"
      title={does(button, t)}
      data-picked={picked === button.at || undefined}
      aria-haspopup={button.role === 'choices' ? 'dialog' : undefined}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
    >
      <Sign button={button} size={16} />
      <bdi>{buttonWords(button, platform, t)}</bdi>
    </button>
  );
}

function Sign({ button, size }: { button: BubbleButton; size: number }) {
  const glyph = SIGNS[button.sign];
  return glyph === null ? null : <Glyph name={glyph} size={size} />;
}
