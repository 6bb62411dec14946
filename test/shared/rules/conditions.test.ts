import { describe, expect, it } from 'vitest';
import { readConditions, statedVocabulary, unlessTold } from '#shared/rules/conditions.ts';

const page = `# What only people know

## What only people know

| fact           | kind   | in words         | unless told | source |
| -------------- | ------ | ---------------- | ----------- | ------ |
| hours owed     | hours  | what you owe     | 0           | page 1 |
| fee paid       | yes-no | your fee         | not known   | page 1 |
| first day      | day    | your first day   | 2026-01-31  | page 1 |

## Signed statements

| statement | signed by  | how often  | source |
| --------- | ---------- | ---------- | ------ |
| all true  | the person | every year | page 2 |

## Ways to send

| way    | taken | source |
| ------ | ----- | ------ |
| portal | yes   | page 3 |
| e-mail | no    | page 3 |

## Audit

| setting          | value      | source |
| ---------------- | ---------- | ------ |
| papers asked for | a sample   | page 4 |
| share            | 10 percent | page 4 |
| exempt           | nobody yet | page 4 |
| keep papers for  | 3 years    | page 4 |

## Who decides

| outcome             | decided by       | source |
| ------------------- | ---------------- | ------ |
| met                 | machine          | page 5 |
| asked to complete   | machine proposes | page 5 |
| not met             | named person     | page 5 |
| status ends         | named person     | page 5 |
| application refused | named person     | page 5 |
| selection           | named person     | page 5 |
`;
const read = (from = '', to = '') => readConditions('conditions.md', page.replace(from, to));
const saying = (from: string, to: string) =>
  read(from, to).problems.map(({ page: path, line, says }) => `${path}, ${line}: ${says}`);

