import type { Block, Run, TextStyle } from '@/host';
import { usePhone } from '../phone-context';
import { Pic } from './Pictures';

/** A stretch of text in its style. */
function OneRun({ run }: { run: Run }) {
  const { openLink } = usePhone();
  const style = `${run.bold ? 'ph-bold ' : ''}${run.italic ? 'ph-italic ' : ''}${run.strike ? 'ph-strike' : ''}`;
  const { link } = run;
  if (link !== null) {
    return (
      <button type="button" className={`ph-inline-link ${style}`} onClick={() => openLink(link)}>
        {run.text}
      </button>
    );
  }
  return style === '' ? run.text : <span className={style}>{run.text}</span>;
}

function Runs({ runs }: { runs: Run[] }) {
  return runs.map((run, place) => <OneRun key={place} run={run} />);
}

function OneBlock({ block, style }: { block: Block; style: TextStyle }) {
  switch (block.type) {
    case 'paragraph':
      return style === 'heading' ? (
        <h3 className="ph-heading" dir="auto">
          <Runs runs={block.runs} />
        </h3>
      ) : style === 'subheading' ? (
        <h4 className="ph-subheading" dir="auto">
          <Runs runs={block.runs} />
        </h4>
      ) : (
        <p className={style === 'caption' ? 'ph-caption' : 'ph-body'} dir="auto">
          <Runs runs={block.runs} />
        </p>
      );
    case 'heading':
      return block.level === 1 ? (
        <h3 className="ph-heading" dir="auto">
          <Runs runs={block.runs} />
        </h3>
      ) : (
        <h4 className="ph-subheading" dir="auto">
          <Runs runs={block.runs} />
        </h4>
      );
    case 'list': {
      const items = block.items.map((runs, place) => (
        <li key={place} dir="auto">
          <Runs runs={runs} />
        </li>
      ));
      return block.start === null ? (
        <ul className="ph-list">{items}</ul>
      ) : (
        <ol className="ph-list ph-numbers" start={block.start}>
          {items}
        </ol>
      );
    }
    case 'image':
      return <Pic picture={block.picture} className="ph-block-picture" />;
    case 'table':
      return (
        <div className="ph-table-scroll">
          <table className="ph-table">
            <thead>
              <tr>
                {block.header.map((runs, column) => (
                  <th key={column} scope="col" dir="auto">
                    <Runs runs={runs} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, place) => (
                <tr key={place}>
                  {row.map((runs, column) => (
                    <td key={column} dir="auto">
                      <Runs runs={runs} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

/** Text of one component: paragraphs in its style, and in a `RichText` lists, pictures and tables. */
export function Texts({ blocks, style }: { blocks: Block[]; style: TextStyle }) {
  return (
    <div className="ph-blocks">
      {blocks.map((block, place) => (
        <OneBlock key={place} block={block} style={style} />
      ))}
    </div>
  );
}
