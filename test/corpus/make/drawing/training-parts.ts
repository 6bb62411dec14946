import type { ReportRow } from '#test/fixtures/make/content.ts';
import { type DayWriting, written } from '../content/written.ts';
import { escaped, type Pen } from './pen.ts';
import type { TickStyle } from './strokes.ts';

/** The trainings of a report: tables of several looks, or a block for each. */
export const tableStyles = ['ruled', 'open', 'dark', 'striped', 'lined'] as const;
export type TableStyle = (typeof tableStyles)[number];
export const columnNames = ['day', 'title', 'provider', 'hours', 'category', 'approved'] as const;
export type ColumnName = (typeof columnNames)[number];

export type TrainingStyle = {
  readonly days: DayWriting;
  readonly tick: TickStyle;
  readonly heads: Readonly<Record<ColumnName, string>>;
  readonly order: readonly ColumnName[];
  readonly category: 'words' | 'letters' | 'ticks' | 'hours';
  readonly isNumbered: boolean;
  readonly emptyRows: number;
};

export const trainingCss = `
.trainings{font-size:9pt}
.trainings th{font-size:8pt;text-align:left;padding:4pt 4pt;vertical-align:bottom}
.trainings td{padding:5pt 4pt;vertical-align:top;height:24pt}
.trainings .day{width:66pt}.trainings .hours{width:40pt}.trainings .category{width:54pt}.trainings .approved{width:52pt}.trainings .provider{width:26%}
.trainings .number{width:20pt}
.ruled td,.ruled th{border:.8pt solid #333}.ruled th{background:#e9e9e9}
.dark th{background:#1f2937;color:#fff;font-weight:bold}.dark td{border-bottom:.7pt solid #999}
.striped tr:nth-child(odd) td{background:#f0f0f0}.striped th{border-bottom:1.2pt solid #333}
.lined td{border-bottom:.7pt solid #444}.lined th{border-bottom:1.4pt solid #222}
.blocks{display:grid;gap:8pt;font-size:9.5pt}
.blocks.two{grid-template-columns:1fr 1fr}
.block{border:.8pt solid #888;padding:6pt 8pt}
.block h3{font-size:10pt;padding-bottom:4pt}
.block p{display:flex;gap:5pt;padding:2pt 0;align-items:baseline}
.block p .v{flex:1;border-bottom:.6pt solid #999;min-height:13pt}
.block.open{border:0;border-top:1.4pt solid #444;padding:6pt 0}
`;

function categoryCell(pen: Pen, style: TrainingStyle, row: ReportRow, name: string): string {
  const isEthics = row.category === 'ethics';
  if (style.category === 'words') return pen.fill(isEthics ? 'Ethics' : 'Core', name);
  if (style.category === 'letters') return pen.fill(isEthics ? 'E' : 'C', name);
  return `<span class="choice" style="padding-right:4pt">${pen.tick(isEthics, style.tick, `${name} ethics`)} Eth</span><br><span>${pen.tick(!isEthics, style.tick, `${name} core`)} Core</span>`;
}

function cell(pen: Pen, style: TrainingStyle, column: ColumnName, row: ReportRow, at: number): string {
  const name = `${style.heads[column]} ${at + 1}`;
  if (column === 'day') return pen.fill(written(row.completedOn, style.days), name);
  if (column === 'title') return pen.fill(row.title, name);
  if (column === 'provider') return pen.fill(row.provider, name);
  if (column === 'hours') return pen.fill(row.hours, name);
  if (column === 'category') return categoryCell(pen, style, row, name);
  return pen.fill(row.priorApproved ? 'Yes' : 'No', name);
}

export function trainingTable(pen: Pen, look: TableStyle, style: TrainingStyle, rows: readonly ReportRow[]): string {
  const isSplit = style.category === 'hours';
  const columns = style.order.filter((column) => !isSplit || column !== 'category');
  const twoHours = (row: ReportRow | null, at: number) =>
    (['ethics', 'core'] as const)
      .map(
        (kind) =>
          `<td class="hours">${row === null ? '' : pen.fill(row.category === kind ? row.hours : null, `${kind} hours ${at}`)}</td>`,
      )
      .join('');
  const head = columns.map((column) =>
    isSplit && column === 'hours'
      ? '<th class="hours">Ethics hours</th><th class="hours">Core hours</th>'
      : `<th class="${column}">${escaped(style.heads[column])}</th>`,
  );
  const line = (row: ReportRow | null, at: number) =>
    columns
      .map((column) =>
        isSplit && column === 'hours'
          ? twoHours(row, at)
          : `<td class="${column}">${row === null ? '' : cell(pen, style, column, row, at)}</td>`,
      )
      .join('');
  const number = (text: string, tag: 'td' | 'th') =>
    style.isNumbered ? `<${tag} class="number">${text}</${tag}>` : '';
  const all = [...rows, ...Array.from({ length: style.emptyRows }, () => null)];
  const body = all.map((row, at) => `<tr>${number(String(at + 1), 'td')}${line(row, at)}</tr>`).join('');
  return `<table class="trainings ${look}"><tr>${number('#', 'th')}${head.join('')}</tr>${body}</table>`;
}

export function trainingBlocks(
  pen: Pen,
  look: 'one' | 'two' | 'open',
  style: TrainingStyle,
  rows: readonly ReportRow[],
): string {
  const blocks = rows.map((row, at) => {
    const lines = style.order.map(
      (column) =>
        `<p><span>${escaped(style.heads[column])}:</span><span class="v">${cell(pen, style, column, row, at).replace('<br>', ' ')}</span></p>`,
    );
    return `<div class="block ${look === 'open' ? 'open' : ''}"><h3>Training ${at + 1}</h3>${lines.join('')}</div>`;
  });
  return `<div class="blocks ${look === 'two' ? 'two' : ''}">${blocks.join('')}</div>`;
}
