import { describe, expect, it } from 'vitest';
import { readPeriodPage } from '#shared/rules/period/read-period.ts';
import { smallPages } from '#test/builders/a-small-programme.ts';

const page = `# The reporting year

## From 2024

| setting       | value                          | source |
| ------------- | ------------------------------ | ------ |
| a period is   | fixed date                     | page 1 |
| length        | 24 months                      | page 1 |
| ends on       | September 1 of odd years       | page 1 |
| counted from  | certification day              | page 1 |
| first period  | provisional for 6 months       | page 1 |
| sub-periods   | 12 months                      | page 1 |
| window opens  | 14 days before the last day    | page 1 |
| due           | on the last day                | page 1 |
| window closes | January 31 of the next year    | page 1 |

## When a report is late

| up to days | step   | fee  | what it means | source |
| ---------- | ------ | ---- | ------------- | ------ |
| 15         | grace  | none | in time       | page 2 |
| no end     | closed | $26  | inactive      | page 3 |

## Hours left over

| setting         | value          | source |
| --------------- | -------------- | ------ |
| hours left over | kept           | page 4 |
| at most         | 5.5 hours      | page 4 |
| kept for        | 2 periods      | page 4 |
| missed hours    | may be made up | page 4 |

## Waivers

| reason  | evidence    | effect    | source |
| ------- | ----------- | --------- | ------ |
| illness | a statement | more time | page 5 |
`;
const read = (from = '', to = '') => readPeriodPage('period.md', page.replace(from, to));
const saying = (from: string, to: string) => read(from, to).problems.map(({ line, says }) => `${line}: ${says}`);
const [first] = read().read.periods;

