import { describe, expect, it } from 'vitest';
import { compareExamples } from '#shared/rules/compare/compare-examples.ts';
import { comparePeople } from '#shared/rules/compare/compare-people.ts';
import { compareProgrammes } from '#shared/rules/compare/compare-programmes.ts';
import type { Facts } from '#shared/rules/facts.ts';
import { judgeYear } from '#shared/rules/judge-year.ts';
import { type Edit, editedPages, smallPages, smallProgramme, smallRule } from '#test/builders/a-small-programme.ts';

const now = smallProgramme();
const eleven: Edit = [smallRule, '| 2024 | 10  ', '| 2024 | 11  '];
const judged = (facts: Facts, year = 2025, by = now) => judgeYear(by, facts, { year, asOf: `${year}-11-20` });
const withHours = (hours: number | undefined): Facts => ({
  credential: 'ABC',
  'hours in all': hours,
  'hours in review': 0,
});
const person = (id: string, hours: number | undefined, year = 2025) => ({
  person: id,
  findings: judged(withHours(hours), year),
});
const page = (path: string, id: string, ...edits: (readonly [string | RegExp, string])[]): Edit => [
  path,
  /^$/,
  edits.reduce((text, [from, to]) => text.replace(from, to), smallPages[smallRule] ?? '').replace('XX-CE-01', id),
];
const gone = 'these pages have no such rule for the year';

describe('the people of a stored year under other pages', () => {
  const people = [
    person('S-1', 1000),
    person('S-2', 1000),
    person('S-3', 1100),
    person('S-4', undefined),
    person('S-5', 900),
  ];

  it('change from one verdict to another, so many each way, and the others stay', () => {
    const { count, changes, rules, over, ofOtherPages } = comparePeople(now, smallProgramme(eleven), people, 2025);

    expect({ over, count, ofOtherPages }).toEqual({ over: 'people', count: 5, ofOtherPages: 0 });
    const change = { rule: 'XX-CE-01', before: 'met', after: 'not-met', why: 'You are 1 short.' };
    expect(changes).toEqual([
      { person: 'S-1', ...change },
      { person: 'S-2', ...change },
    ]);
    expect(rules).toEqual([
      {
        rule: 'XX-CE-01',
        title: 'At least 10 hours',
        differences: ['needed hours: 10 becomes 11'],
        changes: [{ before: 'met', after: 'not-met', count: 2 }],
        unchanged: 3,
      },
    ]);
  });

  it('each way of changing is counted by itself', () => {
    const two = smallProgramme(page('other.rule.md', 'XX-CE-02'));
    const less = smallProgramme(
      [smallRule, 'at least needed hours', 'at most needed hours'],
      [smallRule, /> Ten.*/, '> Ten hours at most.'],
    );
    const all = [
      person('S-1', 1000),
      person('S-2', 1100),
      person('S-3', 900),
      person('S-4', 800),
      person('S-5', undefined),
    ];
    const [rule] = comparePeople(now, less, all, 2025).rules;

    expect(rule?.changes).toEqual([
      { before: 'met', after: 'not-met', count: 1 },
      { before: 'not-met', after: 'met', count: 2 },
    ]);
    expect(rule?.unchanged).toBe(2);
    // the same verdict before, another after: two ways
    const waits = smallProgramme(
      [smallRule, 'wait while: ', 'wait while: hours in all is at most 8\nwait while: '],
      eleven,
    );
    expect(comparePeople(now, waits, all, 2025).rules[0]?.changes).toEqual([
      { before: 'met', after: 'not-met', count: 1 },
      { before: 'not-met', after: 'cannot-tell', count: 1 },
    ]);
    // the same verdict after or before, and another on the other side
    const twelve = smallProgramme(
      [smallRule, 'wait while: ', 'wait while: hours in all is at most 10\nwait while: '],
      [smallRule, '| 2024 | 10  ', '| 2024 | 12  '],
    );
    const four = [person('S-1', 1000), person('S-2', 1000), person('S-3', 1100), person('S-4', 900)];
    expect(comparePeople(now, twelve, four, 2025).rules[0]?.changes).toEqual([
      { before: 'met', after: 'cannot-tell', count: 2 },
      { before: 'met', after: 'not-met', count: 1 },
      { before: 'not-met', after: 'cannot-tell', count: 1 },
    ]);
    expect(comparePeople(now, two, all, 2025).rules.map(({ rule: id, differences }) => [id, differences])).toEqual([
      ['XX-CE-01', []],
      ['XX-CE-02', ['a new rule']],
    ]);
  });

  it('are those of that year only', () => {
    const both = { person: 'S-1', findings: [...judged(withHours(1000), 2024), ...judged(withHours(2000), 2025)] };
    const { count, changes } = comparePeople(now, smallProgramme(eleven), [both, person('S-2', 1000, 2026)], 2024);

    expect(count).toBe(1);
    expect(changes.map(({ why }) => why)).toEqual(['You are 1 short.']);
  });

  it('are told rule by rule in the order of ids, with those that come and go', () => {
    const before = smallProgramme(
      page('a.rule.md', 'XX-CE-03'),
      page('b.rule.md', 'XX-CE-05', ['# At least 10', '# No less than 10']),
    );
    const after = smallProgramme(page('a.rule.md', 'XX-CE-04'), page('b.rule.md', 'XX-CE-02'));
    const own = [{ person: 'S-1', findings: judged(withHours(1000), 2025, before) }];
    const { changes, rules } = comparePeople(before, after, own, 2025);

    expect(changes.map(({ rule, before: was, after: is, why }) => [rule, was, is, why])).toEqual([
      ['XX-CE-02', 'no-rule', 'met', 'You have 10 of 10.'],
      ['XX-CE-03', 'met', 'no-rule', gone],
      ['XX-CE-04', 'no-rule', 'met', 'You have 10 of 10.'],
      ['XX-CE-05', 'met', 'no-rule', gone],
    ]);
    expect(rules.map(({ rule, title }) => [rule, title])).toEqual([
      ['XX-CE-01', 'At least 10 hours'],
      ['XX-CE-02', 'At least 10 hours'],
      ['XX-CE-03', 'At least 10 hours'],
      ['XX-CE-04', 'At least 10 hours'],
      ['XX-CE-05', 'No less than 10 hours'],
    ]);
  });

  it('whom neither the old nor the new pages can judge by what is stored are listed', () => {
    const [finding] = judged(withHours(1000));
    if (!finding) throw new Error('nothing was judged');
    const other = {
      person: 'S-1',
      findings: [{ ...finding, ruleSha256: 'c'.repeat(64), facts: { credential: 'ABC' } }],
    };
    const { changes, ofOtherPages } = comparePeople(now, smallProgramme(eleven), [other, person('S-2', 2000)], 2025);

    expect(changes.map(({ person: who, before, after }) => [who, before, after])).toEqual([
      ['S-1', 'not-stored', 'not-stored'],
    ]);
    expect(ofOtherPages).toBe(1);
  });
});

