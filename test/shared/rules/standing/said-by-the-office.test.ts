import { describe, expect, it } from 'vitest';
import type { Verdict } from '#shared/domain/finding.ts';
import type { Resolved } from '#shared/domain/resolution.ts';
import type { ReportPeriod } from '#shared/rules/period/person-periods.ts';
import { extended, standingOf, type YearOnRecord } from '#shared/rules/standing/standing.ts';
import { aFinding } from '#test/builders/a-judgement.ts';
import { ann } from '#test/builders/staff.ts';

const period: ReportPeriod = {
  year: 2026,
  kind: 'regular',
  span: { start: '2026-01-01', lastDay: '2026-12-31' },
  due: '2026-12-31',
  notOnFile: null,
  countedFrom: null,
  isRuled: true,
};
const said = (word: Resolved['word'], until: string | null = null): Resolved => {
  return { word, by: ann, at: '2026-11-01T10:00:00.000Z', until, reason: 'She was ill.' };
};
const record = (verdict: Verdict, own: Partial<YearOnRecord> = {}): YearOnRecord => {
  const findings = [aFinding({ rule: 'XX-CE-01', verdict, why: 'Ten hours.' })];
  return { findings, missing: [], waiting: 0, accepted: 1, ...own };
};
const stands = (
  resolved: Resolved | null,
  {
    on = null,
    today = '2026-11-22',
    status = 'active',
  }: { on?: YearOnRecord | null; today?: string; status?: string } = {},
) => standingOf(period, on, today, { resolved, status });
const [nothing, metBy] = [
  'Nothing was received yet. The report is due by December 31, 2026.',
  'The one rule that applies is met.',
];

describe('what a named person said of a period', () => {
  it('"inactive" and "closed" stand, with the reason, beside what is on record since', () => {
    expect(stands(said('inactive'))).toEqual({
      word: 'inactive',
      why: ['A named person made this inactive: She was ill.', 'What is on record since says:', nothing],
    });
    expect(stands(said('closed'), { on: record('met') })).toEqual({
      word: 'closed',
      why: ['A named person closed this: She was ill.', 'What is on record since says:', metBy],
    });
  });

  it('stands alone where the record says no more than that the day has passed', () => {
    expect(stands(said('inactive'), { today: '2027-01-01' }).why).toEqual([
      'A named person made this inactive: She was ill.',
    ]);
  });

  it('gives time until a later day, and says by whom it was given unless all is met', () => {
    const given = 'A named person gave time until then: She was ill.';

    expect(stands(said('extended', '2027-02-28'), { today: '2027-02-28' })).toEqual({
      word: 'nothing-received',
      why: ['Nothing was received yet. The report is due by February 28, 2027.', given],
    });
    expect(stands(said('extended', '2027-02-28'), { today: '2027-03-01' }).word).toBe('past-deadline-unresolved');
    expect(stands(said('extended', '2027-02-28'), { on: record('met') }).why).toEqual([metBy]);
    expect(stands(said('extended'))).toEqual({ word: 'nothing-received', why: [nothing] });
  });

  it('never takes time away, and only an extension moves the last day', () => {
    expect(extended(period, said('extended', '2027-02-28')).due).toBe('2027-02-28');
    expect(extended(period, said('extended', '2026-12-31'))).toBe(period);
    expect(extended(period, said('extended', '2026-06-30'))).toBe(period);
    expect(extended(period, said('extended'))).toBe(period);
    expect(extended(period, said('closed', '2027-02-28'))).toBe(period);
    expect(extended(period, null)).toBe(period);
    const open = { ...period, due: null };
    expect(extended(open, said('extended', '2027-02-28')).due).toBe('2027-02-28');
    expect(extended(open, said('extended', '2026-12-31'))).toBe(open);
    expect(extended({ ...open, span: null }, said('extended', '2026-06-30')).due).toBe('2026-06-30');
  });
});

describe('"inactive" on the roster', () => {
  const inactive = { word: 'inactive', why: ['The office itself wrote "inactive" on the roster.'] };

  it('is the office’s own word, however it is written', () => {
    expect(stands(null, { status: ' Inactive ' })).toEqual(inactive);
    expect(stands(null, { status: 'inactive', on: record('not-met') })).toEqual(inactive);
    expect(stands(null, { status: 'active' }).word).toBe('nothing-received');
    expect(stands(null, { status: 'on leave' }).word).toBe('nothing-received');
  });

  it('hides no report that is met or waits for a person, and nothing that a named person said', () => {
    expect(stands(null, { status: 'inactive', on: record('met') }).word).toBe('met');
    expect(stands(null, { status: 'inactive', on: record('not-met', { waiting: 1, accepted: 0 }) }).word).toBe(
      'in-review',
    );
    expect(stands(said('closed'), { status: 'inactive' }).word).toBe('closed');
    expect(stands(said('extended', '2027-02-28'), { status: 'inactive' }).word).toBe('nothing-received');
  });
});

describe('what is still open', () => {
  const lacks = (fact: string) => ({ rule: 'XX-CE-01', fact, amount: '1', inWords: `1 of ${fact}` });
  const word = (verdict: Verdict, ...facts: string[]) =>
    stands(null, { on: record(verdict, { missing: facts.map(lacks) }) }).word;

  it('are hours that can still be earned, or papers that have to be sent', () => {
    expect(word('not-met', 'ethics hours')).toBe('in-progress');
    expect(word('not-met', 'ethics hours', 'trainings without certificate')).toBe('documents-incomplete');
    expect(word('not-met')).toBe('in-progress');
    expect(word('cannot-tell', 'ethics hours')).toBe('cannot-tell');
  });
});
