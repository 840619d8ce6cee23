/** The few shapes that the printed regulation is made of. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'quote'; text: string }
  | { kind: 'list'; items: { text: string; inner: string[] }[] }
  | { kind: 'table'; head: string[]; rows: string[][] };

/** Reads the printed regulation. What is none of its shapes stands as a paragraph, so nothing is lost. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const line of markdown.split('\n')) {
    const heading = /^(#{1,4}) (.*)$/.exec(line);
    const item = /^( *)- (.*)$/.exec(line);
    if (line.trim() === '') continue;
    if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
    } else if (item) addItem(blocks, (item[1]?.length ?? 0) > 0, item[2] ?? '');
    else if (line.startsWith('|')) addRow(blocks, cellsOf(line));
    else if (line.startsWith('> ')) blocks.push({ kind: 'quote', text: line.slice(2) });
    else blocks.push({ kind: 'paragraph', text: line });
  }
  return blocks;
}

function addItem(blocks: Block[], inner: boolean, text: string): void {
  const last = blocks.at(-1);
  const item = last?.kind === 'list' ? last.items.at(-1) : undefined;
  if (inner && item) item.inner.push(text);
  else if (last?.kind === 'list') last.items.push({ text, inner: [] });
  else blocks.push({ kind: 'list', items: [{ text, inner: [] }] });
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function addRow(blocks: Block[], cells: string[]): void {
  const last = blocks.at(-1);
  if (last?.kind !== 'table') blocks.push({ kind: 'table', head: cells, rows: [] });
  else if (!cells.every((cell) => /^:?-+:?$/.test(cell))) last.rows.push(cells);
}

/** Runs of plain and strong words of one line. */
export function runsOfText(text: string): { strong: boolean; text: string }[] {
  return text
    .split('**')
    .map((part, at) => ({ strong: at % 2 === 1, text: part }))
    .filter((run) => run.text !== '');
}
