import { type Page, type Problem, type Row, sectionOf, tableIn } from './markdown-page.ts';
import { notPublished } from './read-amounts.ts';

export type Reader = {
  readonly page: Page;
  readonly problems: Problem[];
};

/** How a setting may be written; `example` is said when it is not. */
export type Shape = { readonly pattern: RegExp; readonly example: string; readonly mustBeKnown?: boolean };

/**
 * A table with the columns setting, value, source. Every setting must have its line, so that a programme says what it knows
 * and what is not published. The answer is the match, or null when it is not published.
 */
export function readSettings(
  { page, problems }: Reader,
  heading: string,
  shapes: Readonly<Record<string, Shape>>,
): (name: string) => RegExpExecArray | null {
  const section = sectionOf(page, heading);
  const rows = new Map((tableIn(section?.lines ?? [])?.rows ?? []).map((row) => [row.cells.setting ?? '', row]));
  for (const [name, shape] of Object.entries(shapes)) {
    const row = rows.get(name);
    const says = wrongSetting(name, shape, row, heading);
    if (says) problems.push({ page: page.path, line: row?.line ?? section?.line ?? 1, says });
  }
  for (const [name, row] of rows) {
    if (!Object.hasOwn(shapes, name))
      problems.push({ page: page.path, line: row.line, says: `"${name}" is no setting of "${heading}".` });
  }
  return (name) => shapes[name]?.pattern.exec(rows.get(name)?.cells.value ?? '') ?? null;
}

function wrongSetting(name: string, shape: Shape, row: Row | undefined, heading: string): string | null {
  const orNot = shape.mustBeKnown ? '' : ', or: not published';
  if (!row) return `the table "${heading}" needs a line "${name}": ${shape.example}${orNot}.`;
  const value = row.cells.value ?? '';
  const isOpen = value === notPublished && !shape.mustBeKnown;
  if (!isOpen && !shape.pattern.test(value)) return `"${name}" must be written as: ${shape.example}${orNot}.`;
  return row.cells.source ? null : `write under "source" where "${name}" comes from.`;
}

/** The rows of a table that may be empty, as long as the page says "not published" or "none" in its place. */
export function readRows({ page, problems }: Reader, heading: string, columns: readonly string[]): readonly Row[] {
  const section = sectionOf(page, heading);
  const table = tableIn(section?.lines ?? []);
  const say = (line: number, says: string) => problems.push({ page: page.path, line, says });
  const isSaid = section?.lines.some((line) => /^(not published|none)\b/i.test(line.text.trim()));
  if (!section) say(1, `add a section "## ${heading}".`);
  else if (!table && !isSaid)
    say(section.line, `write a table with the columns ${columns.join(', ')}, or: Not published.`);
  if (!table) return [];
  for (const column of columns.filter((each) => !table.columns.includes(each)))
    say(table.line, `the table of "${heading}" needs a column "${column}".`);
  for (const row of table.rows) {
    const empty = columns.filter((column) => row.cells[column] === '');
    for (const column of empty) say(row.line, `write something under "${column}".`);
  }
  return table.rows;
}
