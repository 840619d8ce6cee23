import { Fragment, type ReactNode } from 'react';
import { blocksOf, runsOfText, type Block } from './markdown';

/** The whole regulation as it is printed and hung up, in Chinese. */
export function Printed({ markdown }: { markdown: string }) {
  return (
    <article className="zs-reg-printed" lang="zh-CN">
      {blocksOf(markdown).map((block, at) => (
        <PrintedBlock key={at} block={block} />
      ))}
    </article>
  );
}

function PrintedBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      // The page has its h1 already.
      return block.level === 1 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case 'paragraph':
      return <p>{words(block.text)}</p>;
    case 'quote':
      return <blockquote>{words(block.text)}</blockquote>;
    case 'list':
      return (
        <ul>
          {block.items.map((item, at) => (
            <li key={at}>
              {words(item.text)}
              {item.inner.length > 0 ? (
                <ul>
                  {item.inner.map((inner, place) => (
                    <li key={place}>{words(inner)}</li>
                  ))}
                </ul>
              ) : null}
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <PrintedTable head={block.head} rows={block.rows} />;
  }
}

function PrintedTable({ head, rows }: { head: string[]; rows: string[][] }) {
  return (
    <div className="zs-reg-scroll">
      <table className="zs-reg-table">
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {words(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, place) => (
                <td key={place} data-label={head[place]}>
                  {words(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function words(text: string): ReactNode {
  return runsOfText(text).map((run, at) =>
    run.strong ? <strong key={at}>{run.text}</strong> : <Fragment key={at}>{run.text}</Fragment>,
  );
}
