import { describe, expect, it } from 'vitest';
import type { Facts } from '#shared/rules/facts.ts';
import { judgeApplication } from '#shared/rules/judge-application.ts';
import { completeFacts, judgeYear, minimumOf } from '#shared/rules/judge-year.ts';
import { judgeShadow, judgeShadowApplication } from '#shared/rules/shadow.ts';
import { type Edit, smallProgramme, smallRule } from '#test/builders/a-small-programme.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const louisiana = await programmeNamed('louisiana-rpss');
const when = { year: 2026, asOf: '2026-12-06' };
const completed = (facts: Parameters<typeof completeFacts>[1], asOf = when.asOf) =>
  completeFacts(louisiana, facts, { ...when, asOf });

describe('what follows from the question and the pages', () => {
  it('is the year, its last day, and today where the office is', () => {
    expect(completed({})).toMatchObject({
      'report year': 2026,
      'last day of report year': '2026-12-31',
      today: '2026-12-06',
      'hours carried over': 0,
    });
    expect(completed({}, '2027-01-01T05:59:59Z')).toMatchObject({ today: '2026-12-31' });
  });

  it('gives way to what is known, and not to what is not', () => {
    expect(completed({ today: '2026-01-01', 'hours carried over': 5 })).toMatchObject({
      today: '2026-01-01',
      'hours carried over': 5,
    });
    expect(completed({ today: undefined })).toMatchObject({ today: '2026-12-06' });
  });

  it('knows no carried hours where the pages allow some, or say nothing', () => {
    for (const isAllowed of [true, null]) {
      const carryOver = { ...louisiana.period.carryOver, isAllowed };
      const programme = { ...louisiana, period: { ...louisiana.period, carryOver } };
      expect(completeFacts(programme, {}, when)).not.toHaveProperty('hours carried over');
    }
  });

  it('adds the ethics hours above the need to the core hours', () => {
    const sum = (core: number | undefined, ethics: number | undefined) =>
      completed({ 'core hours': core, 'ethics hours': ethics })['core hours with ethics surplus'];

    expect([sum(600, 400), sum(600, 300), sum(600, 200)]).toEqual([700, 600, 600]);
    expect([sum(undefined, 400), sum(600, undefined)]).toEqual([undefined, undefined]);
  });

  it('counts lateness from the due day to the day of the report, or to today', () => {
    const due: Edit = ['period.md', 'due           | not published', 'due           | on the last day'];
    const late = (facts: Facts, asOf = '2026-01-10') => {
      const all = completeFacts(smallProgramme(due), facts, { year: 2025, asOf });
      return { exact: all['days late'], least: all['days late, at least'], step: all['late step'] };
    };

    expect(late({})).toEqual({ exact: undefined, least: 10, step: undefined });
    expect(late({}, '2025-12-01')).toEqual({ exact: undefined, least: 0, step: undefined });
    expect(late({ 'report day': '2026-01-04' })).toEqual({ exact: 4, least: undefined, step: undefined });
    expect(late({ 'report day': '2025-12-31' })).toEqual({ exact: 0, least: undefined, step: 'in time' });
    // what is handed in holds: another today, another due day, or how late it was itself
    expect(late({ today: '2026-01-03' }).least).toBe(3);
    expect(late({ 'due day': '2026-01-05' }).least).toBe(5);
    expect(late({ 'days late': 2, 'report day': '2026-01-04' }).exact).toBe(2);
  });

  it('says nothing about lateness where no due day is published', () => {
    const all = completeFacts(smallProgramme(), {}, { year: 2025, asOf: '2026-01-10' });

    expect(Object.keys(all).filter((name) => name.includes('late'))).toEqual([]);
  });

  it('takes what only people know as the pages say it, unless somebody told it', () => {
    const table = '| fact | kind | in words | unless told | source |\n| - | - | - | - | - |';
    const told: Edit = ['conditions.md', 'None.', `${table}\n| months of service | count | service | 3 | ours |`];
    const months = (facts: Facts) =>
      completeFacts(smallProgramme(told), facts, { year: 2025, asOf: '2026-01-10' })['months of service'];

    expect([months({}), months({ 'months of service': 5 })]).toEqual([3, 5]);
  });

  it('knows the least that a rule asks for itself, in a line "is at least" with an amount of its page', () => {
    const asks = (line: string, ...more: Edit[]) =>
      minimumOf(
        smallProgramme([smallRule, /hours in all is at least needed hours/, line], ...more),
        'ethics hours',
        2025,
      );
    const other = '## Other hours\n\n| from | other hours | source |\n| - | - | - |\n| 2024 | 3 | law |\n\n## Needed';
    const both: Edit = [smallRule, '## Needed', other];

    expect(asks('ethics hours is at least needed hours')).toBe(1000);
    expect(asks('ethics hours is at least needed hours', both)).toBe(1000);
    expect(asks('ethics hours is at least other hours', both)).toBe(300);
    expect(asks('ethics hours is at most needed hours')).toBeUndefined();
    expect(asks('ethics hours is at least 3')).toBeUndefined();
    expect(asks('ethics hours is at least core hours')).toBeUndefined();
    expect(minimumOf(smallProgramme(), 'ethics hours', 2025)).toBeUndefined();
  });

  it('knows the least that a rule asks of a fact in its year', () => {
    expect(minimumOf(louisiana, 'ethics hours', 2026)).toBe(300);
    expect(minimumOf(louisiana, 'counted hours', 2026)).toBe(1000);
    expect(minimumOf(louisiana, 'ethics hours', 1990)).toBeUndefined();
    expect(minimumOf(louisiana, 'credential', 2026)).toBeUndefined();
    expect(minimumOf({ ...louisiana, rules: [] }, 'ethics hours', 2026)).toBeUndefined();
  });
});

