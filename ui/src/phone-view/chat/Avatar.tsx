import { initials, useChat } from './chat-context';

/** The sender's picture, or initials. Hidden from screen readers: the name stands beside it. */
export function Avatar() {
  const { sender } = useChat();
  return (
    <span className="ph-avatar" aria-hidden="true">
      {sender.picture === undefined ? (
        initials(sender.name)
      ) : (
        <img src={sender.picture} alt="" draggable={false} decoding="async" />
      )}
    </span>
  );
}
