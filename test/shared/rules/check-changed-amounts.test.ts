import { describe, expect, it } from 'vitest';
import { checkChangedAmounts } from '#shared/rules/check-changed-amounts.ts';
import { type Edit, editedPages, smallRule } from '#test/builders/a-small-programme.ts';

/** What is missing in the small programme, which asks for 10 hours, and since 2026 for 12.5. */
const missing = (...edits: Edit[]) => checkChangedAmounts(editedPages(...edits)).map(({ says }) => says);
const clause = '"hours in all is at least needed hours"';
const last = /\| nobody of ours .*\n/;
const met = '| enough since 2026 | ABC | 2026 | 12.5 | 0 | met |\n';
const short = '| short since 2026 | ABC | 2027 | 12.25 | 0 | not met |\n';

describe('an amount that changed', () => {
  it('has an example on its own boundary, of a year in which it holds', () => {
    expect(missing()).toEqual([`add an example of report year 2026 exactly at the boundary of ${clause}.`]);
  });

  it('and one just across it', () => {
    expect(missing([smallRule, last, `$&${met}`])).toEqual([
      `add an example of report year 2026 just across the boundary of ${clause}.`,
    ]);
    expect(missing([smallRule, last, `$&${met}${short}`])).toEqual([]);
  });

  it('is asked for nothing where it is not published, or is the first one', () => {
    expect(missing([smallRule, '| 2026 | 12.5 ', '| 2026 | not published '])).toEqual([]);
    expect(missing([smallRule, /\| 2026 \| 12.5 .*\n/, ''])).toEqual([]);
  });
});
