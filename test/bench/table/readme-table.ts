import type { Row } from './row.ts';

const [begin, end] = ['<!-- measured: begin (npm run bench writes this) -->', '<!-- measured: end -->'];

type Kept = Row & { measured: string };

/** The page with the table between the two marks made anew. */
export function withTable(page: string, rows: readonly Kept[]): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error(`README.md has lost its marks: put ${begin} and ${end} where the table shall be`);
  return `${page.slice(0, from + begin.length)}\n\n${tableOf(rows)}\n\n${page.slice(to)}`;
}

function tableOf(rows: readonly Kept[]): string {
  const head = ['what', 'ours', 'beside, in the same run', 'ours / theirs (all rounds)', 'promised', 'measured'];
  const cells = rows.map((row) => [...cellsOf(row), row.measured]);
  const widths = head.map((word, at) => Math.max(word.length, ...cells.map((line) => [...(line[at] ?? '')].length)));
  const lineOfCells = (line: readonly string[]) =>
    `| ${line.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - [...cell].length)).join(' | ')} |`;
  return [head, widths.map((width) => '-'.repeat(width)), ...cells].map(lineOfCells).join('\n');
}

function cellsOf({ what, ours, peer, ratio, promised, holds }: Row): string[] {
  const verdict = holds === null ? '' : holds ? ': holds' : ': **does not hold**';
  return [
    what,
    `${ours.value} ${ours.unit}`,
    peer === null ? '' : peer.value === null ? peer.name : `${peer.name}: ${peer.value} ${peer.unit}`,
    ratio === null ? '' : `${ratio.middle.toFixed(2)} x (${ratio.least.toFixed(2)} to ${ratio.most.toFixed(2)})`,
    promised === null ? '' : `${promised}${verdict}`,
  ];
}

/** For the terminal. */
export function lineOf(row: Row): string {
  const more = Object.entries(row.more).map(([name, value]) => `${name} ${value}`);
  return [...cellsOf(row).filter((cell) => cell !== ''), ...more].join(' · ');
}