describe('the page of the period', () => {
  it('is read whole', () => {
    expect(read()).toEqual({
      problems: [],
      read: {
        periods: [
          {
            fromYear: 2024,
            basis: 'fixed date',
            countedFrom: 'certification day',
            months: 24,
            endsOn: { month: 9, day: 1, years: 'odd' },
            subPeriodMonths: 12,
            firstPeriod: { is: 'provisional', months: 6 },
            windowOpens: { is: 'days from the last day', days: -14 },
            due: { is: 'days from the last day', days: 0 },
            windowCloses: { is: 'date', month: 1, day: 31, nextYear: true },
          },
        ],
        lateSteps: [
          { upToDays: 15, step: 'grace', fee: 'none', effect: 'in time', source: 'page 2' },
          { upToDays: null, step: 'closed', fee: '$26', effect: 'inactive', source: 'page 3' },
        ],
        carryOver: { isAllowed: true, atMost: 550, keptFor: 2, makeUp: true },
        waivers: [{ reason: 'illness', evidence: 'a statement', effect: 'more time', source: 'page 5' }],
      },
    });
  });

  it.each([
    ['fixed date  ', 'calendar year', { basis: 'calendar year' }],
    ['fixed date  ', 'anniversary', { basis: 'anniversary' }],
    ['fixed date  ', 'end of month', { basis: 'end of month' }],
    ['September 1 of odd years', 'June 30 of even years', { endsOn: { month: 6, day: 30, years: 'even' } }],
    ['September 1 of odd years', 'December 31', { endsOn: { month: 12, day: 31, years: 'every' } }],
    ['September 1 of odd years', 'its own day', { endsOn: { month: 12, day: 31, years: 'every' } }],
    ['certification day', 'first training day', { countedFrom: 'first training day' }],
    ['certification day', 'not published', { countedFrom: null }],
    ['24 months', 'not published', { months: null }],
    ['provisional for 6 months', 'immediate', { firstPeriod: { is: 'immediate' } }],
    ['provisional for 6 months', 'next calendar year', { firstPeriod: { is: 'next calendar year' } }],
    [
      'provisional for 6 months',
      'waived if certified less than 12 months before its end',
      { firstPeriod: { is: 'waived', months: 12 } },
    ],
    ['provisional for 6 months', 'not published', { firstPeriod: null }],
    ['| 12 months', '| none', { subPeriodMonths: null }],
    ['14 days before', '30 days after', { windowOpens: { is: 'days from the last day', days: 30 } }],
    ['14 days before the last day', 'not published', { windowOpens: null }],
    ['on the last day', 'October 1', { due: { is: 'date', month: 10, day: 1, nextYear: false } }],
  ])('"%s" may be "%s"', (from, to, own) => {
    expect(read(from, to).problems).toEqual([]);
    expect(read(from, to).read.periods).toEqual([{ ...first, ...own }]);
  });

  it.each([
    ['| kept  ', '| lost  ', { isAllowed: false }],
    ['| kept  ', '| not published  ', { isAllowed: null }],
    ['5.5 hours', 'no limit', { atMost: null }],
    ['2 periods', '1 period', { keptFor: 1 }],
    ['2 periods', 'not published', { keptFor: null }],
    ['may be made up', 'cannot be made up', { makeUp: false }],
    ['may be made up', 'not published', { makeUp: null }],
  ])('what is left over: "%s" may be "%s"', (from, to, own) => {
    expect(read(from, to).problems).toEqual([]);
    expect(read(from, to).read.carryOver).toEqual({ ...read().read.carryOver, ...own });
  });

  const days = '"on the last day", "14 days before the last day", "October 1" or "January 31 of the next year"';

  it.each([
    [
      '| fixed date  ',
      '| not published ',
      7,
      '"a period is" must be written as: calendar year, fixed date, anniversary or end of month.',
    ],
    [
      '| fixed date  ',
      '| a fixed date ',
      7,
      '"a period is" must be written as: calendar year, fixed date, anniversary or end of month.',
    ],
    [
      '| fixed date  ',
      '| fixed dates ',
      7,
      '"a period is" must be written as: calendar year, fixed date, anniversary or end of month.',
    ],
    ['24 months', '18 months', 8, '"length" must be written as: 12, 24, 36, 48 or 60 months, or: not published.'],
    ['24 months', 'or 24 months', 8, '"length" must be written as: 12, 24, 36, 48 or 60 months, or: not published.'],
    ['24 months', '24 months or so', 8, '"length" must be written as: 12, 24, 36, 48 or 60 months, or: not published.'],
    [
      'September 1 of',
      'Sept 1 of',
      9,
      '"ends on" must be written as: "December 31", "September 1 of odd years" or "its own day".',
    ],
    [
      'September 1 of',
      'on September 1 of',
      9,
      '"ends on" must be written as: "December 31", "September 1 of odd years" or "its own day".',
    ],
    [
      'odd years',
      'odd years only',
      9,
      '"ends on" must be written as: "December 31", "September 1 of odd years" or "its own day".',
    ],
    [
      'certification day',
      'the certification day',
      10,
      '"counted from" must be written as: first training day or certification day, or: not published.',
    ],
    [
      'certification day',
      'certification days',
      10,
      '"counted from" must be written as: first training day or certification day, or: not published.',
    ],
    ['14 days before', 'about 14 days before', 13, `"window opens" must be written as: ${days}, or: not published.`],
    ['on the last day', 'on the last day of all', 14, `"due" must be written as: ${days}, or: not published.`],
    ['on the last day', '1234 days after the last day', 14, `"due" must be written as: ${days}, or: not published.`],
    ['January 31 of', 'January 311 of', 15, `"window closes" must be written as: ${days}, or: not published.`],
    ['| kept  ', '| is kept ', 28, '"hours left over" must be written as: "kept" or "lost", or: not published.'],
    ['| kept  ', '| kept all ', 28, '"hours left over" must be written as: "kept" or "lost", or: not published.'],
    ['5.5 hours', 'about 5.5 hours', 29, '"at most" must be written as: "no limit" or "5 hours", or: not published.'],
    ['5.5 hours', '5.5 hours each', 29, '"at most" must be written as: "no limit" or "5 hours", or: not published.'],
    ['2 periods', 'some 2 periods', 30, '"kept for" must be written as: "1 period", or: not published.'],
    ['2 periods', '2 periods long', 30, '"kept for" must be written as: "1 period", or: not published.'],
    [
      'may be made up',
      'they may be made up',
      31,
      '"missed hours" must be written as: "may be made up" or "cannot be made up", or: not published.',
    ],
    [
      'may be made up',
      'may be made up once',
      31,
      '"missed hours" must be written as: "may be made up" or "cannot be made up", or: not published.',
    ],
    ['## From 2024', '## Since 2024', 1, 'add a section such as "## From 2024" with the settings of the period.'],
    ['## From 2024', '## From 2024 on', 1, 'add a section such as "## From 2024" with the settings of the period.'],
    ['## From 2024', '## Not From 2024', 1, 'add a section such as "## From 2024" with the settings of the period.'],
  ])('says what is wrong with "%s" as "%s"', (from, to, line, says) => {
    expect(saying(from, to)).toEqual([`${line}: ${says}`]);
  });

  it.each(['first', 'second'])('takes a shape of a first period only as it is said (%s)', (which) => {
    const to = which === 'first' ? 'is provisional for 6 months' : 'provisional for 6 months at most';

    expect(saying('provisional for 6 months', to)).toEqual([
      '11: "first period" must be written as: "next calendar year", "immediate", "waived if certified less than 12 months before its end" or "provisional for 6 months", or: not published.',
    ]);
    expect(saying('| 12 months  ', which === 'first' ? '| about 12 months  ' : '| 12 months long  ')).toEqual([
      '12: "sub-periods" must be written as: "none" or "12 months", or: not published.',
    ]);
  });

  it('may change from a year on, and the years rise', () => {
    const section = page.slice(page.indexOf('## From'), page.indexOf('## When'));
    const twice = (year: number) =>
      readPeriodPage('period.md', page.replace(section, `${section}${section.replace('2024', String(year))}`));

    expect(twice(2026).problems).toEqual([]);
    expect(twice(2026).read.periods.map(({ fromYear }) => fromYear)).toEqual([2024, 2026]);
    for (const year of [2024, 2023])
      expect(twice(year).problems.map(({ says }) => says)).toContain('the years of the sections "From …" must rise.');
  });
});

