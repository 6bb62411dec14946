import { escaped } from './pen.ts';

/** Labels with their values, in the ways that forms place them. */
export type Entry = { readonly label: string; readonly value: string; readonly isWide?: boolean };
export const personStyles = ['inline', 'under', 'boxed', 'cells', 'stacked', 'dotted'] as const;
export type PersonStyle = (typeof personStyles)[number];

export const personCss = `
.person{font-size:10pt}
.person .filled{font-weight:normal}
.inline,.under,.boxed,.stacked{display:grid;grid-template-columns:1fr 1fr;gap:9pt 16pt}
.inline .wide,.under .wide,.boxed .wide,.stacked .wide{grid-column:1/3}
.inline>div{display:flex;align-items:flex-end;gap:5pt}
.inline .line{flex:1;border-bottom:.8pt solid #444;min-height:15pt;padding-left:3pt}
.under{gap:11pt 20pt}
.under .line{border-bottom:.8pt solid #333;min-height:18pt;padding:0 3pt 1pt;display:flex;align-items:flex-end}
.under small{display:block;font-size:8pt;color:#333;padding-top:1pt}
.boxed{gap:0}
.boxed>div{border:.8pt solid #333;margin:-.4pt;padding:2pt 5pt 4pt;min-height:32pt}
.boxed small{display:block;font-size:7.5pt;text-transform:uppercase;letter-spacing:.4pt;color:#333;padding-bottom:3pt}
.cells td{border:.7pt solid #777;padding:5pt 6pt;width:32%}
.cells td.label{background:#ebebeb;width:18%;font-weight:bold;font-size:9pt}
.stacked .label{display:block;font-size:9pt;font-weight:bold;padding-bottom:2pt}
.stacked .line{background:#f3f5f8;border:.6pt solid #aab;border-radius:3pt;padding:4pt 6pt;min-height:22pt}
.dotted>div{display:flex;align-items:flex-end;gap:4pt;padding:3.5pt 0}
.dotted .label{min-width:150pt}
.dotted .line{flex:1;border-bottom:1.2pt dotted #555;min-height:15pt;padding-left:4pt}
`;

const pairOf = ({ label, value, isWide }: Entry) =>
  `<div${isWide ? ' class="wide"' : ''}><span class="label">${escaped(label)}</span><span class="line">${value}</span></div>`;

const drawn: Record<PersonStyle, (entries: readonly Entry[]) => string> = {
  inline: (entries) => entries.map((one) => pairOf({ ...one, label: `${one.label}:` })).join(''),
  under: (entries) =>
    entries
      .map(
        (one) =>
          `<div${one.isWide ? ' class="wide"' : ''}><div class="line">${one.value}</div><small>${escaped(one.label)}</small></div>`,
      )
      .join(''),
  boxed: (entries) =>
    entries
      .map(
        (one, i) =>
          `<div${one.isWide ? ' class="wide"' : ''}><small>${i + 1}. ${escaped(one.label)}</small>${one.value}</div>`,
      )
      .join(''),
  cells: (entries) => `<table>${rowsOfTwo(entries)}</table>`,
  stacked: (entries) =>
    entries
      .map(
        (one) =>
          `<div${one.isWide ? ' class="wide"' : ''}><span class="label">${escaped(one.label)}</span><div class="line">${one.value}</div></div>`,
      )
      .join(''),
  dotted: (entries) => entries.map(pairOf).join(''),
};

function rowsOfTwo(entries: readonly Entry[]): string {
  const cells = entries.map((one) => `<td class="label">${escaped(one.label)}</td><td>${one.value}</td>`);
  const rows = cells.flatMap((cell, i) =>
    i % 2 === 0 ? [`<tr>${cell}${cells[i + 1] ?? '<td class="label"></td><td></td>'}</tr>`] : [],
  );
  return rows.join('');
}

export const personPart = (style: PersonStyle, entries: readonly Entry[]) =>
  `<div class="person ${style}">${drawn[style](entries)}</div>`;
