import { type Page, type Section, sectionOf, tableIn } from '../markdown-page.ts';
import type { MapExample, MapRow } from './topic-book.ts';

const besidePeers = 'about peers or recovery';

/** A table with the columns topic (or several, parted by semicolons), counts as, and perhaps when. */
export function readMap(
  path: string,
  section: Section,
  citation: string,
  say: (line: number, says: string) => void,
): MapRow[] {
  const table = tableIn(section.lines);
  if (!table?.columns.includes('topic') || !table.columns.includes('counts as')) {
    say(section.line, 'add a table with the columns topic and counts as.');
    return [];
  }
  return table.rows.flatMap(({ cells, line }) => {
    const { topic = '', when = '', 'counts as': countsAs = '' } = cells;
    if (countsAs === '') say(line, 'write under "counts as" what the topic is to the programme.');
    if (when !== '' && when !== besidePeers) say(line, `write nothing under "when", or: ${besidePeers}.`);
    const names = topic.split(';').map((name) => name.trim());
    const onlyBesidePeers = when === besidePeers;
    return names.map((name) => {
      return { topic: name, countsAs, onlyBesidePeers, list: section.heading, page: path, line, citation };
    });
  });
}

/** A table with the columns title, counts as, and perhaps provider. */
export function readMapExamples(page: Page): MapExample[] {
  const rows = tableIn(sectionOf(page, 'Examples')?.lines ?? [])?.rows ?? [];
  return rows.map(({ cells, line }) => {
    const { title = '', provider = '', 'counts as': countsAs = '' } = cells;
    return { title, provider: provider === '' ? null : provider, countsAs, page: page.path, line };
  });
}
