import { type ReactNode, useState } from 'react';
import type { BubbleText, TextLine, TextRun } from '@/host';
import { usePhone } from '../phone-context';

/** The lines before a cut. */
function before({ lines, cut }: BubbleText): TextLine[] {
  if (cut === null) return lines;
  const shown = lines.slice(0, cut.line);
  const last = lines[cut.line];
  return last === undefined || cut.run === 0
    ? shown
    : [...shown, { ...last, runs: last.runs.slice(0, cut.run) }];
}

/** Lines that make one block: those of a list, or one line. */
function blocks(lines: readonly TextLine[]): TextLine[][] {
  const all: TextLine[][] = [];
  for (const line of lines) {
    const last = all.at(-1);
    const isMore = line.kind.type !== 'plain' && last?.[0]?.kind.type === line.kind.type;
    if (isMore) last?.push(line);
    else all.push([line]);
  }
  return all;
}

/** A text with its formatting, samples and "Read more". `end` follows its last line: room for the time. */
export function MessageText({ text, end }: { text: BubbleText; end?: ReactNode }) {
  const { t } = usePhone();
  const [isWhole, setWhole] = useState(false);
  const isCut = text.cut !== null && !isWhole;
  const parts = blocks(isCut ? before(text) : text.lines);
  return (
    <div className="ph-text" dir={text.rtl ? 'rtl' : 'ltr'}>
      {parts.map((lines, place) => {
        const isLast = place === parts.length - 1;
        const more = isLast && isCut && (
          <>
            …{' '}
            <button
              type="button"
              className="ph-more"
              onClick={(event) => {
                event.stopPropagation();
                setWhole(true);
              }}
            >
              {t('chat.readMore')}
            </button>
          </>
        );
        return (
          <Block key={place} lines={lines}>
            {more}
            {isLast && end}
          </Block>
        );
      })}
    </div>
  );
}

function Block({ lines, children }: { lines: TextLine[]; children: ReactNode }) {
  const [first] = lines;
  const items = (draw: (line: TextLine, isLast: boolean) => ReactNode) =>
    lines.map((line, place) => draw(line, place === lines.length - 1));
  const kind = first?.kind;
  if (kind?.type === 'bullet') {
    return (
      <ul className="ph-text-list">
        {items((line, isLast) => (
          <li key={lines.indexOf(line)}>
            <Runs runs={line.runs} />
            {isLast && children}
          </li>
        ))}
      </ul>
    );
  }
  if (kind?.type === 'numbered') {
    return (
      <ol className="ph-text-list">
        {items((line, isLast) => (
          <li key={lines.indexOf(line)} value={line.kind.type === 'numbered' ? line.kind.number : undefined}>
            <Runs runs={line.runs} />
            {isLast && children}
          </li>
        ))}
      </ol>
    );
  }
  if (kind?.type === 'quote') {
    return (
      <blockquote className="ph-text-quote">
        {items((line, isLast) => (
          <div key={lines.indexOf(line)}>
            <Runs runs={line.runs} />
            {isLast && children}
          </div>
        ))}
      </blockquote>
    );
  }
  return (
    <div className="ph-text-line">
      {first !== undefined && <Runs runs={first.runs} />}
      {children}
      {first?.runs.length === 0 && <br />}
    </div>
  );
}

/** Stretches of text, each in its style. */
export function Runs({ runs }: { runs: readonly TextRun[] }) {
  return runs.map((run, place) => <StyledRun key={place} run={run} />);
}

function StyledRun({ run }: { run: TextRun }) {
  let drawn: ReactNode = run.variable === null ? run.text : <Detail run={run} />;
  if (run.link !== null) drawn = <span className="ph-link-text">{drawn}</span>;
  if (run.code) drawn = <code className="ph-code">{drawn}</code>;
  if (run.mono) drawn = <code className="ph-mono">{drawn}</code>;
  if (run.strike) drawn = <s>{drawn}</s>;
  if (run.italic) drawn = <em>{drawn}</em>;
  if (run.bold) drawn = <strong>{drawn}</strong>;
  return drawn;
}

/** What stands for a variable: its sample, tinted, or its name, dashed. */
function Detail({ run }: { run: TextRun }) {
  const { t } = usePhone();
  const { name, missing } = run.variable ?? { name: '', missing: false };
  if (!missing) {
    return (
      <bdi className="ph-detail" title={name}>
        {run.text}
      </bdi>
    );
  }
  const words = /^\d+$/u.test(name) ? t('chat.detail', { name }) : run.text.replaceAll('_', ' ');
  return (
    <bdi className="ph-detail" data-missing title={t('chat.detailMissing')}>
      {words}
      <span className="ph-words"> ({t('chat.detailMissing')})</span>
    </bdi>
  );
}
