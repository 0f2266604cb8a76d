import { useId } from 'react';
import styles from './wallpaper.module.css';

/** The ground of a chat, our own drawing: hills, sun, signpost, dotted path. Fills the box it is put into. */
export function Wallpaper() {
  const id = useId();
  return (
    <svg className={styles.wall} width="100%" height="100%" aria-hidden="true">
      <defs>
        <pattern id={id} width="68" height="64" patternUnits="userSpaceOnUse">
          <path d="M4 26q6-12 11-5 6-9 12 5" />
          <circle cx="50" cy="16" r="4" />
          <path d="M50 8v-3M50 27v-3M42 16h-3M61 16h-3" />
          <path d="M16 58V42h8l3 3-3 3h-8" />
          <path d="M40 54q8-10 20-4" strokeDasharray="1 4" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
