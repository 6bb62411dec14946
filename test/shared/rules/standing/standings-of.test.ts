import { describe, expect, it } from 'vitest';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { PersonStanding } from '#shared/domain/person-standing.ts';
import type { Resolved } from '#shared/domain/resolution.ts';
import type { Outcome } from '#shared/domain/submission.ts';
import { judgeYear } from '#shared/rules/judge-year.ts';
import { type PersonKnown, standingsOf, yearOnRecord } from '#shared/rules/standing/standings-of.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { smallProgramme } from '#test/builders/a-small-programme.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';

const programme = smallProgramme(['period.md', 'due           | not published', 'due           | on the last day']);
const [first, second] = [submissionIdFor(1), submissionIdFor(2)];
const at = '2026-11-22T09:00:00.000Z';

function caseFile(year: number, hours: number, own: Partial<CaseFile> = {}): CaseFile {
  const facts = { credential: 'ABC', 'hours in all': hours, 'hours in review': 0 };
  const findings = judgeYear(programme, facts, { year, asOf: `${year}-11-20` });
  return { specialistId: 'RPSS-0042', year, submissions: [first], credits: [], findings, shadow: [], ...own };
}
const standing = (year: number, own: Partial<PersonStanding> = {}): PersonStanding => ({
  specialistId: 'RPSS-0042',
  year,
  word: 'nothing-received',
  why: [],
  missing: [],
  due: null,
  since: '2026-02-01T09:00:00.000Z',
  judgedBy: 'before',
  rosterVersion: 1,
  nextLookOn: null,
  resolved: null,
  ...own,
});
const known = (own: Partial<PersonKnown> = {}): PersonKnown => ({
  programme,
  specialist: aSpecialist({ credentialType: 'ABC' }),
  rosterVersion: 7,
  caseFiles: [],
  outcomes: new Map([[first, 'accepted' as const]]),
  before: [],
  today: '2026-11-22',
  at,
  ...own,
});
const counted = smallCounted();
function smallCounted() {
  return smallProgramme(
    ['period.md', 'due           | not published', 'due           | on the last day'],
    ['period.md', 'counted from  | not published', 'counted from  | first training day'],
    ['period.md', 'first period  | not published', 'first period  | immediate'],
  );
}
const of2026 = (own: Partial<PersonKnown> = {}) => {
  const all = standingsOf(known({ programme: counted, ...own }));
  const found = all.find(({ year }) => year === 2026);
  if (!found) throw new Error('2026 is missing');
  return found;
};

describe('the years of a person', () => {
  it('are the one of today, those with papers and those judged before, in their order, each once', () => {
    const years = (own: Partial<PersonKnown>) => standingsOf(known(own)).map(({ year }) => year);

    expect(years({})).toEqual([2026]);
    expect(
      years({ caseFiles: [caseFile(2027, 0), caseFile(2024, 0)], before: [standing(2025), standing(2026)] }),
    ).toEqual([2024, 2025, 2026, 2027]);
    expect(years({ today: '2027-01-01', before: [standing(2026)] })).toEqual([2026, 2027]);
  });
});

