import type { FactValue } from '#shared/domain/finding.ts';
import { closestWord } from './closest-word.ts';
import { factCatalogue, isFactName, kindOfFact } from './facts.ts';
import { type Page, type Problem, type Row, sectionOf, type Table, tableIn } from './markdown-page.ts';
import type { Example } from './programme.ts';
import type { Read } from './read-amounts.ts';
import { howToWrite, readValue } from './read-value.ts';
import { verdictWords } from './read-words.ts';

const examplesHeading = 'Examples';

/** The table of examples: because, one column a fact, verdict. An empty cell is a fact that is not known. */
export function readExamples(page: Page, timeZone: string): Read<Example> {
  const table = tableIn(sectionOf(page, examplesHeading)?.lines ?? []);
  if (!table)
    return { read: [], problems: [{ page: page.path, line: 1, says: 'add a section "## Examples" with a table.' }] };
  const problems = [...headingProblems(page, table)];
  if (problems.length > 0) return { read: [], problems };
  const read = table.rows.flatMap((row) => {
    const example = readExample(row, timeZone);
    if (!('says' in example)) return [example];
    problems.push({ page: page.path, line: row.line, says: example.says });
    return [];
  });
  return { read, problems };
}

function headingProblems(page: Page, table: Table): Problem[] {
  const wanted = ['because', 'report year', 'verdict'].filter((name) => !table.columns.includes(name));
  const unknown = table.columns.filter((name) => !isFactName(name) && name !== 'because' && name !== 'verdict');
  const at = { page: page.path, line: table.line };
  return [
    ...wanted.map((name) => ({ ...at, says: `the examples need a column "${name}".` })),
    ...unknown.map((name) => ({
      ...at,
      says: `there is no fact "${name}". Did you mean "${closestWord(name, Object.keys(factCatalogue))}"?`,
    })),
  ];
}

function readExample(row: Row, timeZone: string): Example | { says: string } {
  const facts: Record<string, FactValue> = {};
  for (const [name, written] of Object.entries(row.cells)) {
    if (!isFactName(name) || written === '') continue;
    const value = readValue(kindOfFact(name), written, timeZone);
    if (value === null) return { says: `"${written}" does not fit "${name}". Write ${howToWrite[kindOfFact(name)]}.` };
    facts[name] = value;
  }
  const verdict = verdictWords[row.cells.verdict ?? ''];
  if (!verdict) return { says: `the verdict is one of: ${Object.keys(verdictWords).join(', ')}.` };
  if (typeof facts['report year'] !== 'number') return { says: 'every example says its report year.' };
  return { because: row.cells.because ?? '', year: facts['report year'], facts, verdict, line: row.line };
}
