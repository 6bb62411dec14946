import { describe, expect, it } from 'vitest';
import { checkSays, type Edit, smallPages, smallRule } from '#test/builders/a-small-programme.ts';

const whatToDo = 'Write a rule that does, mend the page that should (named above, if it is), or take the line out.';

describe('what the pages of the small programme say and no rule asks', () => {
  it('is a measure, by its line, or something only people know', () => {
    const measure: Edit = ['credits.md', '| hours in all |', '| live hours | hours | any | live |\n| hours in all |'];
    const table = '| fact | kind | in words | unless told | source |\n| - | - | - | - | - |\n';
    const stated: Edit = [
      'conditions.md',
      'None.',
      `${table}| months of service | count | service | not known | ours |\n`,
    ];

    expect(checkSays(measure)).toEqual([`credits.md, line 22: no rule asks the measure "live hours". ${whatToDo}`]);
    expect(checkSays(stated)).toEqual([`conditions.md, line 1: no rule asks "months of service". ${whatToDo}`]);
  });

  it('is not what stands on the right side of a line, nor what another measure adds', () => {
    const both: Edit = ['credits.md', '| hours in all |', '| live hours | hours | any | live |\n| hours in all |'];
    const asked: Edit = [smallRule, 'wait while: ', 'wait while: hours in all is at least live hours\nwait while: '];
    const added: Edit = [
      'credits.md',
      /\| measure .*\n.*\n.*\n/,
      `| measure | counts | where | in words | plus |
| - | - | - | - | - |
| live hours | hours | any | live | |
| hours in all | hours | any | in all | what live hours has above 3 |
`,
    ];

    const service =
      '| fact | kind | in words | unless told | source |\n| - | - | - | - | - |\n| months of service | count | service | not known | ours |';
    const told: Edit = ['conditions.md', 'None.', service];
    const askedToo: Edit = [smallRule, 'wait while: ', 'wait while: months of service is 3\nwait while: '];

    expect(checkSays(told, askedToo).join()).not.toContain('no rule asks');
    expect(checkSays(both, asked).join()).not.toContain('no rule asks the measure');
    expect(checkSays(added)).toEqual([]);
  });
});

describe('the periods of the small programme', () => {
  const asks: Edit = [smallRule, /applies if: report .*\n/, 'applies if: kind of period is not none\n'];
  const kinds = (...settings: readonly (readonly [from: string, to: string])[]) =>
    checkSays(asks, ...settings.map(([from, to]): Edit => ['period.md', from, to]))
      .filter((each) => each.startsWith('period.md'))
      .map((each) => /kind "(.+)"/.exec(each)?.[1] ?? each);

  it('need a rule that says when nothing is due', () => {
    const nothing = 'period.md, line 1: no rule asks "kind of period": nothing says when no report is due.';
    const noYear: Edit[] = [
      [smallRule, /applies if: report .*\n/, ''],
      [smallRule, /\| before there .*\n/, ''],
    ];

    expect(checkSays(...noYear)).toEqual([nothing]);
    // one of several pages is enough
    const other = (smallPages[smallRule] ?? '').replace('XX-CE-01', 'XX-CE-02');
    expect(checkSays(...noYear, ['other.rule.md', /^$/, other])).toEqual([]);
    // a page in shadow says nothing to anybody
    expect(checkSays([smallRule, 'id:  ', 'runs: in shadow\nsince: 2026-01-05\nid:'])).toEqual([]);
  });

  it('are asked for in an example only where period.md can give them', () => {
    const certified: [string, string] = ['| counted from  | not published', '| counted from  | certification day'];
    const first = (written: string): [string, string] => [
      '| first period  | not published',
      `| first period  | ${written}`,
    ];
    const twoYears: [string, string] = ['| length        | 12 months', '| length        | 24 months'];

    expect(kinds(certified, twoYears)).toEqual(['regular', 'none']);
    expect(kinds(certified, ['| ends on       | December 31', '| ends on       | September 1 of odd years'])).toEqual([
      'regular',
    ]);
    // all of one kind of year: then the others are missing
    expect(
      checkSays(
        asks,
        ['period.md', '| ends on       | December 31', '| ends on       | September 1 of even years'],
        [smallRule, /2023 {8}\||2025 {8}\|/g, '2026        |'],
      ),
    ).toContain('period.md, line 1: no example is about a period of the kind "none".');
    expect(kinds(certified, first('next calendar year'))).toEqual(['regular', 'not due']);
    expect(kinds(certified, first('provisional for 6 months'))).toEqual(['regular', 'provisional']);
    expect(kinds(certified, first('waived if certified less than 12 months before its end'))).toEqual([
      'regular',
      'waived',
    ]);
    expect(kinds(certified, first('immediate'))).toEqual(['regular']);
    expect(kinds(certified)).toEqual(['regular']);
    expect(kinds(certified, ['| length        | 12 months', '| length        | not published'])).toEqual(['regular']);
  });
});

describe('who decides in the small programme', () => {
  const by = (who: string): Edit => [smallRule, 'proposed by the machine, decided by a person', who];
  const notMet = (decider: string): Edit => ['conditions.md', /(\| not met +\|)[^|]+\|/, `$1 ${decider} |`];
  const toComplete = (decider: string): Edit => [
    'conditions.md',
    /(\| asked to complete +\|)[^|]+\|/,
    `$1 ${decider} |`,
  ];
  const says = (outcome: string, decider: string) => [
    `${smallRule}, line 1: conditions.md leaves "${outcome}" to: ${decider}. This page decides more.`,
  ];

  it('is at least as careful on a page as in conditions.md', () => {
    expect(checkSays(notMet('named person'))).toEqual(says('not met', 'named person'));
    for (const decider of ['machine', 'named person'])
      expect(checkSays(notMet(decider), by('decided by a person only')).join()).not.toContain('decides more');
    expect(checkSays(notMet('machine'))).toEqual([]);
  });

  it('is not asked of a page where conditions.md does not say it', () => {
    expect(checkSays(['conditions.md', /\| not met .*\n/, ''])).toEqual([
      'conditions.md, line 1: the table "Who decides" needs a line "not met".',
    ]);
  });

  it('a page that the machine decides asks somebody to complete it', () => {
    expect(checkSays(by('decided by the machine'))).toEqual([]);
    expect(checkSays(by('decided by the machine'), toComplete('machine proposes'))).toEqual(
      says('asked to complete', 'machine proposes'),
    );
    expect(checkSays(by('decided by the machine'), toComplete('named person'))).toEqual(
      says('asked to complete', 'named person'),
    );
  });
});
