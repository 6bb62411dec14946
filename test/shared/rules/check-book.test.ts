import { describe, expect, it } from 'vitest';
import { checkPages } from '#shared/rules/check-programme.ts';
import { inOneLine } from '#shared/rules/read-programme.ts';
import { allProgrammes } from '#test/builders/programmes.ts';

const programmes = await allProgrammes();

/** What the check says after one change in one page of a programme. */
function afterChange(folder: string, page: string, from: string | RegExp, to: string): string {
  const pages = programmes.find((each) => each.folder === folder)?.pages ?? {};
  const before = pages[page] ?? '';
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to replace in ${page}`);
  return checkPages({ ...pages, [page]: after })
    .map(inOneLine)
    .join('\n');
}

describe('the check of the period', () => {
  const period = 'period.md';

  it('asks for every setting, with its source, in one of its ways', () => {
    expect(afterChange('idaho-cpss', period, /\| due .*\n/, '')).toContain('needs a line "due"');
    expect(afterChange('idaho-cpss', period, '| 12 months', '| a year   ')).toContain(
      '"length" must be written as: 12, 24',
    );
    expect(afterChange('idaho-cpss', period, '| anniversary', '| not published')).toContain(
      '"a period is" must be written as',
    );
    expect(afterChange('idaho-cpss', period, /(\| length +\| 12 months +\|)[^|]+\|/, '$1 |')).toContain(
      'where "length" comes from',
    );
    expect(afterChange('idaho-cpss', period, '| length ', '| longness ')).toContain('"longness" is no setting');
    expect(afterChange('idaho-cpss', period, '## From 2026', '## Settings')).toContain(
      'add a section such as "## From 2024"',
    );
  });

  it('asks for an example of every kind of period that can come', () => {
    const waived = /^.*less than twelve months.*\n/gm;
    const pages = programmes.find(({ folder }) => folder === 'nebraska-cpss')?.pages ?? {};
    const without = Object.fromEntries(Object.entries(pages).map(([page, text]) => [page, text.replace(waived, '')]));

    expect(checkPages({ ...without, [period]: pages[period] ?? '' }).map(inOneLine)).toContain(
      'period.md, line 1: no example is about a period of the kind "waived".',
    );
  });

  it('asks that what is empty is said to be so', () => {
    expect(afterChange('idaho-cpss', period, 'Not published.', '')).toContain('or: Not published.');
    expect(afterChange('georgia-cps', period, '| $26 ', '|     ')).toContain('write something under "fee"');
  });
});

describe('the check of what counts', () => {
  const credits = 'credits.md';

  it('finds a measure that no rule asks, and one that cannot be read', () => {
    const line = '| live hours ';
    expect(
      afterChange(
        'tennessee-cprs-earlier',
        credits,
        line,
        '| online hours | hours | mode is self paced | yours |\n| live hours ',
      ),
    ).toContain('no rule asks the measure "online hours"');
    expect(afterChange('tennessee-cprs-earlier', credits, 'mode is in person', 'mood is in person')).toContain(
      'Did you mean "mode"?',
    );
    expect(afterChange('tennessee-cprs-earlier', credits, line, '| live time ')).toContain(
      'has the word "hours" in its name',
    );
    expect(
      afterChange('tennessee-cprs-earlier', credits, /\| live hours +\| hours/, '| live hours | minutes'),
    ).toContain('write "hours" or "trainings"');
  });

  it('finds a rule that asks a measure which is not there', () => {
    expect(afterChange('tennessee-cprs-earlier', credits, /\| live hours .*\n/, '')).toContain(
      'there is no fact "live hours"',
    );
  });

  it('finds a measure with the name of a fact of the catalogue', () => {
    expect(afterChange('idaho-cpss', credits, '| hours on ethics |', '| ethics hours |')).toContain(
      'is a fact of the catalogue',
    );
  });

  it('finds limits, surpluses, exclusions and units that cannot be read', () => {
    const header = /\| measure +\| counts +\| where +\| in words +\|\n\| -+ \| -+ \| -+ \| -+ \|\n\| hours in all .*\n/;
    const table = (own: string) => `| measure | counts | where | at most | plus |\n| - | - | - | - | - |\n${own}\n`;
    const says = (own: string) => afterChange('icrc-pr', credits, header, table(own));

    expect(says('| hours in all | hours | any | 5 self paced | |')).toContain('write under "at most" such as');
    expect(says('| hours in all | hours | any | | hours on ethics above 3 |')).toContain('write under "plus" such as');
    expect(afterChange('tennessee-cprs-earlier', credits, '| not counted  ', '| thrown away ')).toContain(
      'write "not counted" or',
    );
    expect(afterChange('idaho-cpss', credits, '| 1             |', '| one |')).toContain('write hours such as 1 or 10');
  });
});

describe('the check of who decides', () => {
  const conditions = 'conditions.md';

  it('leaves somebody’s standing to a person by name', () => {
    const line = /(\| status ends +\|) named person +\|/;
    expect(afterChange('idaho-cpss', conditions, line, '$1 machine |')).toContain(
      '"status ends" is decided by a named person only',
    );
    expect(afterChange('idaho-cpss', conditions, /\| selection .*\n/, '')).toContain('needs a line "selection"');
  });

  it('finds a page that decides more than it may', () => {
    const line = /(\| not met +\|) machine proposes +\|/;
    expect(afterChange('idaho-cpss', conditions, line, '$1 named person |')).toContain('This page decides more.');
  });

  it('finds something only people know that no rule asks, or that is of no kind', () => {
    const pages = 'idaho-cpss';
    expect(afterChange(pages, conditions, '| holds two credentials ', '| holds three ')).toContain(
      'no rule asks "holds three"',
    );
    expect(afterChange(pages, conditions, /\| yes-no /, '| maybe  ')).toContain('write under "kind" one of');
    expect(afterChange(pages, conditions, '| not known ', '| a lot     ')).toContain('under "unless told"');
  });
});

describe('a folder', () => {
  it('needs its three pages beside the rules', () => {
    const {
      'period.md': _period,
      'credits.md': _credits,
      'conditions.md': _conditions,
      ...rest
    } = programmes[0]?.pages ?? {};
    const says = checkPages(rest).map(inOneLine);

    expect(says).toContain('period.md, line 1: the folder needs a page period.md.');
    expect(says).toContain('credits.md, line 1: the folder needs a page credits.md.');
    expect(says).toContain('conditions.md, line 1: the folder needs a page conditions.md.');
  });

  it('needs no letters before it has an inbox', () => {
    const front = /\| inbox +\| not published +\|/;
    expect(afterChange('idaho-cpss', 'programme.md', front, '| inbox | peers@example.org |')).toContain(
      'this letter is missing',
    );
  });
});
