import { describe, expect, it } from 'vitest';
import type { Finding, Verdict } from '#shared/domain/finding.ts';
import { staffIdSchema } from '#shared/domain/staff.ts';
import { personPeriods } from '#shared/rules/period/person-periods.ts';
import { standingOf, type YearOnRecord } from '#shared/rules/standing/standing.ts';
import { aFinding } from '#test/builders/a-judgement.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const staff = staffIdSchema.parse(`staff_${'r'.repeat(26)}`);
const louisiana = await programmeNamed('louisiana-rpss');
const idaho = await programmeNamed('idaho-cpss');
const of2026 = personPeriods(louisiana, { 'first training day': '2020-05-01' }).in(2026);

function found(...verdicts: Verdict[]): Finding[] {
  return verdicts.map((verdict, at) => aFinding({ rule: `LA-CE-0${at}`, verdict, why: `Sentence ${at}.` }));
}
const record = (own: Partial<YearOnRecord>): YearOnRecord => {
  return { findings: found('met'), missing: [], waiting: 0, accepted: 1, ...own };
};
const missing = [{ rule: 'LA-CE-02', fact: 'ethics hours', amount: '1.25', inWords: '1.25 hours of ethics' }];

describe('how a period stands', () => {
  it('is met when every rule that applies is met, and not when one is open', () => {
    const findings = found('met', 'does-not-apply', 'met');
    expect(standingOf(of2026, record({ findings }), '2026-11-22')).toEqual({
      word: 'met',
      why: ['All 2 rules that apply are met.'],
    });
    expect(standingOf(of2026, record({ findings: found('met', 'cannot-tell') }), '2026-11-22').word).toBe(
      'cannot-tell',
    );
  });

  it('is not met by rules that do not apply, nor by papers that nobody judged', () => {
    expect(standingOf(of2026, record({ findings: found('does-not-apply') }), '2026-11-22').word).toBe('cannot-tell');
    expect(standingOf(of2026, record({ findings: [] }), '2026-11-22').word).toBe('cannot-tell');
  });

  it('says when a person said met against the rule itself', () => {
    const override = { by: staff, at: '2026-11-01T10:00:00.000Z', reason: 'seen', verdictByRule: 'not-met' as const };
    const { word, why } = standingOf(of2026, record({ findings: [aFinding({ override })] }), '2026-11-22');
    expect([word, why.join(' ')]).toEqual(['met', expect.stringContaining('A person said so')]);
  });

  it('waits for a person while the only mail does, even when all is met by the papers', () => {
    expect(standingOf(of2026, record({ waiting: 1, accepted: 0 }), '2026-11-22').word).toBe('in-review');
    const both = standingOf(of2026, record({ waiting: 1, accepted: 1 }), '2026-11-22');
    expect([both.word, both.why.at(-1)]).toEqual(['met', 'One mail waits for a person.']);
  });

  it('is in progress with what is missing, up to the last day, and past the deadline after it', () => {
    const short = record({ findings: found('met', 'not-met'), missing, accepted: 0 });
    const inTime = standingOf(of2026, short, '2026-12-31');
    expect(inTime.word).toBe('in-progress');
    expect(inTime.why).toEqual(['Missing: 1.25 hours of ethics.', 'The report is due by December 31, 2026.']);
    const late = standingOf(of2026, short, '2027-01-01');
    expect([late.word, late.why.at(-1)]).toEqual([
      'past-deadline-unresolved',
      'What follows from that is for a named person to decide.',
    ]);
  });

  it('knows the difference between nothing yet and nothing at all', () => {
    expect(standingOf(of2026, null, '2026-12-31').word).toBe('nothing-received');
    expect(standingOf(of2026, null, '2027-01-01').word).toBe('past-deadline-unresolved');
  });

  it('asks nothing for the year of the first training, whatever came', () => {
    const first = personPeriods(louisiana, { 'first training day': '2026-02-03' }).in(2026);
    expect(standingOf(first, null, '2027-06-01').word).toBe('not-yet-due');
    expect(standingOf(first, record({ findings: found('not-met') }), '2027-06-01').word).toBe('not-yet-due');
  });

  it('cannot be told without the day that the period hangs on, and before the first year of the pages', () => {
    expect(standingOf(personPeriods(louisiana, {}).in(2026), record({}), '2026-11-22').word).toBe('cannot-tell');
    const old = personPeriods(louisiana, { 'first training day': '2015-01-01' }).in(2019);
    expect(standingOf(old, record({}), '2026-11-22').word).toBe('cannot-tell');
  });

  it('follows the periods of another programme', () => {
    const own = personPeriods(idaho, { 'certification day': '2024-03-15' }).in(2026);
    expect(own.span).toEqual({ start: '2025-03-15', lastDay: '2026-03-14' });
    expect(standingOf(own, null, own.due ?? '2026-03-14').word).toBe('nothing-received');
    expect(standingOf(own, null, '2026-03-15').word).toBe('past-deadline-unresolved');
  });
});
