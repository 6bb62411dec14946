import { parseHours } from '#shared/domain/hours.ts';
import { type Page, type Problem, type Section, tableIn } from './markdown-page.ts';
import type { Amount, DatedAmount } from './programme.ts';
import { isNameOfHours } from './vocabulary.ts';

/** What a page says where the programme says nothing. It is never a value: what hangs on it cannot be told. */
export const notPublished = 'not published';

export type Read<Thing> = { readonly read: readonly Thing[]; readonly problems: readonly Problem[] };

/**
 * Every section whose table has the columns `from` and `source` is an amount; the third column is its name and says
 * its kind: "needed hours" are hours, anything else is a count.
 */
export function readAmounts(page: Page): Read<Amount> {
  const problems: Problem[] = [];
  const read: Amount[] = [];
  for (const section of page.sections) {
    const table = tableIn(section.lines);
    if (!table?.columns.includes('from')) continue;
    const name = table.columns.find((column) => column !== 'from' && column !== 'source');
    if (!name || !table.columns.includes('source')) {
      problems.push({
        page: page.path,
        line: table.line,
        says: 'a table of amounts has three columns: from, the name, source.',
      });
      continue;
    }
    const rows = readRows(page, section, name, problems);
    read.push({ name, kind: isNameOfHours(name) ? 'hours' : 'count', dated: rows });
  }
  return { read, problems };
}

function readRows(page: Page, section: Section, name: string, problems: Problem[]): DatedAmount[] {
  return (tableIn(section.lines)?.rows ?? []).flatMap((row) => {
    const fromYear = /^\d{4}$/.test(row.cells.from ?? '') ? Number(row.cells.from) : null;
    const value = readAmount(name, row.cells[name] ?? '');
    const source = row.cells.source ?? '';
    const say = (says: string) => problems.push({ page: page.path, line: row.line, says });
    if (fromYear === null) say('write the first report year, such as 2024, under "from".');
    if (value === undefined) say(`write an exact amount such as 3 or 2.5 under "${name}", or: not published.`);
    if (source === '') say('write where the amount is published under "source".');
    return fromYear !== null && value !== undefined ? [{ fromYear, value, source }] : [];
  });
}

/** null where the programme has not published it; undefined when it is no amount. */
function readAmount(name: string, written: string): number | null | undefined {
  if (written === notPublished) return null;
  if (isNameOfHours(name)) return parseHours(written) ?? undefined;
  return /^\d{1,6}$/.test(written) ? Number(written) : undefined;
}
