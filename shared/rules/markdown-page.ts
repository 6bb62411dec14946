/** A page of Markdown, cut into what the rules need: headings, tables, quotes, fenced blocks. Lines keep their numbers. */
export type Line = { readonly number: number; readonly text: string };
export type Section = { readonly heading: string; readonly line: number; readonly lines: readonly Line[] };
export type Row = { readonly line: number; readonly cells: Readonly<Record<string, string>> };
export type Table = { readonly line: number; readonly columns: readonly string[]; readonly rows: readonly Row[] };

/** What is wrong with a page and what to write instead. */
export type Problem = { readonly page: string; readonly line: number; readonly says: string };

export type Page = {
  readonly path: string;
  readonly title: string;
  /** everything between the title and the first `##` */
  readonly opening: readonly Line[];
  readonly sections: readonly Section[];
};

export function readPage(path: string, text: string): Page {
  const lines = text.split(/\r?\n/).map((line, place) => ({ number: place + 1, text: line }));
  const title = lines.find((line) => line.text.startsWith('# '));
  const opening: Line[] = [];
  const sections: { heading: string; line: number; lines: Line[] }[] = [];
  for (const line of lines) {
    if (line === title) continue;
    if (line.text.startsWith('## ')) {
      sections.push({ heading: line.text.slice(3).trim(), line: line.number, lines: [] });
    } else {
      (sections.at(-1)?.lines ?? opening).push(line);
    }
  }
  return { path, title: title?.text.slice(2).trim() ?? '', opening, sections };
}

export function sectionOf(page: Page, heading: string): Section | undefined {
  return page.sections.find((section) => section.heading.toLowerCase() === heading.toLowerCase());
}

/** The first table among the lines; the cells of each row by the column's heading. */
export function tableIn(lines: readonly Line[]): Table | null {
  const start = lines.findIndex((line) => line.text.trimStart().startsWith('|'));
  const head = lines[start];
  if (!head) return null;
  const columns = cellsOf(head.text);
  const rows: Row[] = [];
  for (const line of lines.slice(start + 1)) {
    if (!line.text.trimStart().startsWith('|')) break;
    const cells = cellsOf(line.text);
    if (cells.every((cell) => /^:?-+:?$/.test(cell))) continue;
    rows.push({ line: line.number, cells: Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])) });
  }
  return { line: head.number, columns, rows };
}

function cellsOf(text: string): string[] {
  return text
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** The lines of the first fenced block of that language. */
export function blockIn(lines: readonly Line[], language: string): readonly Line[] | null {
  const start = lines.findIndex((line) => line.text.trim() === `\`\`\`${language}`);
  if (start < 0) return null;
  const end = lines.findIndex((line, place) => place > start && line.text.trim() === '```');
  return lines.slice(start + 1, end < 0 ? undefined : end);
}

/** The quoted sentence, and the line `— source` that ends the quote. */
export function quoteIn(lines: readonly Line[]): { quote: string; citation: string } {
  const quoted = lines.filter((line) => line.text.startsWith('>')).map((line) => line.text.slice(1).trim());
  const isSource = (text: string) => text.startsWith('—');
  return {
    quote: quoted.filter((text) => !isSource(text)).join(' '),
    citation: quoted
      .filter(isSource)
      .map((text) => text.slice(1).trim())
      .join('; '),
  };
}
