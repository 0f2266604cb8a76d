import type { StarterChat } from '@/host';
import { Icon } from '@/kit';
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

/** Our own drawing: hills, sun, signpost, dotted path. */
function Wallpaper() {
  return (
    <svg className={styles.wall} width="100%" height="100%" aria-hidden="true">
      <defs>
        <pattern id="waymark-wall" width="68" height="64" patternUnits="userSpaceOnUse">
          <path d="M4 26q6-12 11-5 6-9 12 5" />
          <circle cx="50" cy="16" r="4" />
          <path d="M50 8v-3M50 27v-3M42 16h-3M61 16h-3" />
          <path d="M16 58V42h8l3 3-3 3h-8" />
          <path d="M40 54q8-10 20-4" strokeDasharray="1 4" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#waymark-wall)" />
    </svg>
  );
}
