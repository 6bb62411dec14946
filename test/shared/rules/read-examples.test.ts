import { describe, expect, it } from 'vitest';
import { readPage } from '#shared/rules/markdown-page.ts';
import { readExamples, readFacts, writtenExamples, yearAsked } from '#shared/rules/read-examples.ts';
import type { Vocabulary } from '#shared/rules/vocabulary.ts';

const vocabulary: Vocabulary = {
  'report year': { kind: 'year', inWords: 'the year' },
  'received on': { kind: 'day', inWords: 'the day' },
  'ethics hours': { kind: 'hours', inWords: 'hours' },
  papers: { kind: 'count', inWords: 'papers' },
  word: { kind: 'word', inWords: 'a word' },
};
const zone = 'America/New_York';

const pageWith = (head: string, rows: string, path: string) =>
  readPage(path, `# A rule\n\n## Examples\n\n| ${head} |\n| - |\n${rows}\n`);
function read(head: string, rows: string, path = 'a.rule.md') {
  return readExamples(pageWith(head, rows, path), zone, vocabulary);
}
const says = (head: string, rows: string, path?: string) =>
  read(head, rows, path).problems.map((each) => `${each.page} ${each.line}: ${each.says}`);
const head = 'because | report year | ethics hours | verdict';

describe('the table of examples', () => {
  it('is read row by row; an empty cell is a fact that is not known', () => {
    expect(read(head, '| enough | 2026 | 2.5 | met |\n| not told | 2025 | | cannot tell |')).toEqual({
      read: [
        { because: 'enough', year: 2026, facts: { 'report year': 2026, 'ethics hours': 250 }, verdict: 'met', line: 7 },
        { because: 'not told', year: 2025, facts: { 'report year': 2025 }, verdict: 'cannot-tell', line: 8 },
      ],
      problems: [],
    });
  });

  it('has a reason, the year and a verdict, and facts that there are', () => {
    const [row, at] = ['| | 2026 | | met |', 'a.rule.md 5: the examples need a column'];

    expect(says('report year | verdict', row)).toEqual([`${at} "because".`]);
    expect(says('because | verdict', row)).toEqual([`${at} "report year".`]);
    expect(says('because | report year', row)).toEqual([`${at} "verdict".`]);
    expect(says('because | report year | ethic hours | verdict', row)).toEqual([
      'a.rule.md 5: there is no fact "ethic hours". Did you mean "ethics hours"?',
    ]);
    expect(read('because | report year', row).read).toEqual([]);
  });

  it('of a rule about applications has the day on which one came instead of the year', () => {
    const path = 'eligibility/age.rule.md';

    expect(read('because | received on | verdict', '| a | 2026-03-09 | met |', path).read).toMatchObject([
      { year: 2026 },
    ]);
    expect(says('because | report year | verdict', '| a | 2026 | met |', path)).toEqual([
      `${path} 5: the examples need a column "received on".`,
    ]);
  });

  it('names the row in which something cannot be read, and keeps the others', () => {
    const rows = '| a | 2026 | two | met |\n| b | 2026 | 2 | fine |\n| c | | 2 | met |\n| d | 2026 | 2 | met |';
    const { read: kept, problems } = read(head, rows);

    expect(kept.map(({ because }) => because)).toEqual(['d']);
    expect(problems).toEqual([
      { page: 'a.rule.md', line: 7, says: '"two" does not fit "ethics hours". Write hours such as 3 or 2.75.' },
      { page: 'a.rule.md', line: 8, says: 'the verdict is one of: met, not met, cannot tell, does not apply.' },
      {
        page: 'a.rule.md',
        line: 9,
        says: 'every example says its report year, or the day the application came.',
      },
    ]);
  });

  it('is asked for', () => {
    const page = readPage('a.rule.md', '# A rule');

    expect(writtenExamples(page)).toBeNull();
    expect(readExamples(page, zone, vocabulary)).toEqual({
      read: [],
      problems: [{ page: 'a.rule.md', line: 1, says: 'add a section "## Examples" with a table.' }],
    });
    expect(writtenExamples(readPage('a.rule.md', '## Examples\n\nNone yet.'))).toBeNull();
  });
});

describe('an amount that is not known exactly', () => {
  const factsOf = (cells: Record<string, string>) => readFacts(cells, zone, vocabulary);

  it('is written from and to, or as so much or more', () => {
    expect(factsOf({ 'ethics hours': '3 to 8.5' })).toEqual({
      facts: { 'ethics hours, at least': 300, 'ethics hours, at most': 850 },
      problems: [],
    });
    expect(factsOf({ 'ethics hours': '3 or more' }).facts).toEqual({ 'ethics hours, at least': 300 });
    expect(factsOf({ papers: '2 to 4' }).facts).toEqual({ 'papers, at least': 2, 'papers, at most': 4 });
  });

  it('is of hours and counts only', () => {
    expect(factsOf({ 'report year': '2024 to 2026' }).problems).toEqual([
      { fact: 'report year', says: '"2024 to 2026" does not fit "report year". Write a year such as 2026.' },
    ]);
    expect(factsOf({ word: 'one or more' }).facts).toEqual({ word: 'one or more' });
  });

  it('has an amount on each side', () => {
    for (const written of ['3 to eight', 'some or more', '3 to', 'about 3 to 8', '3 to 8 or so', '3 or more or less'])
      expect(factsOf({ 'ethics hours': written }).problems).toEqual([
        { fact: 'ethics hours', says: `"${written}" does not fit "ethics hours". Write hours such as 3 or 2.75.` },
      ]);
  });

  it('a column without a fact is passed over', () => {
    expect(factsOf({ because: 'x', 'ethics hours': '', papers: '3' })).toEqual({ facts: { papers: 3 }, problems: [] });
  });
});

describe('the year in which something is judged', () => {
  it('is the report year, or the year in which the application came', () => {
    expect(yearAsked({ 'report year': 2025, 'received on': '2026-01-02' })).toBe(2025);
    expect(yearAsked({ 'received on': '2026-01-02' })).toBe(2026);
    expect(yearAsked({ 'report year': 'soon' })).toBeNull();
    expect(yearAsked({ 'received on': true })).toBeNull();
    expect(yearAsked({})).toBeNull();
  });
});
