import type { ReactNode } from 'react';
import { usePhone } from '../phone-context';
import { useChat } from './chat-context';

/**
 * A part of a message that can be selected: a press anywhere on it does it, and so does a button that only the keyboard
 * and screen readers find.
 */
export function Pick({
  at,
  part,
  className = '',
  children,
}: {
  at: string;
  /** What the part is called. */
  part: 'title' | 'head' | 'offer' | 'text' | 'footer' | 'sealed' | 'template' | 'card';
  className?: string;
  children: ReactNode;
}) {
  const { pick, picked } = useChat();
  const { t } = usePhone();
  if (pick === undefined) return <div className={className}>{children}</div>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the button inside does the same by keyboard
    <div
      className={`ph-part-pick ${className}`}
      data-picked={picked === at || undefined}
      onClick={(event) => {
        event.stopPropagation();
        pick(at);
      }}
    >
      {children}
      <button
        type="button"
        className="ph-pick-key"
        aria-label={t('chat.pick', { part: t(`chat.part.${part}`) })}
        onClick={(event) => {
          event.stopPropagation();
          pick(at);
        }}
      />
    </div>
  );
}
