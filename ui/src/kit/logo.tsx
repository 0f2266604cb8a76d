import styles from './logo.module.css';

/** The mark: a signpost that points on, with a W and one amber dot. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg
      className={styles.logo}
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 26 26"
      aria-hidden="true"
    >
      <path
        className={styles.sign}
        d="M6.6 2.5h9.1c1.3 0 2.4.5 3.3 1.5l5 6.6c1.1 1.4 1.1 3.3 0 4.8l-5 6.6c-.8 1-2 1.5-3.3 1.5H6.6A4.6 4.6 0 0 1 2 18.9V7.1a4.6 4.6 0 0 1 4.6-4.6Z"
      />
      <path className={styles.letter} d="m5.6 9.4 2.3 7.2 2.6-6.4 2.6 6.4 2.4-7.2" />
      <circle className={styles.dot} cx="18.6" cy="10.2" r="1.7" />
    </svg>
  );
}
