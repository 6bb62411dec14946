import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/domain/finding.ts';
import type { Resolved } from '#shared/domain/resolution.ts';
import { staffIdSchema } from '#shared/domain/staff.ts';
import { personPeriods } from '#shared/rules/period/person-periods.ts';
import { standingOf, type YearOnRecord } from '#shared/rules/standing/standing.ts';
import { aFinding } from '#test/builders/a-judgement.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const cleo = staffIdSchema.parse(`staff_${'c'.repeat(26)}`);
const louisiana = await programmeNamed('louisiana-rpss');
const of2026 = personPeriods(louisiana, { 'first training day': '2020-05-01' }).in(2026);
const met: Finding[] = [aFinding({ verdict: 'met' })];
const short: Finding[] = [aFinding({ verdict: 'not-met', why: 'You are 1.25 short.' })];
const record = (own: Partial<YearOnRecord>): YearOnRecord => {
  return { findings: short, missing: [], waiting: 0, accepted: 1, ...own };
};
const hours = { rule: 'LA-CE-02', fact: 'ethics hours', amount: '1.25', inWords: '1.25 hours of ethics' };
const form = { rule: 'LA-CE-10', fact: 'report form received', amount: null, inWords: 'the report form' };
const certificate = { rule: 'LA-CE-09', fact: 'trainings without certificate', amount: '1', inWords: '1 certificate' };
const said = (own: Partial<Resolved>, status = 'active') => {
  const resolved: Resolved = {
    word: 'inactive',
    by: cleo,
    at: '2027-02-01T15:00:00.000Z',
    until: null,
    reason: 'No answer.',
    ...own,
  };
  return { resolved, status };
};

describe('a report that lacks something', () => {
  it.each([
    ['hours can still be earned', [hours], 'in-progress'],
    ['a form has to be sent', [hours, form], 'documents-incomplete'],
    ['a certificate has to be sent', [certificate], 'documents-incomplete'],
  ])('says which it is: %s', (_what, missing, word) => {
    expect(standingOf(of2026, record({ missing }), '2026-12-31').word).toBe(word);
    expect(standingOf(of2026, record({ missing }), '2027-01-01').word).toBe('past-deadline-unresolved');
  });
});

describe('what people of the office said', () => {
  it('makes somebody inactive for a period, with the reason, whatever comes after; and what came is told', () => {
    const late = standingOf(of2026, null, '2027-03-01', said({}));
    expect(late).toEqual({ word: 'inactive', why: ['A named person made this inactive: No answer.'] });
    const papers = standingOf(of2026, record({ findings: met }), '2027-03-01', said({}));
    expect(papers).toMatchObject({ word: 'inactive' });
    expect(papers.why.slice(1)).toEqual(['What is on record since says:', 'The one rule that applies is met.']);
  });

  it('closes a period without making anybody inactive', () => {
    expect(standingOf(of2026, null, '2027-03-01', said({ word: 'closed', reason: 'Moved away.' }))).toEqual({
      word: 'closed',
      why: ['A named person closed this: Moved away.'],
    });
  });

  it('gives time up to a day: until its end nothing is late, and the day after it is', () => {
    const more = said({ word: 'extended', until: '2027-03-31', reason: 'In hospital.' });
    const inTime = standingOf(of2026, null, '2027-03-31', more);
    expect(inTime.word).toBe('nothing-received');
    expect(inTime.why).toEqual([
      'Nothing was received yet. The report is due by March 31, 2027.',
      'A named person gave time until then: In hospital.',
    ]);
    expect(standingOf(of2026, null, '2027-04-01', more).word).toBe('past-deadline-unresolved');
    expect(standingOf(of2026, record({ findings: met }), '2027-03-31', more)).toEqual({
      word: 'met',
      why: ['The one rule that applies is met.'],
    });
  });

  it('never takes time away by an extension to an earlier day', () => {
    const less = said({ word: 'extended', until: '2026-06-30', reason: 'A slip.' });
    expect(standingOf(of2026, null, '2026-12-31', less).word).toBe('nothing-received');
  });

  it('on the roster: inactive hides no report that is met or lies with a reviewer', () => {
    const inactive = { resolved: null, status: ' Inactive ' };
    expect(standingOf(of2026, null, '2027-03-01', inactive).word).toBe('inactive');
    expect(standingOf(of2026, record({ findings: met }), '2027-03-01', inactive).word).toBe('met');
    expect(standingOf(of2026, record({ waiting: 1, accepted: 0 }), '2027-03-01', inactive).word).toBe('in-review');
    expect(standingOf(of2026, null, '2027-03-01', { resolved: null, status: 'on leave' }).word).toBe(
      'past-deadline-unresolved',
    );
  });
});
