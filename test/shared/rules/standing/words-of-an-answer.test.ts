import { describe, expect, it } from 'vitest';
import { caseFileSchema } from '#shared/domain/case-file.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Specialist } from '#shared/domain/person.ts';
import { staffIdSchema } from '#shared/domain/staff.ts';
import type { StandingWord } from '#shared/domain/standing-word.ts';
import type { PeriodRule } from '#shared/rules/period/period.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { type ActiveQuestion, activeOn, type JudgedYear } from '#shared/rules/standing/active-on.ts';
import { aFinding } from '#test/builders/a-judgement.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const louisiana = await programmeNamed('louisiana-rpss');
const idaho = await programmeNamed('idaho-cpss');

function withPeriods({ period, ...rest }: Programme, own: Partial<PeriodRule>): Programme {
  return { ...rest, period: { ...period, periods: period.periods.map((each) => ({ ...each, ...own })) } };
}

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
const trained = (day: string | null, own: Partial<Specialist> = {}): Specialist => {
  return { ...dana, initialTrainingDate: day, ...own };
};
const certified = (day: string | null, first: string | null = null) => {
  return trained(first, { credentialType: 'CPSS', ...(day === null ? {} : { certifiedOn: day }) });
};

function aYear(year: number, word: StandingWord, finding: Partial<Finding> = {}): JudgedYear {
  const findings = [aFinding({ year, ...finding })];
  const caseFile = caseFileSchema.parse({ specialistId: 'RPSS-0042', year, submissions: [], credits: [], findings });
  return { caseFile, standing: { word, why: ['The why of the year.'] } };
}
const met = [aYear(2025, 'met'), aYear(2026, 'met')];

function ask(day: string, own: Partial<ActiveQuestion> = {}) {
  return activeOn({ programme: louisiana, specialist: dana, years: [], day, today: '2027-03-01', ...own });
}
const askIdaho = (day: string, specialist: Specialist, years: JudgedYear[] = []) =>
  ask(day, { programme: idaho, specialist, years });
const grace = 'a grace period, what follows from a late report and from when, and a way back after a missed one';

function only(answer: string, why: string, decidingYear: number | null = null) {
  return { answer, reasons: [why], decidingYear, findings: [] };
}

describe('what the roster alone answers', () => {
  it.each<[string, Specialist, string, string]>([
    ['2027-03-02', dana, 'cannot-tell', 'March 2, 2027 is not over: nobody can say yet what will be then.'],
    [
      '2027-02-01',
      { ...dana, credentialType: 'CPRS' },
      'cannot-tell',
      'The credential on the roster is none of this programme.',
    ],
    ['2027-02-01', trained(null), 'cannot-tell', 'The day of recognition is not on the roster.'],
    [
      '2026-03-09',
      trained('2026-03-10'),
      'not-active',
      'The roster gives March 10, 2026 as the first day. March 9, 2026 is before it.',
    ],
    [
      '2027-03-01',
      { ...dana, status: ' Inactive ' },
      'not-active',
      'The office itself wrote "inactive" on the roster.',
    ],
    [
      '2027-02-28',
      { ...dana, status: 'inactive' },
      'cannot-tell',
      'The roster does not say "active" today, and not since when that is so.',
    ],
  ])('of %s, and hangs on no year', (day, specialist, answer, why) => {
    expect(ask(day, { specialist, years: met })).toEqual({ day, ...only(answer, why), notPublished: [grace] });
  });

  it('counts from the training where the pages do, whenever somebody was certified', () => {
    const late = trained('2025-03-10', { certifiedOn: '2025-09-01' });
    expect(ask('2025-03-10', { specialist: late }).answer).toBe('active');
    expect(ask('2025-03-09', { specialist: late }).answer).toBe('not-active');
    const unknown = trained(null, { certifiedOn: '2025-09-01' });
    expect(ask('2025-10-01', { specialist: unknown }).reasons).toEqual([
      'The day of recognition is not on the roster.',
    ]);
  });

  it('counts from the certification where the pages do, and from either where they say nothing', () => {
    expect(askIdaho('2026-05-31', certified('2026-06-01', '2026-01-05')).answer).toBe('not-active');
    expect(askIdaho('2026-06-01', certified('2026-06-01', '2026-01-05')).answer).toBe('active');
    expect(askIdaho('2026-06-01', certified(null, '2026-01-05')).reasons).toEqual([
      'The day of recognition is not on the roster.',
    ]);
    // its pages begin with 2026
    expect(askIdaho('2024-05-01', certified(null, '2024-05-01')).answer).toBe('active');
    expect(askIdaho('2024-04-30', certified(null, '2024-05-01')).answer).toBe('not-active');
    expect(askIdaho('2024-06-01', certified('2024-07-01', '2024-05-01')).answer).toBe('not-active');
  });
});