describe('the examples of both folders', () => {
  it('are told once each, and the page of a year is the latest that an example is about', () => {
    const versions = [
      [smallRule, 'id:  ', 'holds: until 2025\nid:  '],
      page(
        'newer.rule.md',
        'XX-CE-01',
        ['id:  ', 'holds: from 2026\nid:  '],
        ['# At least 10', '# At least 12.5'],
        [/\| 2024 {8}\| 10 /, '| 2026        | 12.5 '],
      ),
    ] as const;
    const before = smallProgramme(...versions);
    const after = smallProgramme(...versions, ['newer.rule.md', '| 2026 | 12.5', '| 2026 | 14  ']);
    const { rules, changes, count } = compareExamples(before, after);

    expect(rules).toMatchObject([
      { rule: 'XX-CE-01', title: 'At least 12.5 hours', differences: ['needed hours: 12.5 becomes 14'] },
    ]);
    expect(changes).toEqual([
      { person: 'exactly enough (2026)', rule: 'XX-CE-01', before: 'met', after: 'not-met', why: 'You are 1.5 short.' },
    ]);
    expect(count).toBe(6);
  });

  it('of one rule say nothing about the year of another', () => {
    const later = page('later.rule.md', 'XX-CE-02', [/\| 2024 {8}\| 10 /, '| 2027        | 12.5 ']);
    const { rules } = compareExamples(
      smallProgramme(later),
      smallProgramme(later, [smallRule, '| 2026 | 12.5', '| 2026 | 14  ']),
    );

    // the first has no example of 2026 or later, so nothing is different for it
    expect(rules.map(({ rule, differences }) => [rule, differences])).toEqual([
      ['XX-CE-01', []],
      ['XX-CE-02', []],
    ]);
  });

  it('are told in the order of ids, those of a new page among them', () => {
    const { rules } = compareExamples(now, smallProgramme(page('new.rule.md', 'XX-CE-00')));

    expect(rules.map(({ rule }) => rule)).toEqual(['XX-CE-00', 'XX-CE-01']);
  });

  it('a column that a page never had was never thought of there', () => {
    const asks = smallProgramme([smallRule, 'met when: ', 'met when: core hours is at least 1\nmet when: ']);
    const { changes } = compareExamples(now, asks);

    expect(changes.map(({ before, after, why }) => [before, after, why])).toEqual([
      ['met', 'not-stored', 'cannot be told from what is stored: core hours'],
      ['cannot-tell', 'not-stored', 'cannot be told from what is stored: core hours'],
    ]);
    // with such a column it is one that is not known
    const column = smallProgramme(
      [smallRule, '| verdict        |', '| core hours | verdict |'],
      [smallRule, /\| (met|not met|cannot tell) +\|\n/g, '| | $1 |\n'],
      [smallRule, /\| does not apply +\|\n/g, '| 1 | does not apply |\n'],
    );
    expect(compareExamples(column, asks).changes.map(({ after }) => after)).toEqual(['cannot-tell']);
  });
});

describe('pages that are proposed', () => {
  const stored = { year: 2025, rulesOf: 2025, people: [person('S-1', 1000)] };

  it('are not judged when their front page is missing', () => {
    const { 'programme.md': _front, ...rest } = smallPages;
    const said = compareProgrammes({ programme: now, pages: smallPages }, rest, stored);

    expect(said.unreadable).toEqual([{ page: 'programme.md', line: 1, says: 'the folder needs a page programme.md.' }]);
    expect(said.examples).toBeNull();
  });

  it('are taken as they hold in the year that is judged', () => {
    const proposed = editedPages([smallRule, 'id:  ', 'holds: until 2025\nid:  ']);
    const said = compareProgrammes({ programme: now, pages: smallPages }, proposed, stored);

    expect(said.people?.changes).toEqual([]);
    expect(said.people?.rules[0]?.differences).toEqual([]);
    expect(
      compareProgrammes({ programme: now, pages: smallPages }, proposed, { ...stored, rulesOf: 2026 }).people?.changes,
    ).toMatchObject([{ after: 'no-rule', why: gone }]);
  });
});
