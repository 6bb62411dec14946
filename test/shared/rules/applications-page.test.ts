import { describe, expect, it } from 'vitest';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { readApplications, sayTo } from '#shared/rules/applications-page.ts';
import { checkPages } from '#shared/rules/check-programme.ts';

const pages = await readProgrammePages('shared/rules/programmes/louisiana-rpss');
const text = pages['applications.md'] ?? '';
const read = (change: (page: string) => string = (page) => page) => readApplications('applications.md', change(text));
const says = (change: (page: string) => string) => read(change).problems.map((problem) => problem.says);

describe('the page about applicants’ forms', () => {
  it('says what is asked for which credential, and what a letter may name', () => {
    const { questions, openMonths } = read().read;

    expect(read().problems).toEqual([]);
    expect(openMonths).toBe(12);
    expect(questions.find(({ field }) => field === 'phone')).toEqual({
      field: 'phone',
      credentials: ['RPSS', 'RFPSS'],
      printed: ['phone', 'telephone', 'cell', 'mobile'],
      inLetter: 'your phone number',
    });
    expect(questions.filter(({ inLetter }) => inLetter === null).map(({ field }) => field)).toEqual([
      'livedExperience',
      'recoveryTwelveMonths',
      'caregiverExperienceMonths',
    ]);
  });

  it('says where each paper goes, and that an address is not published', () => {
    expect(read().read.places).toEqual([
      { paper: 'training-application', address: null, where: 'The Extra Mile Region IV' },
      { paper: 'family-training-application', address: null, where: 'The Extra Mile Region IV' },
      { paper: 'ce-report', address: 'obh.peers.programs@la.gov', where: "the office's own inbox" },
    ]);
  });

  it('takes classes as a person writes them, with seats only where they are written', () => {
    const table = [
      '| class | for | begins | seats | set by |',
      '| --- | --- | --- | --- | --- |',
      '| Lafayette | RPSS | 2026-03-09 | 20 | R. Supervisor |',
      '| Monroe | RFPSS | not known | not known | R. Supervisor |',
    ].join('\n');

    expect(read((page) => page.replace('None set.', table))).toMatchObject({
      problems: [],
      read: {
        classes: [
          { name: 'Lafayette', credential: 'RPSS', begins: '2026-03-09', seats: 20 },
          { name: 'Monroe', credential: 'RFPSS', begins: null, seats: null },
        ],
      },
    });
    expect(
      says((page) => page.replace('None set.', table.replace('2026-03-09', 'March').replace('20 |', 'many |'))),
    ).toEqual([
      'write under "begins" a day such as 2026-03-09, or: not known.',
      'write under "seats" a number, or: not known.',
    ]);
  });

  const section = (heading: string, rows: string) => (page: string) => {
    const from = page.indexOf(`\n## ${heading}\n`);
    const to = page.indexOf('\n## ', from + 4);
    return `${page.slice(0, from)}\n## ${heading}\n\n${rows}\n${to < 0 ? '' : page.slice(to)}`;
  };

  it.each(['on 2026-03-09', '2026-03-091', '9 March'])('takes "%s" for no day on which a class begins', (begins) => {
    const table = `| class | for | begins | seats | set by |\n| - | - | - | - | - |\n| A | RPSS | ${begins} | 20 | R. |`;
    const { read: page, problems } = read(section('Classes', table));

    expect(page.classes).toEqual([{ name: 'A', credential: 'RPSS', begins: null, seats: 20 }]);
    expect(problems.map((each) => each.says)).toEqual([
      'write under "begins" a day such as 2026-03-09, or: not known.',
    ]);
  });

  it.each(['about 20', '20 or so', '20000', ''])('takes "%s" for no number of seats', (seats) => {
    const table = `| class | for | begins | seats | set by |\n| - | - | - | - | - |\n| A | RPSS | not known | ${seats} | R. |`;
    const { read: page, problems } = read(section('Classes', table));

    expect(page.classes).toEqual([{ name: 'A', credential: 'RPSS', begins: null, seats: null }]);
    expect(problems.map((each) => each.says)).toContain('write under "seats" a number, or: not known.');
  });

  it.each(['to x@example.org', 'x@example.org or y', 'x@', '@example.org'])('takes "%s" for no address', (address) => {
    const table = `| paper | address | where | source |\n| - | - | - | - |\n| ce report | ${address} | here | ours |`;
    const { read: page, problems } = read(section('Places', table));

    expect(page.places).toEqual([{ paper: 'ce-report', address: null, where: 'here' }]);
    expect(problems.map((each) => each.says)).toEqual(['write an e-mail address under "address", or: not published.']);
  });

  it('reads a column that is left out as an empty one, and says so', () => {
    const one = (heading: string, head: string, row: string) =>
      read(section(heading, `| ${head} |\n| - |\n| ${row} |`));

    const { read: asked, problems } = one('Questions', 'question', 'Your phone?');
    expect(asked.questions).toEqual([{ field: '', credentials: [], printed: [], inLetter: '' }]);
    expect(problems.map((each) => each.says)).toContain('the table of "Questions" needs a column "printed as".');
    expect(one('Names on forms', 'source', 'ours').read.names).toEqual([{ whose: '', words: [] }]);
    expect(one('Places', 'address', 'x@example.org').read.places).toEqual([]);
    expect(one('Places', 'paper', 'ce report').read.places).toEqual([{ paper: 'ce-report', address: null, where: '' }]);
    expect(one('Classes', 'set by', 'R.').read.classes).toEqual([
      { name: '', credential: '', begins: null, seats: null },
    ]);
  });

  it('parts lists at their signs, and leaves out what is empty', () => {
    const table = `| question | read as | asked for | printed as | in a letter | source |\n| - | - | - | - | - | - |\n| Phone? | phone | RPSS, ,RFPSS, | Phone;; Cell  | your phone | ours |`;

    expect(read(section('Questions', table)).read.questions).toEqual([
      { field: 'phone', credentials: ['RPSS', 'RFPSS'], printed: ['phone', 'cell'], inLetter: 'your phone' },
    ]);
  });

  it('asks for every line of its words where they should stand', () => {
    const without = (change: (page: string) => string) =>
      read(change).problems.filter((each) => each.says.startsWith('"Words in letters"'));
    const at = text.split('\n').indexOf('## Words in letters') + 1;

    expect(without((page) => page.replace('## Words in letters', '## Other words')).map(({ line }) => line)).toEqual(
      Array.from({ length: 14 }, () => 1),
    );
    expect(without((page) => page.replace('| private paper ', '| privat paper '))).toMatchObject([{ line: at }]);
    expect(without(section('Words in letters', 'To come.'))).toHaveLength(14);
  });

  it.each([
    [
      'a paper of no kind',
      (page: string) => page.replace('| ce report', '| tax report'),
      '"tax report" is no kind of document.',
    ],
    [
      'an address that is none',
      (page: string) => page.replace('OBH.Peers.Programs@la.gov', 'the office'),
      'write an e-mail address under "address", or: not published.',
    ],
    [
      'words that are missing',
      (page: string) => page.replace('| private paper ', '| privat paper '),
      '"Words in letters" needs a line "private paper".',
    ],
    [
      'no time',
      (page: string) => page.replace('| 12 months |', '| a while |'),
      '"open for" must be written as: "12 months".',
    ],
  ])('is refused with %s', (_what, change, sentence) => {
    expect(says(change)).toEqual([sentence]);
  });

  it.each([
    ['Questions', 'question, read as, asked for, printed as, in a letter, source'],
    ['Places', 'paper, address, where, source'],
    ['Names on forms', 'whose, words, source'],
    ['Classes', 'class, for, begins, seats, set by'],
  ])('says which columns "%s" needs', (heading, columns) => {
    const from = text.indexOf(`\n## ${heading}\n`);
    const to = text.indexOf('\n## ', from + 4);
    const bare = `${text.slice(0, from)}\n## ${heading}\n\nTo come.\n${to < 0 ? '' : text.slice(to)}`;
    expect(says(() => bare)).toContain(`write a table with the columns ${columns}, or: Not published.`);
  });

  it('says whose heading is ours and whose is not', () => {
    const { names } = read().read;
    expect(names.map(({ whose }) => whose)).toContain('ours');
    for (const { words } of names) {
      expect(words.length).toBeGreaterThan(0);
      for (const each of words) expect(each).toBe(each.trim());
      expect(words).not.toContain('');
    }
  });

  it.each([
    ['1 month', 1],
    ['12 months', 12],
    ['120 months', 0],
    ['about 12 months', 0],
    ['12 months or more', 0],
  ])('leaves applications open for "%s": %i', (written, months) => {
    expect(read((page) => page.replace('| 12 months |', `| ${written} |`)).read.openMonths).toBe(months);
  });

  it('has no words where a programme has no such page', () => {
    expect(sayTo(null, 'signature')).toBe('');
    expect(sayTo(read().read, 'signature')).not.toBe('');
    expect(sayTo({ ...read().read, words: {} }, 'signature')).toBe('');
  });

  it('is needed by a programme with a form to apply by, with its letter', () => {
    const { 'applications.md': _page, ...without } = pages;
    const { 'letters/applicant.md': _letter, ...unsaid } = pages;

    expect(checkPages(without).map((problem) => problem.says)).toContain(
      'this page is missing: a credential has a form to apply by.',
    );
    expect(checkPages(unsaid)).toEqual([{ page: 'letters/applicant.md', line: 1, says: 'this letter is missing.' }]);
  });
});
