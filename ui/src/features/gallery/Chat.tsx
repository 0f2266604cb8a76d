import type { StarterChat } from '@/host';
import { Icon } from '@/kit';
// Not by the index: the first view draws no screens.
import { Wallpaper } from '@/phone-view/Wallpaper';
import styles from './chat.module.css';

/** A starter's conversation on a small phone: a picture, so hidden from screen readers (the summary says it). */
export function Chat({ chat }: { chat: StarterChat }) {
  return (
    <div className={styles.phone} dir="auto" aria-hidden="true">
      <Wallpaper />
      <div className={styles.chat}>
        {chat.hello !== null && (
          <p className={styles.out} dir="auto">
            {chat.hello}
          </p>
        )}
        <div className={styles.in}>
          <p dir="auto">{chat.message}</p>
          <span className={styles.button}>
            <Icon name="flow" size={11} />
            <span dir="auto">{chat.button}</span>
          </span>
        </div>
        <div className={styles.done}>
          <Icon name="ok" size={14} />
          <span>
            <span dir="auto">{chat.done}</span>
            {chat.doneDetail !== null && (
              <span className={styles.detail} dir="auto">
                {chat.doneDetail}
              </span>
            )}
          </span>
        </div>
      </div>
    </div>
  );
}
