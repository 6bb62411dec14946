/** A page of a programme, taken apart into what a reader sees. Only the few forms that such pages use. */
export type Block =
  | { is: 'heading'; level: 1 | 2; text: string }
  | { is: 'quote' | 'list'; lines: string[] }
  | { is: 'paragraph'; text: string }
  | { is: 'conditions'; lines: string[] }
  | { is: 'table'; head: string[]; rows: string[][] };

type LineKind = 'fence' | 'heading' | 'quote' | 'table' | 'list' | 'blank' | 'paragraph';

const starts: readonly (readonly [string, LineKind])[] = [
  ['```', 'fence'],
  ['#', 'heading'],
  ['>', 'quote'],
  ['|', 'table'],
  ['- ', 'list'],
];

export function pageBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let kind: LineKind = 'blank';
  const close = () => {
    const block = blockOf(kind, lines);
    if (block !== null) blocks.push(block);
    lines = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const own: LineKind = kind === 'fence' && !line.startsWith('```') ? 'fence' : kindOf(line);
    const isFenceEnd: boolean = kind === 'fence' && line.startsWith('```');
    if (own !== kind || own === 'heading') close();
    if (isFenceEnd) close();
    kind = isFenceEnd ? 'blank' : own;
    if (!line.startsWith('```')) lines.push(line);
  }
  close();
  return blocks;
}

function kindOf(line: string): LineKind {
  if (line.trim() === '') return 'blank';
  return starts.find(([start]) => line.startsWith(start))?.[1] ?? 'paragraph';
}

function blockOf(kind: LineKind, lines: readonly string[]): Block | null {
  const [first] = lines;
  if (first === undefined) return null;
  switch (kind) {
    case 'blank':
      return null;
    case 'heading':
      return { is: 'heading', level: first.startsWith('##') ? 2 : 1, text: first.replace(/^#+\s*/, '') };
    case 'quote':
      return { is: 'quote', lines: lines.map((line) => line.replace(/^>\s?/, '')) };
    case 'list':
      return { is: 'list', lines: lines.map((line) => line.slice(2)) };
    case 'fence':
      return { is: 'conditions', lines: [...lines] };
    case 'table':
      return tableOf(lines);
    case 'paragraph':
      return { is: 'paragraph', text: lines.join(' ') };
  }
}

/** The second line of a table only draws a line. */
function tableOf(lines: readonly string[]): Block {
  const cells = (line: string) =>
    line
      .replace(/^\||\|\s*$/g, '')
      .split('|')
      .map((cell) => cell.trim());
  const [head = '', , ...rows] = lines;
  return { is: 'table', head: cells(head), rows: rows.map(cells) };
}

/** The heading of the verdicts that came out. */
export const asRun = 'as run';

/** The examples' table with one more column: the verdicts that came out when the examples were run, in the same order. */
export function withVerdictsAsRun(blocks: readonly Block[], verdicts: readonly string[]): Block[] {
  const heading = blocks.findIndex((block) => block.is === 'heading' && block.text === 'Examples');
  const at = blocks.findIndex((block, place) => place > heading && block.is === 'table');
  const table = blocks[at];
  if (heading < 0 || table?.is !== 'table') return [...blocks];
  const rows = table.rows.map((row, place) => [...row, verdicts[place] ?? 'not run']);
  return blocks.with(at, { ...table, head: [...table.head, asRun], rows });
}