describe('what the last report before the day answers', () => {
  it('nothing, where none was due yet', () => {
    const why = 'No report was due before March 10, 2026.';
    expect(ask('2026-03-10', { specialist: trained('2026-03-10') })).toMatchObject(only('active', why));
    // no period of a certificate of January 2 ends in its own year
    expect(askIdaho('2026-06-01', certified('2026-01-02'))).toMatchObject(
      only('active', 'No report was due before June 1, 2026.'),
    );
  });

  it('"active", where nothing was due for its period', () => {
    const first = ask('2027-01-01', { specialist: trained('2026-03-10') });
    expect(first).toMatchObject(only('active', 'No report was due for 2026, the last period before that day.', 2026));
    const programme = withPeriods(louisiana, { firstPeriod: { is: 'waived', months: 6 } });
    const short = ask('2026-02-01', { programme, specialist: trained('2025-10-01') });
    expect(short).toMatchObject(only('active', 'No report was due for 2025, the last period before that day.', 2025));
  });

  it('"cannot tell", where the pages do not say what its period is', () => {
    const old = ask('2024-06-01', { specialist: trained('2018-01-05') });
    expect(old).toMatchObject(only('cannot-tell', "The programme's pages do not go back to 2023.", 2023));
    const endless = ask('2027-02-01', { programme: withPeriods(louisiana, { months: null }), years: met });
    expect(endless).toMatchObject(only('cannot-tell', 'Which days the period of 2027 has is not known.', 2027));
    const programme = withPeriods(louisiana, { firstPeriod: null });
    const first = ask('2026-02-01', { programme, specialist: trained('2025-05-01'), years: met });
    expect(first).toMatchObject(only('cannot-tell', 'Which days the period of 2025 has is not known.', 2025));
  });

  it('a period without a published due day counts from the day after its last one', () => {
    const specialist = certified('2024-03-15');
    const years = [aYear(2026, 'met')];
    expect(askIdaho('2026-03-14', specialist, years)).toMatchObject({ answer: 'cannot-tell', decidingYear: 2025 });
    expect(askIdaho('2026-03-15', specialist, years)).toMatchObject({
      answer: 'active',
      decidingYear: 2026,
      reasons: [
        'The report for March 15, 2025 to March 14, 2026 was the last one due before that day, and it is met.',
        'What was due before March 15, 2025 to March 14, 2026 is not on record here; the roster says "active".',
      ],
    });
  });

  it('in one sentence, where the years before it are on record too', () => {
    const why = 'The report for 2026 was the last one due before that day, and it is met.';
    expect(ask('2027-02-01', { years: met })).toMatchObject({ answer: 'active', reasons: [why] });
    expect(ask('2027-02-01', { years: [aYear(2024, 'not-yet-due'), ...met] }).reasons).toEqual([why]);
  });

  it('"cannot tell", where it or an earlier one is not met or not on record', () => {
    const none = 'The report for 2026 decides, and nothing about it is on record here.';
    expect(ask('2027-02-01')).toMatchObject(only('cannot-tell', none, 2026));
    const years = [aYear(2024, 'past-deadline-unresolved'), ...met];
    const { reasons, findings } = ask('2027-02-01', { years });
    expect(reasons).toEqual([
      "The report for 2024 is on record and not met. What follows from it for later years is a named person's to say.",
    ]);
    expect(findings.map(({ year }) => year)).toEqual([2024]);
  });

  it('with the rules of its year that apply', () => {
    expect(ask('2027-02-01', { years: met }).findings.map(({ year }) => year)).toEqual([2026]);
    const years = [aYear(2026, 'met', { verdict: 'does-not-apply' })];
    expect(ask('2027-02-01', { years })).toMatchObject({ answer: 'active', findings: [] });
  });
});

describe('a rule on which a person said "met" later', () => {
  const by = staffIdSchema.parse(`staff_${'r'.repeat(26)}`);
  const said = { by, at: '2027-02-10T18:00:00.000Z', reason: 'hospital' };
  const overruled = (verdictByRule: 'met' | 'not-met') =>
    ask('2027-02-09', { years: [aYear(2026, 'met', { override: { ...said, verdictByRule } })] });

  it('makes the days before it uncertain, and says by which rule and since when', () => {
    expect(overruled('not-met')).toMatchObject({
      answer: 'cannot-tell',
      reasons: [
        'A person said on February 10, 2027 that LA-CE-02 is met. Whether that reaches back to February 9, 2027 is not written anywhere.',
      ],
    });
  });

  it('changes nothing where the rule itself said the same', () => {
    expect(overruled('met').answer).toBe('active');
  });
});

describe('what nobody can look up', () => {
  it('is the grace and the way back, until the page has steps for a late report', () => {
    expect(ask('2027-02-01', { years: met }).notPublished).toEqual([grace]);
    const step = { upToDays: null, step: 'late', fee: 'none', effect: 'a letter', source: 'a page' };
    const programme = { ...louisiana, period: { ...louisiana.period, lateSteps: [step] } };
    expect(ask('2027-02-01', { years: met, programme }).notPublished).toEqual([]);
  });

  it('is the due day of a period whose days are known, and else how long it is', () => {
    expect(askIdaho('2026-03-20', certified('2024-03-15')).notPublished).toEqual([grace, 'by when a report is due']);
    const programme = withPeriods(louisiana, { months: null });
    expect(ask('2027-02-01', { programme }).notPublished).toEqual([grace, 'how long a period is']);
  });
});
