import type { Stage } from '@/host';
import { Icon } from '@/kit';
import styles from './stages.module.css';

/** The goals in the order of a customer's way. */
export const STAGES: readonly Stage[] = ['awareness', 'consideration', 'decision', 'retention', 'advocacy'];

const SHAPES: Record<Stage, string> = {
  awareness: 'M13 1a12 12 0 1 0 0 24 12 12 0 0 0 0-24Z',
  consideration: 'M7 2h12a5 5 0 0 1 5 5v12a5 5 0 0 1-5 5H7a5 5 0 0 1-5-5V7a5 5 0 0 1 5-5Z',
  decision:
    'M11.2 1.2a2.6 2.6 0 0 1 3.6 0l10 10a2.6 2.6 0 0 1 0 3.6l-10 10a2.6 2.6 0 0 1-3.6 0l-10-10a2.6 2.6 0 0 1 0-3.6Z',
  retention:
    'M11.8.9a2.4 2.4 0 0 1 2.4 0l8.6 5A2.4 2.4 0 0 1 24 8v10a2.4 2.4 0 0 1-1.2 2.1l-8.6 5a2.4 2.4 0 0 1-2.4 0l-8.6-5A2.4 2.4 0 0 1 2 18V8a2.4 2.4 0 0 1 1.2-2.1Z',
  advocacy:
    'M13 24.4 3.6 15A7.2 7.2 0 0 1 1.4 9.8 6.9 6.9 0 0 1 8.2 2.7c1.9 0 3.6.8 4.8 2.2a6.3 6.3 0 0 1 4.8-2.2 6.9 6.9 0 0 1 6.8 7.1A7.2 7.2 0 0 1 22.4 15Z',
};

/** A goal's shape and picture: never by colour alone. */
export function StageMark({ stage }: { stage: Stage }) {
  return (
    <span className={styles.mark} data-stage={stage} aria-hidden="true">
      <svg viewBox="0 0 26 26" className={styles.shape} aria-hidden="true">
        <path d={SHAPES[stage]} />
      </svg>
      <Icon name={stage} size={13} />
    </span>
  );
}
