import { useState } from 'react';
import { Glyph } from '../glyphs';
import { Sheet } from '../parts/Sheet';
import { usePhone } from '../phone-context';
import { useChat } from './chat-context';
import type { TalkPhoneProps } from './TalkPhone';

/** The field to write in, with what else can be sent behind the clip. */
export function TalkField({ onWrite, attach }: Pick<TalkPhoneProps, 'onWrite' | 'attach'>) {
  const { t } = usePhone();
  const { platform } = useChat();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const send = () => {
    const words = typed.trim();
    if (words === '') return;
    setTyped('');
    onWrite(words);
  };
  const clip = (
    <button
      type="button"
      className="ph-write-key"
      aria-label={t('chat.attach')}
      aria-haspopup="dialog"
      onClick={() => setOpen(true)}
    >
      <Glyph name={platform === 'ios' ? 'plus' : 'clip'} size={platform === 'ios' ? 22 : 20} />
    </button>
  );
  return (
    <form
      className="ph-write"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {platform === 'ios' && clip}
      <span className="ph-write-field">
        {platform === 'android' && <Glyph name="face" size={20} />}
        <input
          className="ph-write-words"
          aria-label={t('chat.message')}
          placeholder={platform === 'android' ? t('chat.message') : undefined}
          value={typed}
          dir={typed === '' ? undefined : 'auto'}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        {platform === 'android' && clip}
      </span>
      <button
        type="submit"
        className="ph-write-mic"
        aria-label={t('chat.send')}
        aria-disabled={typed.trim() === '' || undefined}
      >
        <Glyph name="send" size={18} />
      </button>
      {open && (
        <Sheet title={t('chat.attach')} onClose={() => setOpen(false)}>
          <ul className="ph-sheet-body ph-action-list">
            {attach.map(({ id, label, glyph, run }) => (
              <li key={id}>
                <button
                  type="button"
                  className="ph-action"
                  onClick={() => {
                    setOpen(false);
                    run();
                  }}
                >
                  <span className="ph-action-sign">
                    <Glyph name={glyph} size={20} />
                  </span>
                  <span className="ph-action-words">
                    <bdi>{label}</bdi>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </form>
  );
}
