import { describe, expect, it } from 'vitest';
import { isNeverPublished, missingBoundaries } from '#shared/rules/check-boundaries.ts';
import { type Edit, smallProgramme, smallRule } from '#test/builders/a-small-programme.ts';

/** What is missing in the examples of the small programme's rule with these changes of its page. */
function missing(...edits: (readonly [from: string | RegExp, to: string])[]): string[] {
  const programme = smallProgramme(...edits.map(([from, to]): Edit => [smallRule, from, to]));
  return programme.rules.flatMap((rule) => missingBoundaries(programme, rule));
}
const hours = '"hours in all is at least needed hours"';

describe('the examples of a rule', () => {
  it('show each line holding and not holding', () => {
    expect(missing()).toEqual([]);
    expect(missing([/\| exactly enough .*\n/, ''])).toEqual([`add an example where ${hours} holds.`]);
    expect(missing([/\| nobody of .*\n/, ''])).toEqual([
      'add an example where "credential is one of ABC, DEF" does not hold.',
    ]);
    expect(missing([/\| before there .*\n/, ''])).toEqual([
      'add an example where "report year is at least 2024" does not hold.',
    ]);
    expect(missing([/\| a paper is read .*\n/, ''])).toEqual([
      'add an example where "hours in review is more than 0" holds.',
    ]);
  });

  it('show every word of a list', () => {
    expect(missing([/\| a quarter too few .*\n/, ''])).toEqual(['add an example where credential is DEF.']);
    expect(missing(['ABC, DEF', 'ABC, JKL'])).toEqual(['add an example where credential is JKL.']);
  });

  it('stand exactly on the boundary', () => {
    const on = (line: string) => [`add an example exactly at the boundary of "${line}".`];

    expect(
      missing(['| 2024        | 10 ', '| 2025        | 10 '], ['| 2024        | 9.75', '| 2025        | 9.75']),
    ).toEqual(on('report year is at least 2024'));
    expect(missing(['2024        | 10  ', '2024        | 10.25'])).toEqual(on('hours in all is at least needed hours'));
  });

  it('stand just across the boundary: one hour, one year or one day away at most', () => {
    const nineIs = (hoursThere: string) => missing([/\| 9.75 /g, `| ${hoursThere} `]);
    const across = (line: string) => [`add an example just across the boundary of "${line}".`];

    expect(nineIs('9')).toEqual([]);
    expect(nineIs('8.99')).toEqual(across('hours in all is at least needed hours'));
    expect(missing(['| 2023        |', '| 2022        |'])).toEqual(across('report year is at least 2024'));
    expect(missing(['| 0.25            |', '| 1               |'])).toEqual([]);
    expect(missing(['| 0.25            |', '| 1.01            |'])).toEqual(across('hours in review is more than 0'));
  });

  it('one on the boundary is not across it, whichever side holds there', () => {
    // eleven hours are as good as ten: the other side is still missing close by
    expect(
      missing([/\| 9.75 /g, '| 5 '], ['| nobody', '| a little more | ABC | 2024 | 10.5 | 0 | met |\n| nobody']),
    ).toEqual([`add an example just across the boundary of ${hours}.`]);
  });

  it('of a line with a day are counted in days', () => {
    const line = 'applies if: training day is on or before 2025-03-01\nwait while: ';
    const day = (on: string, then: string) =>
      missing(
        ['wait while: ', line.replace('training day', 'first training day')],
        ['| verdict        |', '| first training day | verdict |'],
        ['| 0               | met            |', `| 0 | ${on} | met |`],
        ['| 0               | not met        |', `| 0 | ${then} | not met |`],
        ['| 0.25            | cannot tell    |', '| 0.25 | 2025-02-01 | cannot tell |'],
        ['| 0               | does not apply |', '| 0 | | does not apply |'],
        ['| 0               | does not apply |', '| 0 | | does not apply |'],
      );

    expect(day('2025-03-01', '2025-03-02')).toEqual([]);
    expect(day('2025-03-01', '2025-03-03')).toEqual([
      'add an example just across the boundary of "first training day is on or before 2025-03-01".',
    ]);
    expect(day('2025-02-28', '2025-03-02')).toEqual([
      'add an example exactly at the boundary of "first training day is on or before 2025-03-01".',
    ]);
  });

  it('of a line that asks for sameness have no boundary', () => {
    const wait = 'wait while: hours in review is more than 0';

    expect(missing([wait, 'wait while: hours in review is 5'])).toEqual([
      'add an example where "hours in review is 5" holds.',
    ]);
    expect(
      missing([wait, 'wait while: hours in review is not 0'], ['| 0.25            |', '| 5               |']),
    ).toEqual([]);
    expect(missing([wait, 'wait while: hours in review is 5'], ['| 0.25            |', '| 5               |'])).toEqual(
      [],
    );
  });

  it('are asked for once where a line stands twice', () => {
    const year = 'applies if: report year is at least 2024';

    expect(missing([/\| before there .*\n/, ''], [year, `${year}\n${year}`])).toHaveLength(1);
  });
});

describe('an amount that nobody has published', () => {
  const amounts = /\| 2024 \| 10 .*\n\| 2026 .*\n/;

  it('cannot have an example on either side, so none is asked for', () => {
    expect(missing([amounts, '| 2024 | not published | page 1 |\n'])).toEqual([]);
  });

  it('is one that no line of its table knows', () => {
    const neverIn = (table: string) => {
      const [rule] = smallProgramme([smallRule, amounts, table]).rules;
      return rule?.metWhen.map((clause) => isNeverPublished(rule, clause));
    };

    expect(neverIn('| 2024 | not published | page 1 |\n| 2025 | not published | page 1 |\n')).toEqual([true]);
    expect(neverIn('| 2024 | not published | page 1 |\n| 2025 | 10 | page 1 |\n')).toEqual([false]);
    const other =
      '## Other hours\n\n| from | other hours | source |\n| - | - | - |\n| 2024 | 3 | page 1 |\n\n## What we tell';
    const asked: Edit = [smallRule, 'wait while: ', 'wait while: hours in all is at least other hours\nwait while: '];
    const open: Edit = [smallRule, amounts, '| 2024 | not published | page 1 |\n'];
    const [rule] = smallProgramme(open, asked, [smallRule, '## What we tell', other]).rules;
    expect(rule?.metWhen.map((clause) => isNeverPublished(rule, clause))).toEqual([true]);
    expect(rule?.waitWhile.map((clause) => isNeverPublished(rule, clause))).toEqual([false, false]);
    expect(rule?.applies.map((clause) => isNeverPublished(rule, clause))).toEqual([false, false]);
  });
});