describe('how a year stands', () => {
  it('says the word and why, since when, until when, and by which pages and which row of the roster', () => {
    expect(of2026()).toEqual({
      specialistId: 'RPSS-0042',
      year: 2026,
      word: 'nothing-received',
      why: ['Nothing was received yet. The report is due by December 31, 2026.'],
      missing: [],
      due: '2026-12-31',
      since: at,
      judgedBy: counted.book.sha256,
      rosterVersion: 7,
      nextLookOn: '2027-01-01',
      resolved: null,
    });
  });

  it('has its word since the day on which it became this one', () => {
    expect(of2026({ before: [standing(2026)] }).since).toBe('2026-02-01T09:00:00.000Z');
    expect(of2026({ before: [standing(2026, { word: 'in-progress' })] }).since).toBe(at);
    expect(of2026({ before: [standing(2025)] }).since).toBe(at);
  });

  it('rests on its own papers, and says what is missing unless all is met', () => {
    expect(of2026({ caseFiles: [caseFile(2026, 1250), caseFile(2025, 0)] })).toMatchObject({
      word: 'met',
      missing: [],
    });
    expect(of2026({ caseFiles: [caseFile(2026, 1000), caseFile(2025, 1250)] })).toMatchObject({
      word: 'in-progress',
      missing: [{ rule: 'XX-CE-01', fact: 'hours in all', amount: '2.5' }],
    });
  });

  it('keeps what a named person said, with the day until which there is time', () => {
    const resolved: Resolved = { word: 'extended', by: ann, at, until: '2027-02-28', reason: 'Illness.' };
    const before = [standing(2026, { resolved }), standing(2025)];

    expect(of2026({ before })).toMatchObject({ resolved, due: '2027-02-28', nextLookOn: '2027-01-01' });
    expect(of2026({ before, today: '2027-01-15' })).toMatchObject({
      word: 'nothing-received',
      nextLookOn: '2027-03-01',
    });
    expect(of2026({ before: [standing(2025, { resolved })] }).resolved).toBeNull();
  });

  it('says no more than eight sentences, and none that is long', () => {
    const [finding] = caseFile(2026, 0).findings;
    if (!finding) throw new Error('nothing was judged');
    const many = Array.from({ length: 12 }, (_each, number) => ({
      ...finding,
      verdict: 'cannot-tell' as const,
      rule: `XX-CE-${number}`,
      why: `${'x'.repeat(390)}\u{1f600}${'y'.repeat(200)}`,
    }));
    const { why } = of2026({ caseFiles: [caseFile(2026, 0, { findings: many, missing: [] })] });

    expect(why).toHaveLength(8);
    for (const line of why) {
      expect(line.length).toBeLessThanOrEqual(400);
      expect(line.isWellFormed()).toBe(true);
    }
  });

  it('is what the roster says where the office wrote "inactive" there', () => {
    expect(of2026({ specialist: aSpecialist({ credentialType: 'ABC', status: 'Inactive' }) }).word).toBe('inactive');
  });
});

describe('what is on record about a year', () => {
  const outcomes = (...pairs: [typeof first, Outcome | null][]) => new Map(pairs);
  const record = (of: ReturnType<typeof outcomes>, own: Partial<CaseFile> = {}) => {
    const { waiting, accepted } = yearOnRecord(
      programme,
      caseFile(2026, 0, { submissions: [first, second], ...own }),
      of,
    );
    return { waiting, accepted };
  };

  it('are the mails that were accepted, and those that wait for a person', () => {
    expect(record(outcomes([first, 'accepted'], [second, 'accepted']))).toEqual({ waiting: 0, accepted: 2 });
    expect(record(outcomes([first, 'needs-review'], [second, null]))).toEqual({ waiting: 2, accepted: 0 });
    expect(record(outcomes([first, 'needs-sender'], [second, 'duplicate']))).toEqual({ waiting: 0, accepted: 0 });
    // a mail of which nobody asks here is neither
    expect(record(outcomes([first, 'accepted']))).toEqual({ waiting: 0, accepted: 1 });
    expect(record(outcomes([first, 'accepted']), { submissions: [second] })).toEqual({ waiting: 0, accepted: 0 });
  });

  it('is what the year still needs: by the pages of today, or as it was kept where there are none', () => {
    const kept = [{ rule: 'XX-CE-01', fact: 'hours in all', amount: '1', inWords: '1 hour' }];
    const missing = (by: typeof programme | null, own: Partial<CaseFile>) =>
      yearOnRecord(by, caseFile(2026, 1000, own), new Map()).missing;

    expect(missing(null, { missing: kept })).toEqual(kept);
    expect(missing(null, {})).toEqual([]);
    expect(missing(programme, {})).toMatchObject([{ amount: '2.5' }]);
  });
});
