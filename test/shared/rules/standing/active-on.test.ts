import { describe, expect, it } from 'vitest';
import { type CaseFile, caseFileSchema } from '#shared/domain/case-file.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Specialist } from '#shared/domain/person.ts';
import { staffIdSchema } from '#shared/domain/staff.ts';
import type { StandingWord } from '#shared/domain/standing-word.ts';
import { type ActiveQuestion, activeOn, type JudgedYear } from '#shared/rules/standing/active-on.ts';
import { aFinding } from '#test/builders/a-judgement.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const louisiana = await programmeNamed('louisiana-rpss');
const idaho = await programmeNamed('idaho-cpss');
const staff = staffIdSchema.parse(`staff_${'r'.repeat(26)}`);

const dana: Specialist = {
  specialistId: 'RPSS-0042',
  legalName: 'Dana R. Fontenot',
  otherNames: [],
  email: null,
  credentialType: 'RPSS',
  initialTrainingDate: '2023-03-10',
  status: 'active',
  employer: null,
};

function aYear(year: number, word: StandingWord, finding: Partial<Finding> = {}): JudgedYear {
  const row = {
    specialistId: 'RPSS-0042',
    year,
    submissions: [],
    credits: [],
    findings: [aFinding({ year, ...finding })],
  };
  const caseFile: CaseFile = caseFileSchema.parse(row);
  return { caseFile, standing: { word, why: ['The why of the year.'] } };
}

function ask(day: string, own: Partial<ActiveQuestion> = {}) {
  return activeOn({ programme: louisiana, specialist: dana, years: [], day, today: '2027-03-01', ...own });
}
const met = [aYear(2025, 'met'), aYear(2026, 'met')];

describe('active on a day', () => {
  it('hangs on the last report that was due before it: the year before, up to December 31', () => {
    expect(ask('2026-12-31', { years: met })).toMatchObject({ answer: 'active', decidingYear: 2025 });
    expect(ask('2027-01-01', { years: met })).toMatchObject({ answer: 'active', decidingYear: 2026 });
    expect(ask('2026-01-01', { years: met })).toMatchObject({ answer: 'active', decidingYear: 2025 });
  });

  it('is not touched by a report that was missed later', () => {
    const years = [aYear(2025, 'met'), aYear(2026, 'past-deadline-unresolved')];
    expect(ask('2026-12-31', { years }).answer).toBe('active');
    expect(ask('2027-01-01', { years })).toMatchObject({ answer: 'cannot-tell', decidingYear: 2026 });
  });

  it('is never "not active" for a missed report: a named person says what follows', () => {
    const { answer, reasons } = ask('2027-02-01', { years: [aYear(2026, 'past-deadline-unresolved')] });
    expect(answer).toBe('cannot-tell');
    expect(reasons).toEqual(['The report for 2026 decides, and it is not on record as met.', 'The why of the year.']);
  });

  it.each(['in-review', 'in-progress', 'nothing-received', 'cannot-tell'] as const)(
    'cannot be told while the deciding year is %s',
    (word) => {
      expect(ask('2027-02-01', { years: [aYear(2026, word)] }).answer).toBe('cannot-tell');
    },
  );

  it('cannot be told when an earlier report on record was missed: no way back is published', () => {
    const years = [aYear(2024, 'past-deadline-unresolved'), ...met];
    expect(ask('2027-02-01', { years })).toMatchObject({ answer: 'cannot-tell', decidingYear: 2024 });
  });

  it('cannot be told without anything on record, and says from where the years before the record are taken', () => {
    expect(ask('2027-02-01')).toMatchObject({ answer: 'cannot-tell', decidingYear: 2026 });
    expect(ask('2027-02-01', { years: [aYear(2026, 'met')] }).reasons.at(-1)).toContain('the roster says "active"');
  });

  it('begins with the first day, when no report was due yet', () => {
    const specialist = { ...dana, initialTrainingDate: '2026-03-10' };
    expect(ask('2026-03-09', { specialist })).toMatchObject({ answer: 'not-active', decidingYear: null });
    expect(ask('2026-03-10', { specialist })).toMatchObject({ answer: 'active', decidingYear: null });
    expect(ask('2027-01-01', { specialist })).toMatchObject({ answer: 'active', decidingYear: 2026 });
    expect(ask('2026-03-10', { specialist: { ...dana, initialTrainingDate: null } }).answer).toBe('cannot-tell');
  });

  it('is not known of tomorrow, of another credential, or of years before the pages', () => {
    expect(ask('2027-03-02', { years: met }).answer).toBe('cannot-tell');
    expect(ask('2027-03-01', { years: met }).answer).toBe('active');
    expect(ask('2027-02-01', { years: met, specialist: { ...dana, credentialType: 'CPRS' } }).answer).toBe(
      'cannot-tell',
    );
    expect(ask('2024-06-01', { years: met, specialist: { ...dana, initialTrainingDate: '2018-01-05' } })).toMatchObject(
      {
        answer: 'cannot-tell',
        decidingYear: 2023,
      },
    );
  });

  it('believes the office that somebody is inactive today, and does not guess since when', () => {
    const specialist = { ...dana, status: 'Inactive' };
    expect(ask('2027-03-01', { years: met, specialist }).answer).toBe('not-active');
    expect(ask('2027-02-28', { years: met, specialist }).answer).toBe('cannot-tell');
    expect(ask('2027-03-01', { years: met, specialist: { ...dana, status: 'on leave' } }).answer).toBe('cannot-tell');
  });

  it('does not reach back before the day on which a person set a rule aside, by the clock of the programme', () => {
    const override = {
      by: staff,
      at: '2027-01-21T05:30:00.000Z',
      reason: 'hospital',
      verdictByRule: 'not-met' as const,
    };
    const years = [aYear(2025, 'met'), aYear(2026, 'met', { override })];
    expect(ask('2027-01-19', { years }).answer).toBe('cannot-tell');
    // half past five in UTC is the evening before in Louisiana
    expect(ask('2027-01-20', { years }).answer).toBe('active');
  });

  it('states what the programme has not published', () => {
    expect(ask('2027-02-01', { years: met }).notPublished.join()).toContain('a way back');
  });

  it('follows the periods of another programme', () => {
    const specialist = { ...dana, credentialType: 'CPSS', initialTrainingDate: null, certifiedOn: '2024-03-15' };
    const own = { programme: idaho, specialist, years: [aYear(2026, 'met')] };
    expect(ask('2026-03-20', own)).toMatchObject({ answer: 'active', decidingYear: 2026 });
    expect(ask('2024-03-14', own).answer).toBe('not-active');
    expect(ask('2024-06-01', own)).toMatchObject({ answer: 'active', decidingYear: null });
  });
});
