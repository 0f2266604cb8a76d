import type { Difference } from '@/host';
import { t } from '@/i18n';
import { Icon, type IconName } from '@/kit';
import styles from './differences.module.css';
import { placeWords } from './place-words';
import { type Piece, wordsDiff } from './words-diff';

/** One side of the comparison. */
export interface Side {
  readonly icon: IconName;
  readonly title: string;
  /** What stands where this side has nothing. */
  readonly none: string;
}

/** Two texts side by side, part by part: what goes away is struck through, what comes is bold, and both are said in words. */
export function DifferenceTable({
  differences,
  before,
  after,
  labelledBy,
  detail = (name) => name.replaceAll('_', ' '),
}: {
  differences: readonly Difference[];
  before: Side;
  after: Side;
  /** The heading it belongs to. */
  labelledBy: string;
  /** What people call a detail, which stands in a text as `{{name}}`. */
  detail?: (name: string) => string;
}) {
  return (
    <table className={styles.table} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('differences.place')}</span>
          </th>
          {[before, after].map(({ icon, title }) => (
            <th scope="col" key={title}>
              <span className={styles.column}>
                <Icon name={icon} size={14} />
                {title}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {differences.map((difference, index) => (
          <Line
            key={`${index} ${difference.place}`}
            difference={difference}
            none={{ before: before.none, after: after.none }}
            detail={detail}
          />
        ))}
      </tbody>
    </table>
  );
}

type Detail = (name: string) => string;

function Line({
  difference,
  none,
  detail,
}: {
  difference: Difference;
  none: { before: string; after: string };
  detail: Detail;
}) {
  const { before, after } = difference;
  const pieces = wordsDiff(before ?? '', after ?? '');
  const untold = before === null && after === null;
  return (
    <tr>
      <th scope="row" className={styles.place} dir="auto">
        {placeWords(difference)}
      </th>
      {untold ? (
        <td colSpan={2}>
          <div className={styles.text}>
            <em className={styles.none}>{t('differences.changed')}</em>
          </div>
        </td>
      ) : (
        <>
          <Told text={before} pieces={pieces} without="added" none={none.before} detail={detail} />
          <Told text={after} pieces={pieces} without="removed" none={none.after} detail={detail} />
        </>
      )}
    </tr>
  );
}

function Told({
  text,
  pieces,
  without,
  none,
  detail,
}: {
  text: string | null;
  pieces: readonly Piece[];
  without: Piece['kind'];
  none: string;
  detail: Detail;
}) {
  return (
    <td>
      {text === null ? (
        <div className={styles.text}>
          <em className={styles.none}>{none}</em>
        </div>
      ) : (
        <div className={styles.text} dir="auto">
          {pieces
            .filter(({ kind }) => kind !== without)
            .map((piece, index) => (
              <Words key={index} piece={piece} detail={detail} />
            ))}
        </div>
      )}
    </td>
  );
}

function Words({ piece: { kind, text }, detail }: { piece: Piece; detail: Detail }) {
  // Every second one is the name between the braces.
  const said = text.split(/\{\{([^{}]+)\}\}/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <bdi key={index} className={styles.detail}>
        {detail(part)}
      </bdi>
    ),
  );
  if (kind === 'same') return <span>{said}</span>;
  const Mark = kind === 'removed' ? 'del' : 'ins';
  return (
    <Mark>
      {/* In the page's language: it must not decide the direction of the text. */}
      <bdi className="visually-hidden">{t(`differences.${kind}`)} </bdi>
      {said}
    </Mark>
  );
}
