import { yearOf } from '#shared/domain/calendar.ts';
import type { FactValue } from '#shared/domain/finding.ts';
import { boundsAsFacts } from './bounds.ts';
import { closestWord } from './closest-word.ts';
import type { Facts } from './facts.ts';
import { type Page, type Problem, type Row, sectionOf, type Table, tableIn } from './markdown-page.ts';
import { type Example, isAboutApplications } from './programme.ts';
import type { Read } from './read-amounts.ts';
import { howToWrite, readValue } from './read-value.ts';
import { verdictWords } from './read-words.ts';
import { type FactKind, saidOf, type Vocabulary } from './vocabulary.ts';

const examplesHeading = 'Examples';

type FactsRead = { facts: Facts; problems: readonly { fact: string; says: string }[] };

/** The table of examples: because, one column a fact, verdict. An empty cell is a fact that is not known. */
export function writtenExamples(page: Page): Table | null {
  return tableIn(sectionOf(page, examplesHeading)?.lines ?? []);
}

/** The table of examples, read. */
export function readExamples(page: Page, timeZone: string, vocabulary: Vocabulary): Read<Example> {
  const table = writtenExamples(page);
  if (!table)
    return { read: [], problems: [{ page: page.path, line: 1, says: 'add a section "## Examples" with a table.' }] };
  const problems = [...headingProblems(page, table, vocabulary)];
  if (problems.length > 0) return { read: [], problems };
  const read = table.rows.flatMap((row) => {
    const example = readExample(row, timeZone, vocabulary);
    if (!('says' in example)) return [example];
    problems.push({ page: page.path, line: row.line, says: example.says });
    return [];
  });
  return { read, problems };
}

function headingProblems(page: Page, table: Table, vocabulary: Vocabulary): Problem[] {
  const whenAsked = isAboutApplications(page.path) ? 'received on' : 'report year';
  const wanted = ['because', whenAsked, 'verdict'].filter((name) => !table.columns.includes(name));
  const unknown = table.columns.filter((name) => !saidOf(vocabulary, name) && name !== 'because' && name !== 'verdict');
  const at = { page: page.path, line: table.line };
  return [
    ...wanted.map((name) => ({ ...at, says: `the examples need a column "${name}".` })),
    ...unknown.map((name) => ({
      ...at,
      says: `there is no fact "${name}". Did you mean "${closestWord(name, Object.keys(vocabulary))}"?`,
    })),
  ];
}

function readExample(row: Row, timeZone: string, vocabulary: Vocabulary): Example | { says: string } {
  const { facts, problems } = readFacts(row.cells, timeZone, vocabulary);
  const [wrong] = problems;
  if (wrong) return { says: wrong.says };
  const verdict = verdictWords[row.cells.verdict ?? ''];
  if (!verdict) return { says: `the verdict is one of: ${Object.keys(verdictWords).join(', ')}.` };
  const year = yearAsked(facts);
  if (year === null) return { says: 'every example says its report year, or the day the application came.' };
  return { because: row.cells.because ?? '', year, facts, verdict, line: row.line };
}

/** A row of written facts, and which of them cannot be read. An empty cell is a fact that is not known. */
export function readFacts(cells: Row['cells'], timeZone: string, vocabulary: Vocabulary): FactsRead {
  const facts: Record<string, FactValue> = {};
  const problems: { fact: string; says: string }[] = [];
  for (const [name, written] of Object.entries(cells)) {
    const kind = saidOf(vocabulary, name)?.kind;
    if (!kind || written === '') continue;
    const within = readWithin(name, kind, written);
    const value = within ? null : readValue(kind, written, timeZone);
    if (value === null && !within)
      problems.push({ fact: name, says: `"${written}" does not fit "${name}". Write ${howToWrite[kind]}.` });
    else Object.assign(facts, within ?? { [name]: value });
  }
  return { facts, problems };
}

/** "3 to 8" and "3 or more": an amount that is not known exactly. */
function readWithin(name: string, kind: FactKind, written: string): Facts | null {
  if (kind !== 'hours' && kind !== 'count') return null;
  const match = /^(\S+) (?:to (\S+)|or more)$/.exec(written);
  const [least, most] = [match?.[1], match?.[2]].map((text) => (text === undefined ? null : readValue(kind, text, '')));
  if (typeof least !== 'number' || (match?.[2] !== undefined && typeof most !== 'number')) return null;
  return boundsAsFacts(name, { least, most: typeof most === 'number' ? most : null });
}

/** A rule about an application is judged by the amounts of the year in which it came. */
export function yearAsked(facts: Facts): number | null {
  const [year, received] = [facts['report year'], facts['received on']];
  if (typeof year === 'number') return year;
  return typeof received === 'string' ? yearOf(received) : null;
}
