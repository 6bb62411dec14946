import { describe, expect, it } from 'vitest';
import { runExamples, runFacts } from '#shared/rules/run-examples.ts';
import { type Edit, smallPages, smallProgramme, smallRule } from '#test/builders/a-small-programme.ts';

const programme = smallProgramme();

describe('the examples of the pages', () => {
  it('are each run by their own page, in the year that they say', () => {
    const runs = runExamples(programme).map(({ rule, example, finding }) => [
      rule.id,
      example.because,
      finding.verdict,
    ]);

    expect(runs).toEqual([
      ['XX-CE-01', 'exactly enough', 'met'],
      ['XX-CE-01', 'a quarter too few', 'not-met'],
      ['XX-CE-01', 'a paper is read', 'cannot-tell'],
      ['XX-CE-01', 'before there were rules', 'does-not-apply'],
      ['XX-CE-01', 'nobody of ours', 'does-not-apply'],
    ]);
  });

  it('are those of live pages, of applications and of pages in shadow', () => {
    const text = smallPages[smallRule] ?? '';
    const shadow = text.replace('id:         XX-CE-01', 'id: XX-CE-02\nruns: in shadow\nsince: 2026-01-05');

    expect(runExamples(smallProgramme(['tried.rule.md', /^$/, shadow]))).toHaveLength(10);
  });
});

describe('the day on which an example is asked', () => {
  const asOf = (facts: Record<string, boolean | number | string>, by = programme) => {
    const [rule] = [...by.rules, ...by.eligibility].filter(({ page }) => by === programme || page.startsWith('elig'));
    if (!rule) throw new Error('there is a rule');
    return runFacts(by, rule, { year: 2025, facts: { 'report year': 2025, ...facts } });
  };

  it('is today where it says so, else the last day of its year', () => {
    expect(asOf({}).asOf).toBe('2025-12-31');
    expect(asOf({ today: '2025-03-01' }).asOf).toBe('2025-03-01');
    expect(asOf({ 'received on': '2025-04-01' }).asOf).toBe('2025-04-01');
    expect(asOf({ today: '2025-03-01', 'received on': '2025-04-01' }).asOf).toBe('2025-03-01');
    expect(asOf({ today: 3 }).asOf).toBe('2025-12-31');
  });

  it('of an application is the day it came, by which its age is known', () => {
    const rule = (smallPages[smallRule] ?? '')
      .replace('XX-CE-01', 'XX-EL-01')
      .replace(/applies if: report .*\n/, 'applies if: age on receipt is at least 18\n')
      .replace('| report year ', '| received on ')
      .replace(/\| (202\d) {8}\|/g, '| $1-06-01 |');
    const edit: Edit = ['eligibility/hours.rule.md', /^$/, rule];
    const came = { 'born on': '2007-06-01', credential: 'ABC', 'hours in all': 1000 };

    expect(asOf({ ...came, 'received on': '2025-05-31' }, smallProgramme(edit)).verdict).toBe('does-not-apply');
    expect(asOf({ ...came, 'received on': '2025-06-01' }, smallProgramme(edit)).verdict).toBe('met');
  });
});
