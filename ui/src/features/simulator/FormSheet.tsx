import { useEffect, useRef } from 'react';
import type { Value } from '@/host';
import { t } from '@/i18n';
import { type Platform, ScreenContent, TalkSheet } from '@/phone-view';
import { formAnswer } from './talk';
import { useForm } from './useForm';

/** The Flow that a message opens, over the chat: filled in for real, or sealed when it is not here. */
export function FormSheet({
  name,
  today,
  sample,
  platform,
  theme,
  onSend,
  onClose,
}: {
  name: string;
  today: string;
  /** An answer that stands in where there is nothing to fill in. */
  sample: Value;
  platform: Platform;
  theme: 'light' | 'dark';
  onSend(answer: Value): void;
  onClose(): void;
}) {
  const { form, act } = useForm(name, today, {
    sent: (payload) => onSend(formAnswer(payload)),
    closed: onClose,
  });
  const box = useRef<HTMLFormElement>(null);
  const isOpen = form.state === 'open';
  useEffect(() => {
    if (isOpen) box.current?.focus();
  }, [isOpen]);
  if (form.state === 'loading') return null;
  if (form.state === 'sealed')
    return (
      <TalkSheet title={name === '' ? t('simulator.aForm') : name} onClose={onClose}>
        <div className="ph-form-words">
          <p>{form.sentence ?? t('simulator.noForm', { name })}</p>
          <button type="button" className="ph-footer-button" onClick={() => onSend(sample)}>
            {t('simulator.sendSample')}
          </button>
        </div>
      </TalkSheet>
    );
  return (
    <form
      ref={box}
      tabIndex={-1}
      aria-label={t('simulator.form')}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <ScreenContent
        view={form.view}
        platform={platform}
        theme={theme}
        branding
        interactive
        motion={form.motion}
        onAct={act}
      />
    </form>
  );
}
