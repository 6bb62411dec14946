import { describe, expect, it } from 'vitest';
import type { Finding, Verdict } from '#shared/domain/finding.ts';
import { staffIdSchema } from '#shared/domain/staff.ts';
import type { ReportPeriod } from '#shared/rules/period/person-periods.ts';
import { standingOf, type YearOnRecord } from '#shared/rules/standing/standing.ts';
import { aFinding } from '#test/builders/a-judgement.ts';

const wholeYear = { start: '2026-01-01', lastDay: '2026-12-31' };
const of2026: ReportPeriod = {
  year: 2026,
  kind: 'regular',
  span: wholeYear,
  due: '2026-12-31',
  notOnFile: null,
  countedFrom: 'first training day',
  isRuled: true,
};
const period = (own: Partial<ReportPeriod>): ReportPeriod => ({ ...of2026, ...own });

function found(...verdicts: Verdict[]): Finding[] {
  return verdicts.map((verdict, at) => aFinding({ rule: `LA-CE-0${at}`, verdict, why: `Sentence ${at}.` }));
}
const record = (own: Partial<YearOnRecord>): YearOnRecord => {
  return { findings: found('met'), missing: [], waiting: 0, accepted: 1, ...own };
};
const inTime = '2026-12-31';
const late = '2027-01-01';
const due = 'The report is due by December 31, 2026.';
const forAPerson = 'What follows from that is for a named person to decide.';

describe('the words that a standing is told in', () => {
  it.each<[Partial<ReportPeriod>, string, string]>([
    [{ isRuled: false }, 'cannot-tell', "The programme's pages do not go back to 2026."],
    [
      { notOnFile: 'first training day' },
      'cannot-tell',
      'The first training day is not on the roster, and the period hangs on it.',
    ],
    [{ kind: 'none', span: null }, 'not-yet-due', "None of this person's periods ends in 2026."],
    [{ kind: 'not due' }, 'not-yet-due', 'No report is due for this period: it is the one of the first day.'],
    [{ kind: 'waived' }, 'not-yet-due', 'Nothing is asked for this first, short period.'],
    [{ kind: null }, 'cannot-tell', 'How long this period is has not been published.'],
    [{ span: null }, 'cannot-tell', 'How long this period is has not been published.'],
  ])('the period alone, %o, makes it %s whatever is on record', (own, word, why) => {
    expect(standingOf(period(own), null, late)).toEqual({ word, why: [why] });
    expect(standingOf(period(own), record({}), inTime)).toEqual({ word, why: [why] });
  });

  it('nothing came: until the last day nothing yet, after it nothing at all', () => {
    expect(standingOf(of2026, null, inTime)).toEqual({
      word: 'nothing-received',
      why: [`Nothing was received yet. ${due}`],
    });
    expect(standingOf(of2026, null, late)).toEqual({
      word: 'past-deadline-unresolved',
      why: [`Nothing was received. ${due}`, forAPerson],
    });
  });

  it('a due day that is not published is said with the days of the period', () => {
    const own = { start: '2025-03-15', lastDay: '2026-03-14' };
    const unsaid = (span: typeof own) => standingOf(period({ due: null, span }), null, '2026-03-14').why;
    expect(unsaid(own)).toEqual([
      'Nothing was received yet. By when a report for March 15, 2025 to March 14, 2026 is due has not been published.',
    ]);
    expect(unsaid(wholeYear)).toEqual([
      'Nothing was received yet. By when a report for 2026 is due has not been published.',
    ]);
  });

  it('one rule or several are met, and who said so against the rule is told', () => {
    const override = {
      by: staffIdSchema.parse(`staff_${'r'.repeat(26)}`),
      at: '2026-11-01T10:00:00.000Z',
      reason: 'seen',
      verdictByRule: 'not-met' as const,
    };
    const why = (findings: Finding[]) => standingOf(of2026, record({ findings }), inTime).why;
    expect(why(found('met'))).toEqual(['The one rule that applies is met.']);
    expect(why(found('met', 'does-not-apply', 'met'))).toEqual(['All 2 rules that apply are met.']);
    expect(why([...found('met'), aFinding({ override })])).toEqual([
      'All 2 rules that apply are met.',
      'A person said so against the rule itself in 1 of them.',
    ]);
  });

  it('mails that wait are counted, with the rules that are still open', () => {
    const findings = found('met', 'not-met', 'cannot-tell', 'does-not-apply');
    expect(standingOf(of2026, record({ findings, waiting: 2 }), late)).toEqual({
      word: 'in-review',
      why: ['2 mails wait for a person.', 'LA-CE-01: Sentence 1.', 'LA-CE-02: Sentence 2.'],
    });
    expect(standingOf(of2026, record({ waiting: 1, accepted: 0 }), late)).toEqual({
      word: 'in-review',
      why: ['One mail waits for a person.'],
    });
    expect(standingOf(of2026, record({ waiting: 2, accepted: 1 }), late)).toEqual({
      word: 'met',
      why: ['The one rule that applies is met.', '2 mails wait for a person.'],
    });
  });

  it('met by the papers is met where no mail waits, accepted or not', () => {
    expect(standingOf(of2026, record({ accepted: 0 }), inTime).word).toBe('met');
  });

  it.each<[Finding[]]>([[[]], [found('does-not-apply')]])(
    'papers that no rule answered for cannot be told',
    (findings) => {
      expect(standingOf(of2026, record({ findings }), late)).toEqual({
        word: 'cannot-tell',
        why: ['Something came, and no rule was answered for it.'],
      });
    },
  );

  it('what is missing stands in place of the open rules, which stand there when nothing is', () => {
    const missing = [{ rule: 'LA-CE-01', fact: 'ethics hours', amount: '1.25', inWords: '1.25 hours of ethics' }];
    const findings = found('met', 'not-met');
    const of = (own: Partial<YearOnRecord>, day: string) => standingOf(of2026, record({ findings, ...own }), day);
    expect(of({ missing }, inTime)).toEqual({ word: 'in-progress', why: ['Missing: 1.25 hours of ethics.', due] });
    expect(of({}, inTime)).toEqual({ word: 'in-progress', why: ['LA-CE-01: Sentence 1.', due] });
    expect(of({ missing }, late)).toEqual({
      word: 'past-deadline-unresolved',
      why: ['Missing: 1.25 hours of ethics.', due, forAPerson],
    });
    expect(of({ findings: found('met', 'cannot-tell') }, inTime)).toEqual({
      word: 'cannot-tell',
      why: ['LA-CE-01: Sentence 1.', due],
    });
  });
});
