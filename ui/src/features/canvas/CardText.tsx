import type { BubbleText, TextRun } from '@/host';
import styles from './bubble.module.css';

/** A text of a message on a card: its first lines, with samples tinted. */
export function CardText({ text, small, strong }: { text: BubbleText; small?: boolean; strong?: boolean }) {
  return (
    <div
      className={styles.text}
      data-small={small || undefined}
      data-strong={strong || undefined}
      dir={text.rtl ? 'rtl' : 'ltr'}
    >
      {text.lines.slice(0, 6).map((line, place) => (
        <span key={place} className={styles.textLine}>
          {line.kind.type === 'bullet' && '• '}
          {line.runs.map((run, at) => (
            <Run key={at} run={run} />
          ))}{' '}
        </span>
      ))}
    </div>
  );
}

function Run({ run }: { run: TextRun }) {
  if (run.variable !== null) {
    return (
      <bdi className={styles.detail} title={run.variable.name}>
        {run.variable.missing ? run.variable.name.replaceAll('_', ' ') : run.text}
      </bdi>
    );
  }
  const words = run.bold ? <strong>{run.text}</strong> : run.text;
  return run.italic ? <em>{words}</em> : words;
}