describe('the tables of the small period page', () => {
  const page = smallPages['period.md'] ?? '';
  const late = (head: string, row: string) =>
    readPeriodPage('period.md', page.replace(/Not published\.(?=\n\n## Hours)/, `| ${head} |\n| - |\n| ${row} |`));
  const waived = (head: string, row: string) =>
    readPeriodPage('period.md', page.replace(/Not published\.\n$/, `| ${head} |\n| - |\n| ${row} |\n`));

  it('say step by step what is late, with every column', () => {
    const head = 'up to days | step | fee | what it means | source';
    const step = { upToDays: 30, step: 'grace', fee: 'none', effect: 'nothing', source: 'law' };

    expect(late(head, '30 | grace | none | nothing | law')).toMatchObject({
      read: { lateSteps: [step] },
      problems: [],
    });
    for (const days of ['no end', '30 days', 'about 30'])
      expect(late(head, `${days} | grace | none | nothing | law`).read.lateSteps).toEqual([
        { ...step, upToDays: null },
      ]);
    for (const column of head.split(' | ')) {
      const others = head.split(' | ').filter((each) => each !== column);
      expect(late(others.join(' | '), others.join(' | ')).problems.map(({ says }) => says)).toEqual([
        `the table of "When a report is late" needs a column "${column}".`,
      ]);
    }
    expect(late('other', 'x').read.lateSteps).toEqual([{ upToDays: null, step: '', fee: '', effect: '', source: '' }]);
  });

  it('say who is let off, with every column', () => {
    const head = 'reason | evidence | effect | source';

    expect(waived(head, 'illness | a letter | more time | law')).toMatchObject({
      read: { waivers: [{ reason: 'illness', evidence: 'a letter', effect: 'more time', source: 'law' }] },
      problems: [],
    });
    expect(waived('other', 'x').read.waivers).toEqual([{ reason: '', evidence: '', effect: '', source: '' }]);
    expect(waived('other', 'x').problems).toHaveLength(4);
  });

  it('say what becomes of hours left over', () => {
    const kept = (...edits: (readonly [string, string])[]) =>
      readPeriodPage(
        'period.md',
        edits.reduce((text, [from, to]) => text.replace(from, to), page),
      ).read.carryOver;

    expect(kept()).toEqual({ isAllowed: false, atMost: null, keptFor: null, makeUp: null });
    expect(
      kept(
        ['| lost          ', '| kept          '],
        ['| at most         | not published', '| at most         | 5.5 hours'],
        ['| kept for        | not published', '| kept for        | 2 periods'],
        ['| missed hours    | not published', '| missed hours    | cannot be made up'],
      ),
    ).toEqual({ isAllowed: true, atMost: 550, keptFor: 2, makeUp: false });
    expect(kept(['| lost          ', '| not published ']).isAllowed).toBeNull();
    expect(kept(['| missed hours    | not published', '| missed hours    | may be made up']).makeUp).toBe(true);
    expect(kept(['| at most         | not published', '| at most         | no limit']).atMost).toBeNull();
  });

  it('of two times rise by their years', () => {
    const section = /## From 2024[\s\S]*?(?=## When)/.exec(page)?.[0] ?? '';
    const two = (year: string) =>
      readPeriodPage('period.md', page.replace(section, section + section.replace('From 2024', `From ${year}`)));

    expect(two('2026')).toMatchObject({ problems: [], read: { periods: [{ fromYear: 2024 }, { fromYear: 2026 }] } });
    for (const year of ['2024', '2020'])
      expect(two(year).problems).toContainEqual({
        page: 'period.md',
        line: 1,
        says: 'the years of the sections "From …" must rise.',
      });
  });
});
