import { describe, expect, it } from 'vitest';
import { inOneLine, readProgramme, tryProgramme } from '#shared/rules/read-programme.ts';
import {
  checkSays,
  type Edit,
  editedPages,
  smallPages,
  smallProgramme,
  smallRule,
} from '#test/builders/a-small-programme.ts';

const front = 'programme.md';
const problemsOf = (...edits: Edit[]) => tryProgramme(editedPages(...edits)).problems.map(inOneLine);
const setting = (name: string, value: string): Edit => [
  front,
  new RegExp(`(\\| ${name} +\\|)[^|]+\\|`),
  `$1 ${value} |`,
];

describe('the front page', () => {
  it('says whose programme it is', () => {
    expect(smallProgramme()).toMatchObject({
      id: 'made-up',
      name: 'A made-up programme',
      owner: 'the made-up desk',
      referencePrefix: 'XX',
      timeZone: 'America/New_York',
      inbox: '',
      rulesSince: 2024,
      otherCredentials: ['GHI'],
      shadow: [],
      eligibility: [],
      applications: null,
      letters: {},
    });
    expect(smallProgramme(setting('inbox', 'peers@example.org')).inbox).toBe('peers@example.org');
    expect(smallProgramme([front, /## Other credentials[\s\S]*/, '']).otherCredentials).toEqual([]);
  });

  it('names the credentials, every way they are written and the form by which one applies', () => {
    expect(smallProgramme().credentials).toEqual([
      { word: 'ABC', meaning: 'A Peer', aliases: ['AB', 'A B C'], basis: 'law', application: null },
      { word: 'DEF', meaning: 'A Family Peer', aliases: [], basis: 'law', application: null },
    ]);
    expect(
      smallProgramme([front, /(A Family Peer .*law +\|) +\|/, '$1 family training application |']).credentials[1],
    ).toMatchObject({
      application: 'family-training-application',
    });
  });

  it('may leave a column of its credentials out', () => {
    const table = (head: string, row: string): Edit => [
      front,
      /## Credentials[\s\S]*/,
      `## Credentials\n\n| ${head} |\n| - |\n| ${row} |\n`,
    ];
    const empty = { word: '', meaning: '', aliases: [], basis: '', application: null };

    expect(smallProgramme(table('word', 'ABC')).credentials).toEqual([{ ...empty, word: 'ABC' }]);
    expect(smallProgramme(table('meaning', 'A Peer')).credentials).toEqual([{ ...empty, meaning: 'A Peer' }]);
  });

  it.each([
    ['id', 'Made Up', 7, '/^[a-z0-9-]{3,60}$/'],
    ['owner', 'we', 8, '/^.{3,}$/'],
    ['reference prefix', 'X', 9, '/^[A-Z]{2,4}$/'],
    ['inbox', 'ask us', 11, '/^([^\\s@]+@[^\\s@]+|not published)$/'],
    ['rules since', 'always', 12, '/^\\d{4}$/'],
  ])('the setting "%s" cannot be "%s"', (name, value, line, shape) => {
    expect(problemsOf(setting(name, value))).toEqual([
      `programme.md, line ${line}: the setting "${name}" must look like ${shape}.`,
    ]);
  });

  it('a setting without a line is asked for where the settings begin', () => {
    expect(problemsOf([front, /\| owner .*\n/, ''])).toEqual([
      'programme.md, line 3: the setting "owner" must look like /^.{3,}$/.',
    ]);
    const none = problemsOf([front, '## Settings', '## Something']);
    expect(none).toHaveLength(7);
    expect(none[0]).toBe('programme.md, line 1: the setting "id" must look like /^[a-z0-9-]{3,60}$/.');
    expect(none[6]).toBe('programme.md, line 1: there is no time zone "". Write one such as America/New_York.');
  });

  it('B290: a time zone that the world does not know stands for none', () => {
    expect(problemsOf(setting('time zone', 'America/Nowhere'))).toEqual([
      'programme.md, line 1: there is no time zone "America/Nowhere". Write one such as America/New_York.',
    ]);
    expect(tryProgramme(editedPages(setting('time zone', 'America/Nowhere'))).programme?.timeZone).toBe('UTC');
  });

  it('needs its credentials, and forms of kinds that we read', () => {
    expect(problemsOf([front, '## Credentials', '## Words'])).toEqual([
      'programme.md, line 1: add a section "## Credentials" with a table.',
    ]);
    expect(problemsOf([front, /(A Family Peer .*law +\|) +\|/, '$1 letter of love |'])).toEqual([
      'programme.md, line 19: "letter-of-love" is no kind of document.',
    ]);
  });
});

describe('the folder', () => {
  it('needs its front page, and the three pages beside the rules', () => {
    const without = (page: string) => {
      const { [page]: _gone, ...rest } = smallPages;
      return tryProgramme(rest);
    };
    const needed = (page: string) => [{ page, line: 1, says: `the folder needs a page ${page}.` }];

    expect(without(front)).toEqual({ programme: null, problems: needed(front) });
    for (const page of ['period.md', 'conditions.md']) expect(without(page).problems).toEqual(needed(page));
    expect(without('credits.md').problems[0]).toEqual(needed('credits.md')[0]);
  });

  it('gives up with every problem, a line each', () => {
    expect(() => readProgramme(editedPages(setting('id', 'X'), setting('owner', 'we')))).toThrow(
      /^the programme cannot be read:\nprogramme\.md, line 7: .+\nprogramme\.md, line 8: .+$/,
    );
  });

  it('has measures and told facts under names of its own', () => {
    expect(
      problemsOf(['credits.md', '| hours in all |', '| ethics hours | hours | any | ethics |\n| hours in all |']),
    ).toEqual(['credits.md, line 1: "ethics hours" is a fact of the catalogue; call it something else.']);
  });

  it('may tell about forms of applicants, and then tells all', () => {
    const applications: Edit = ['applications.md', /^$/, '# Applications'];

    expect(problemsOf(applications)[0]).toMatch(
      /^applications\.md, line 1: the table "Settings" needs a line "open for"/,
    );
    expect(tryProgramme(editedPages(applications)).programme?.applications?.questions).toEqual([]);
    expect(smallProgramme().applications).toBeNull();
  });

  it('keeps letters by their names, and the words of reasons on a page of their own', () => {
    const letter: Edit = ['letters/question.md', /^$/, '# Q\n\nSubject: Your question\n\n## Text\n\nDear you,'];
    const table =
      '| reason | what we say | what you can do |\n| - | - | - |\n| illegible | We cannot read it. | Send it again. |';
    const reasons: Edit = ['letters/reasons.md', /^$/, `# Reasons\n\n## Reasons\n\n${table}`];
    const programme = smallProgramme(letter, reasons);

    expect(programme.letters).toEqual({ question: { id: 'question', subject: 'Your question', text: 'Dear you,' } });
    expect(programme.reasonWords).toEqual({ illegible: { says: 'We cannot read it.', fix: 'Send it again.' } });
    expect(problemsOf(['letters/question.md', /^$/, '# Q\n\n## Text\n\nDear you,'])).toEqual([
      'letters/question.md, line 1: write a line "Subject:" under the title.',
    ]);
    expect(problemsOf(['letters/reasons.md', /^$/, `## Reasons\n\n${table.replace('illegible', 'ilegible')}`])).toEqual(
      ['letters/reasons.md, line 5: there is no reason "ilegible". Did you mean "illegible"?'],
    );
  });

  it('sorts titles by its own topics', () => {
    const list = '# Cats\n\nSource: ours\n\n## Words that show it\n\n- cats\n';
    const without = smallProgramme().topics.pages;

    expect(without).toEqual([]);
    expect(tryProgramme(editedPages(['topics/cats.md', /^$/, list])).programme?.topics.pages).not.toEqual([]);
    expect(tryProgramme(editedPages(['common-topics/cats.md', /^$/, list])).programme?.topics.pages).not.toEqual([]);
    expect(tryProgramme(editedPages(['pictures/cats.md', /^$/, list])).programme?.topics.pages).toEqual([]);
  });
});

describe('the rules of a folder', () => {
  const text = smallPages[smallRule] ?? '';
  const page = (path: string, id: string, line = ''): Edit => [
    path,
    /^$/,
    text.replace('id:         XX-CE-01', `id: ${id}\n${line}`),
  ];

  it('stand in the order of their ids and of their years, whatever their pages are called', () => {
    const programme = smallProgramme(
      page('a.rule.md', 'XX-CE-03'),
      page('b.rule.md', 'XX-CE-02', 'holds: from 2026'),
      page('c.rule.md', 'XX-CE-02', 'holds: 2024 to 2025'),
      page('d.rule.md', 'XX-CE-02', 'holds: until 2023'),
    );

    expect(programme.rules.map(({ page: path }) => path)).toEqual([
      smallRule,
      'd.rule.md',
      'c.rule.md',
      'b.rule.md',
      'a.rule.md',
    ]);
    expect(
      checkSays(page('b.rule.md', 'XX-CE-02', 'holds: from 2025'), page('c.rule.md', 'XX-CE-02', 'holds: until 2024')),
    ).toEqual([]);
  });

  it('are about a year, about an application, or in shadow', () => {
    const application = text
      .replace('XX-CE-01', 'XX-EL-01')
      .replace(/applies if: report .*\n/, '')
      .replace('| report year ', '| received on ')
      .replace(/\| (202\d) {8}\|/g, '| $1-06-01 |');
    const programme = smallProgramme(
      ['eligibility/age.rule.md', /^$/, application],
      page('tried.rule.md', 'XX-CE-02', 'runs: in shadow\nsince: 2026-01-05'),
      ['eligibility/tried.rule.md', /^$/, application.replace('id:  ', 'runs: in shadow\nsince: 2026-01-05\nid:')],
    );

    expect(programme.rules.map(({ id }) => id)).toEqual(['XX-CE-01']);
    expect(programme.eligibility.map(({ page: path }) => path)).toEqual(['eligibility/age.rule.md']);
    expect(programme.shadow.map(({ page: path, shadowSince }) => [path, shadowSince])).toEqual([
      ['tried.rule.md', '2026-01-05'],
      ['eligibility/tried.rule.md', '2026-01-05'],
    ]);
  });

  it('are read in the order of their paths, so that what is wrong is always said in one order', () => {
    const bad = (path: string): Edit => [path, /^$/, '# Nothing'];
    const pagesOf = (...edits: Edit[]) => [
      ...new Set(tryProgramme(editedPages(...edits)).problems.map(({ page: path }) => path)),
    ];

    expect(pagesOf(bad('b.rule.md'), bad('a.rule.md'), bad('c.rule.md'))).toEqual([
      'a.rule.md',
      'b.rule.md',
      'c.rule.md',
    ]);
    expect(pagesOf(bad('c.rule.md'), bad('b.rule.md'), bad('a.rule.md'))).toEqual([
      'a.rule.md',
      'b.rule.md',
      'c.rule.md',
    ]);
  });

  it('a page that cannot be read is said and left out; the others stand', () => {
    const { programme, problems } = tryProgramme(editedPages(['bad.rule.md', /^$/, '# Nothing']));

    expect(problems.map(({ page: path }) => path)).toEqual(['bad.rule.md', 'bad.rule.md']);
    expect(programme?.rules.map(({ id }) => id)).toEqual(['XX-CE-01']);
  });
});
