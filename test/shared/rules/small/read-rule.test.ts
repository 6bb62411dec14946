import { describe, expect, it } from 'vitest';
import { readRule } from '#shared/rules/read-rule.ts';
import { smallPages, smallProgramme, smallRule } from '#test/builders/a-small-programme.ts';

const text = smallPages[smallRule] ?? '';
const { vocabulary } = smallProgramme();
const read = (page: string) => readRule('a/b.rule.md', page, 'America/New_York', vocabulary);
function edited(...edits: (readonly [from: string | RegExp, to: string])[]) {
  return read(edits.reduce((page, [from, to]) => page.replace(from, to), text));
}
/** What is wrong after these edits; there is no rule then. */
function says(...edits: Parameters<typeof edited>): string[] {
  const { rule, problems } = edited(...edits);
  expect(rule === null).toBe(problems.length > 0);
  return problems.map((each) => `${each.page}, ${each.line}: ${each.says}`);
}
const at = (line: number, what: string) => [`a/b.rule.md, ${line}: ${what}`];

describe('the block of a rule', () => {
  it('says who decides, and how much a page weighs', () => {
    const severityOf = (letter: string) => edited(['severity:   R', `severity:   ${letter}`]).rule?.severity;
    const decided = (by: string) => edited([/not met is: .*/, `not met is: ${by}`]).rule?.notMetIs;

    expect(['A', 'R', 'H'].map(severityOf)).toEqual(['A', 'R', 'H']);
    expect(decided('decided by the machine')).toBe('machine');
    expect(decided('proposed by the machine, decided by a person')).toBe('proposed');
    expect(decided('decided by a person only')).toBe('person-only');
    expect(says(['severity:   R', 'severity:   B'])).toEqual(
      at(1, 'write "severity:" and A (machine), R (a person confirms) or H (a person only).'),
    );
    expect(says([/not met is: .*/, 'not met is: nobody'])).toEqual(
      at(
        1,
        'write "not met is:" and one of: decided by the machine; proposed by the machine, decided by a person; decided by a person only.',
      ),
    );
  });

  it('has an id with a prefix, and something that must be met', () => {
    const id = at(1, 'write "id:" and a number such as XX-CE-01.');

    for (const wrong of ['xx-CE-01', 'X-CE-01', 'XX', 'XX-CE-01-', 'an XX-CE-01', 'XX-CE-01 or so', 'XX-A-B-C-D'])
      expect(says(['XX-CE-01', wrong])).toEqual(id);
    for (const right of ['XX-01', 'ABCDE-CE-01', 'XX-CE-A1-B2', 'XX-ABCDEF'])
      expect(says(['XX-CE-01', right])).toEqual([]);
    expect(says([/id: .*\n/, ''])).toEqual(id);
    expect(says([/met when: .*\n/, ''])).toEqual(at(1, 'write at least one line "met when:".'));
  });

  it('is there, under the title or under any heading, and ends before the next', () => {
    const [block = ''] = /```rule[\s\S]*?```\n/.exec(text) ?? [];

    expect(says([block, ''])).toEqual(at(1, 'add a block that begins with ```rule.'));
    expect(read(`${text.replace(block, '')}\n## What is asked\n\n${block}`).rule?.id).toBe('XX-CE-01');
  });

  it('is read line by line; an empty line says nothing', () => {
    expect(says(['severity:', '\n   \nseverity:'])).toEqual([]);
    expect(says(['severity:   R', ' severity :R'])).toEqual([]);
    expect(says(['wait while:', ' wait until :'])).toEqual(
      at(12, '"wait until" is not a line of a rule. Did you mean "wait while"?'),
    );
    expect(says(['wait while: hours in review is more than 0', 'wait while:'])).toEqual(
      at(12, 'write something after "wait while:".'),
    );
    expect(says(['XX-CE-01', 'XX:CE-01'])).toEqual(at(1, 'write "id:" and a number such as XX-CE-01.'));
    expect(says(['hours in all is at least needed', 'hours in hand is at least needed'])[0]).toContain(
      'a/b.rule.md, 11: there is no fact "hours in hand". Did you mean "hours in all"?',
    );
  });

  it('has what applies, what must be met and what is waited for, each in its order', () => {
    const rule = edited(['applies if: report', 'applies:    report']).rule;

    expect(rule?.applies.map((clause) => clause.text)).toEqual([
      'credential is one of ABC, DEF',
      'report year is at least 2024',
    ]);
    expect(rule?.metWhen.map((clause) => clause.text)).toEqual(['hours in all is at least needed hours']);
    expect(rule?.waitWhile.map((clause) => clause.text)).toEqual(['hours in review is more than 0']);
  });

  it('an instant in it falls on a day of the programme', () => {
    const rule = edited(['wait while: ', 'wait while: today is before 2026-01-01T04:59:00Z\nwait while: ']).rule;

    expect(rule?.waitWhile[0]?.operand).toEqual({ is: 'value', value: '2025-12-31' });
  });
});

