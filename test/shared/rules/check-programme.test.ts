import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { checkPages } from '#shared/rules/check-programme.ts';
import { inOneLine, readProgramme } from '#shared/rules/read-programme.ts';

const rules = join(import.meta.dirname, '..', '..', '..', 'shared', 'rules', 'programmes');
const pages = await readProgrammePages(join(rules, 'louisiana-rpss'));
const ethics = 'continuing-education/ethics-hours.rule.md';

/** The pages with one line pattern of one page replaced, and what the check then says. */
function afterChange(page: string, from: string | RegExp, to: string): string {
  const before = pages[page] ?? '';
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to replace in ${page}`);
  return checkPages({ ...pages, [page]: after })
    .map(inOneLine)
    .join('\n');
}

describe('the check of a programme', () => {
  it('finds a rule without its source', () => {
    expect(afterChange(ethics, /> — .*/, '')).toContain('its source');
  });

  it('finds an example that the rule contradicts, by its line', () => {
    expect(afterChange(ethics, /\| 2\.75 +\| 0 +\| 0 +\| not met +\|/, '| 3 | 0 | 0 | not met |')).toMatch(
      /ethics-hours\.rule\.md, line \d+: the example "a quarter of an hour short" says not-met, the rule says met/,
    );
  });

  it('finds a boundary whose examples are missing on one side', () => {
    expect(afterChange(ethics, /.*RFPSS +\| 2025.*\n/, '')).toContain('add an example where credential is RFPSS');
    expect(afterChange(ethics, /.*nothing is due in the year.*\n/, '')).toContain(
      '"report year is after training year"',
    );
  });

  it('finds a boundary that no example stands on', () => {
    expect(afterChange(ethics, '| 2024 | 3 ', '| 2024 | 2.9')).toContain(
      'add an example exactly at the boundary of "ethics hours is at least needed hours"',
    );
  });

  it('finds years without an amount, and two amounts for one year', () => {
    expect(afterChange(ethics, '| 2024 | 3 ', '| 2025 | 3 ')).toContain('2024 to 2024 have no amount');
    expect(afterChange(ethics, /\| 2024 \| 3 .*/, '| 2024 | 3 | page |\n| 2024 | 4 | page |')).toContain('must rise');
  });

  it('finds an amount that no line uses', () => {
    expect(afterChange(ethics, 'is at least needed hours', 'is at least 3')).toContain('"needed hours" is not used');
  });

  it('finds a verdict without words, and words without a verdict', () => {
    expect(afterChange(ethics, /- does not apply: .*\n/, '')).toContain('add a sentence for "does-not-apply"');
    expect(afterChange('continuing-education/content.rule.md', '- met: ', '- not met: No.\n- met: ')).toContain(
      'words for "not-met", and no example reaches it',
    );
  });

  it('finds a line written twice, and a wait that is never reached', () => {
    const wait = 'wait while: hours in review is more than 0';

    expect(afterChange(ethics, wait, `${wait}\n${wait}`)).toContain('is written twice');
    expect(afterChange(ethics, wait, 'wait while: ethics hours is at least needed hours')).toContain(
      'is never reached',
    );
  });

  it('finds two pages with one id', () => {
    expect(afterChange(ethics, 'LA-CE-02', 'LA-CE-01')).toContain('belongs to another page');
  });

  it('finds a missing letter, missing words for a reason, and a reason that does not exist', () => {
    const { 'letters/question.md': _gone, ...without } = pages;

    expect(checkPages(without).map(inOneLine)).toEqual(['letters/question.md, line 1: this letter is missing.']);
    expect(afterChange('letters/reasons.md', /\| illegible .*\n/, '')).toContain('no words for the reason "illegible"');
    expect(afterChange('letters/reasons.md', '| illegible ', '| ilegible ')).toContain('Did you mean "illegible"?');
  });

  it('finds a list of topics without a source or of an unknown kind', () => {
    expect(afterChange('topics/core.md', /Source: .*/, '')).toContain('Source:');
    expect(afterChange('topics/core.md', 'List: map\n', 'List: kernel\n')).toContain('"List: kernel" is not known');
  });

  it('finds settings that cannot be used', () => {
    expect(afterChange('programme.md', 'America/Chicago', 'America/Nowhere')).toContain('there is no time zone');
    expect(afterChange('programme.md', 'OBH.Peers.Programs@la.gov', 'somewhere')).toContain('the setting "inbox"');
  });
});

describe('reading a programme', () => {
  it('gives up with every problem when a page cannot be read', () => {
    expect(() => readProgramme({})).toThrow('programme.md, line 1');
    expect(() => readProgramme({ ...pages, [ethics]: '# Nothing' })).toThrow(ethics);
  });

  it('does not depend on the order of the pages', () => {
    const reversed = Object.fromEntries(Object.entries(pages).reverse());

    expect(readProgramme(reversed)).toEqual(readProgramme(pages));
  });
});