describe('pages in shadow', () => {
  const tried = (page: string, shadowSince: string | null) => {
    const [rule] = page.startsWith('eligibility') ? louisiana.eligibility : louisiana.rules;
    return { ...louisiana, shadow: rule ? [{ ...rule, page, shadowSince }] : [] };
  };
  const year = (asOf: string, page = 'continuing-education/a.rule.md', since: string | null = '2026-06-01') =>
    judgeShadow(tried(page, since), {}, { year: 2026, asOf }).length;
  const application = (page: string) =>
    judgeShadowApplication(tried(page, '2026-06-01'), {}, { year: 2026, asOf: '2026-12-06' }).length;

  it('are tried from their day on, by the day of the office', () => {
    expect([year('2026-05-31'), year('2026-06-01'), year('2026-06-02')]).toEqual([0, 1, 1]);
    expect([year('2026-06-01T04:59:59Z'), year('2026-06-01T05:00:00Z')]).toEqual([0, 1]);
    expect(year('2026-12-06', 'continuing-education/a.rule.md', null)).toBe(0);
  });

  it('are about a year or about an application by their folder', () => {
    expect([year('2026-12-06', 'eligibility/a.rule.md'), application('eligibility/a.rule.md')]).toEqual([0, 1]);
    expect(application('continuing-education/a.rule.md')).toBe(0);
    const [first] = louisiana.eligibility;
    const shadow = tried('eligibility/a.rule.md', '2026-06-01');
    expect(judgeShadowApplication(shadow, {}, when)).toMatchObject([
      { rule: first?.id, page: 'eligibility/a.rule.md' },
    ]);
  });

  it('are judged by all that is known: of a year, and of an application on the day it came', () => {
    const [first] = louisiana.rules;
    const found = judgeShadow(tried('continuing-education/a.rule.md', '2026-06-01'), { credential: 'RPSS' }, when);
    expect(found).toMatchObject([{ rule: first?.id, year: 2026, facts: { credential: 'RPSS' } }]);
    const [age] = louisiana.eligibility;
    const asked = { 'born on': '2009-01-01', credential: 'RPSS' };
    const own = judgeShadowApplication(tried('eligibility/a.rule.md', '2026-06-01'), asked, when);
    const live = judgeApplication({ ...louisiana, eligibility: age ? [age] : [] }, asked, when.asOf);
    expect(own).toMatchObject([{ facts: { credential: 'RPSS' } }]);
    expect(own.map(({ verdict, facts }) => ({ verdict, facts }))).toEqual(
      live.map(({ verdict, facts }) => ({ verdict, facts })),
    );
  });

  it('never stand among the live ones', () => {
    const live = judgeYear(louisiana, {}, when).map(({ rule }) => rule);

    expect(judgeYear(tried('continuing-education/a.rule.md', '2026-06-01'), {}, when).map(({ rule }) => rule)).toEqual(
      live,
    );
  });
});