describe('the page of what only people know', () => {
  it('is read whole', () => {
    expect(read()).toEqual({
      problems: [],
      read: {
        stated: [
          { name: 'hours owed', kind: 'hours', inWords: 'what you owe', unlessTold: 0 },
          { name: 'fee paid', kind: 'yes-no', inWords: 'your fee', unlessTold: undefined },
          { name: 'first day', kind: 'day', inWords: 'your first day', unlessTold: '2026-01-31' },
        ],
        attestations: [{ statement: 'all true', signedBy: 'the person', often: 'every year' }],
        channels: [
          { way: 'portal', isTaken: true },
          { way: 'e-mail', isTaken: false },
        ],
        audit: { mode: 'a sample', share: '10', exempt: 'nobody yet', keepYears: 3 },
        whoDecides: {
          met: 'machine',
          'asked to complete': 'machine proposes',
          'not met': 'named person',
          'status ends': 'named person',
          'application refused': 'named person',
          selection: 'named person',
        },
      },
    });
  });

  it.each([
    ['a sample', 'all papers', { mode: 'all papers' }],
    ['a sample', 'not published', { mode: null }],
    ['10 percent', 'not published', { share: null }],
    ['nobody yet', 'not published', { exempt: null }],
    ['3 years', '1 year', { keepYears: 1 }],
    ['3 years', 'not published', { keepYears: null }],
  ])('of an audit "%s" may be "%s"', (from, to, own) => {
    expect(read(from, to).problems).toEqual([]);
    expect(read(from, to).read.audit).toEqual({ ...read().read.audit, ...own });
  });

  it.each([
    [
      'a sample',
      'not a sample',
      28,
      '"papers asked for" must be written as: "all papers" or "a sample", or: not published.',
    ],
    [
      'a sample',
      'a sample of all',
      28,
      '"papers asked for" must be written as: "all papers" or "a sample", or: not published.',
    ],
    ['10 percent', 'some 10 percent', 29, '"share" must be written as: "10 percent", or: not published.'],
    ['10 percent', '10 percent each', 29, '"share" must be written as: "10 percent", or: not published.'],
    ['nobody yet', 'no', 30, '"exempt" must be written as: who is not drawn, or: not published.'],
    ['3 years', 'for 3 years', 31, '"keep papers for" must be written as: "3 years", or: not published.'],
    ['3 years', '3 years long', 31, '"keep papers for" must be written as: "3 years", or: not published.'],
    ['| hours owed', '| time owed', 7, 'a fact of hours has the word "hours" in its name, and no other.'],
    ['| fee paid ', '| fee hours ', 8, 'a fact of hours has the word "hours" in its name, and no other.'],
    ['| yes-no', '| maybe', 8, 'write under "kind" one of: hours, count, year, day, word, yes-no.'],
    ['2026-01-31', '2026-02-31', 9, 'write a day such as 2026-12-31 under "unless told", or: not known.'],
    ['| met  ', '| mett  ', 37, '"mett" is no outcome. Did you mean "met"?'],
    ['| named person     ', '| anybody          ', 39, 'write one of: machine, machine proposes, named person.'],
    [
      '| status ends         | named person',
      '| status ends         | machine',
      40,
      '"status ends" is decided by a named person only.',
    ],
    [
      '| application refused | named person',
      '| application refused | machine proposes',
      41,
      '"application refused" is decided by a named person only.',
    ],
    [
      '| selection           | named person',
      '| selection           | machine',
      42,
      '"selection" is decided by a named person only.',
    ],
  ])('says what is wrong with "%s" as "%s"', (from, to, line, says) => {
    expect(saying(from, to)[0]).toBe(`conditions.md, ${line}: ${says}`);
  });

  it.each([
    ['What only people know', 'fact, kind, in words, unless told, source'],
    ['Signed statements', 'statement, signed by, how often, source'],
    ['Ways to send', 'way, taken, source'],
    ['Who decides', 'outcome, decided by, source'],
  ])('says which columns "%s" needs', (heading, columns) => {
    const withoutTable = page.replace(new RegExp(`(## ${heading}\n\n)(\\|.*\n)+`), '$1');
    const { problems } = readConditions('conditions.md', withoutTable);
    expect(problems[0]?.says).toBe(`write a table with the columns ${columns}, or: Not published.`);
  });

  it('takes a word that nobody told as not known, not as the words "not known"', () => {
    const asWord = read('| fee paid       | yes-no', '| fee paid       | word  ');
    expect(asWord.problems).toEqual([]);
    expect(asWord.read.stated[1]).toEqual({
      name: 'fee paid',
      kind: 'word',
      inWords: 'your fee',
      unlessTold: undefined,
    });
  });

  it('names nobody for what is no outcome', () => {
    expect(read('| met  ', '| mett  ').read.whoDecides).not.toHaveProperty('mett');
    expect(Object.keys(read('| met  ', '| mett  ').read.whoDecides)).toHaveLength(5);
    expect(Object.keys(read('machine propose', 'somebody propos').read.whoDecides)).toHaveLength(5);
  });

  it('asks for a decider of every outcome', () => {
    expect(saying('| met                 | machine          | page 5 |\n', '')).toEqual([
      'conditions.md, 1: the table "Who decides" needs a line "met".',
    ]);
    expect(saying('| selection           | named person     | page 5 |\n', '')).toEqual([
      'conditions.md, 1: the table "Who decides" needs a line "selection".',
    ]);
    expect(
      read('| selection           | named person', '| selection           | anybody').read.whoDecides,
    ).not.toHaveProperty('selection');
  });

  it('gives rules facts to ask, and what holds while nobody said anything', () => {
    const { stated } = read().read;

    expect(statedVocabulary(stated)).toEqual({
      'hours owed': { kind: 'hours', inWords: 'what you owe', missing: { one: 'hour owed', many: 'hours owed' } },
      'fee paid': { kind: 'yes-no', inWords: 'your fee', missing: { one: 'fee paid', many: 'fee paid' } },
      'first day': { kind: 'day', inWords: 'your first day', missing: { one: 'first day', many: 'first day' } },
    });
    expect(unlessTold(stated)).toEqual({ 'hours owed': 0, 'first day': '2026-01-31' });
    expect(Object.keys(unlessTold(stated))).toEqual(['hours owed', 'first day']);
  });
});