describe('the years of a rule', () => {
  it('are all, from one, until one, or from one to another', () => {
    const holds = (written: string) => edited(['id:  ', `holds: ${written}\nid:  `]).rule?.holds;

    expect(edited().rule?.holds).toEqual({ from: null, until: null });
    expect(holds('from 2026')).toEqual({ from: 2026, until: null });
    expect(holds('until 2025')).toEqual({ from: null, until: 2025 });
    expect(holds('2024 to 2025')).toEqual({ from: 2024, until: 2025 });
    for (const wrong of [
      '2026',
      'from 26',
      'only from 2026',
      'from 2026 on',
      '2024 to 20255',
      'until now',
      'in 2024 to 2025',
    ])
      expect(says(['id:  ', `holds: ${wrong}\nid:  `])).toEqual(
        at(1, 'write "holds:" as: from 2026, or 2024 to 2025, or until 2025.'),
      );
  });
});

describe('a page in shadow', () => {
  it('says since when', () => {
    const shadow = (lines: string) => ['id:  ', `${lines}\nid:  `] as const;
    const how = at(
      1,
      'write "runs: in shadow" with "since:" and a day such as 2026-12-01; a live rule has neither line.',
    );

    expect(edited().rule?.shadowSince).toBeNull();
    expect(edited(shadow('runs: in shadow\nsince: 2026-12-01')).rule?.shadowSince).toBe('2026-12-01');
    expect(says(shadow('runs: in shadow'))).toEqual(how);
    expect(says(shadow('since: 2026-12-01'))).toEqual(how);
    expect(says(shadow('runs: in the light\nsince: 2026-12-01'))).toEqual(how);
    expect(says(shadow('runs: in shadow\nsince: soon'))).toEqual(how);
  });
});

describe('what a finding of the rule keeps', () => {
  it('is every fact that its lines and its sentences name, on both sides, and its bounds', () => {
    const all = (...names: string[]) => names.flatMap((name) => [name, `${name}, at least`, `${name}, at most`]);

    expect(edited().rule?.uses).toEqual(all('credential', 'report year', 'hours in all', 'hours in review'));
    expect(
      edited(
        ['hours in all is at least needed hours', 'hours in all is at least core hours'],
        ['- met: You', '- met: Until {due day}, by {short by}, you'],
      ).rule?.uses,
    ).toEqual(all('credential', 'report year', 'hours in all', 'core hours', 'hours in review', 'due day'));
  });
});

describe('a page with something wrong', () => {
  it('is no rule, however much of it can be read', () => {
    expect(says([/\| 2026 \| 12.5.*/, '| soon | 12.5 | page 2 |'])[0]).toContain(
      'a/b.rule.md, 21: write the first report year',
    );
    expect(says(['- met: You', '- done: You'])[0]).toContain('a/b.rule.md, 25: begin with one of');
    expect(says(['| exactly enough ', '| exactly enough | x ']).length).toBe(1);
    expect(read('# Nothing').problems).toHaveLength(2);
  });

  it('keeps its own words, and what they were when it was read', () => {
    expect(edited().rule).toMatchObject({
      title: 'At least 10 hours',
      quote: 'Ten hours are needed.',
      citation: 'The made-up law, page 1',
      page: 'a/b.rule.md',
    });
    expect(edited().rule?.sha256).not.toBe(edited(['# At least', '# No less than']).rule?.sha256);
  });
});
