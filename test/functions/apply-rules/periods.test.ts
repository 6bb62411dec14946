import { describe, expect, it } from 'vitest';
import type { Specialist } from '#shared/domain/person.ts';
import { aField } from '#test/builders/a-document.ts';
import { type Course, certificate, codesOf, dana, judged, report, row } from '#test/builders/a-judged-mail.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const monthEnd = await programmeNamed('north-carolina-cpss');
const anniversary = await programmeNamed('idaho-cpss');
const fixedDate = await programmeNamed('nebraska-cpss');
const noDueDay = await programmeNamed('ohio-peer-supporter');

const certified = (certifiedOn: string | null, own: Partial<Specialist> = {}): Specialist => ({
  ...dana,
  credentialType: 'CPSS',
  certifiedOn,
  ...own,
});
const first: Course = { title: 'Boundaries at Work', hours: '12', ethicsHours: '0', day: '2024-05-20' };
const second: Course = { title: 'Helping Someone Plan Ahead', hours: '8', ethicsHours: '0', day: '2026-02-10' };
const stated = (year: string | null) => ({ reportingYear: aField(year) });
const papers = (year: string | null, courses = [first, second]) => [
  report(
    courses.map((course) => row(course)),
    stated(year),
  ),
  ...courses.map((course) => certificate(course)),
];
const wordsOf = ({ reasons }: Awaited<ReturnType<typeof judged>>) => reasons.map(({ text }) => text).join('\n');

describe('two years to the end of a month', () => {
  const sent = { person: certified('2022-03-15'), programme: monthEnd, receivedAt: '2026-03-20T15:00:00.000Z' };

  it('take in trainings of three calendar years, and the report is in time until the last day', async () => {
    const judgement = await judged({ ...sent, documents: papers('2026') });
    expect(judgement.periods).toEqual([
      { person: 0, year: 2026, start: '2024-04-01', lastDay: '2026-03-31', due: '2026-03-31' },
    ]);
    expect(codesOf(judgement)).not.toContain('out-of-period');
    expect(codesOf(judgement)).not.toContain('past-deadline');
    expect(judgement.findings.find(({ rule }) => rule === 'NC-CE-05')?.verdict).toBe('met');
  });

  it('are found where the form names a year in which none ends, and where it names none', async () => {
    for (const year of ['2025', null]) {
      const judgement = await judged({ ...sent, documents: papers(year) });
      expect(judgement.periods[0]?.year).toBe(2026);
      expect(codesOf(judgement)).not.toContain('out-of-period');
    }
  });

  it('do not take in a training of the period before, and say which days they have', async () => {
    const before = { ...first, day: '2024-03-31' };
    const judgement = await judged({ ...sent, documents: papers('2026', [before, second]) });
    expect(wordsOf(judgement)).toContain(
      'This training was finished on March 31, 2024, not within April 1, 2024 to March 31, 2026.',
    );
  });

  it('are over a day later: the report is late, and a person decides', async () => {
    const judgement = await judged({ ...sent, documents: papers('2026'), receivedAt: '2026-04-01T15:00:00.000Z' });
    expect(wordsOf(judgement)).toContain('This arrived on April 1, 2026, after March 31, 2026.');
    expect(judgement.outcome).toBe('needs-review');
  });

  it('of long ago are neither the running ones nor the ones before', async () => {
    const judgement = await judged({ ...sent, documents: papers('2026'), receivedAt: '2030-05-20T15:00:00.000Z' });
    expect(wordsOf(judgement)).toContain(
      'The form is about April 1, 2024 to March 31, 2026, which is neither the running period nor the one before.',
    );
  });
});

describe('a period from the day of certification', () => {
  it('is not known without that day: a person is told which one is missing, and nothing counts', async () => {
    for (const person of [certified(null), dana]) {
      const judgement = await judged({
        person: { ...person, credentialType: 'CPSS' },
        programme: anniversary,
        documents: papers('2026'),
      });
      expect(wordsOf(judgement)).toContain('The day you were certified is not on file.');
      expect(codesOf(judgement)).not.toContain('out-of-period');
      expect(judgement.outcome).toBe('needs-review');
      expect(judgement.credits.filter(({ status }) => status === 'counted')).toEqual([]);
      expect(judgement.findings.map(({ verdict }) => verdict)).not.toContain('not-met');
    }
  });

  it('needs no day of a first training', async () => {
    const person = certified('2022-09-01', { initialTrainingDate: null });
    const judgement = await judged({ person, programme: anniversary, documents: papers('2026', [second]) });
    expect(wordsOf(judgement)).not.toContain('first training');
    expect(judgement.periods).toEqual([
      { person: 0, year: 2026, start: '2025-09-01', lastDay: '2026-08-31', due: null },
    ]);
  });

  it('without a published due day is not called late, but a person looks once it is over', async () => {
    const person = certified('2022-03-15', { credentialType: 'CPRS' });
    const sent = { person, programme: noDueDay, documents: papers('2026') };
    const judgement = await judged({ ...sent, receivedAt: '2026-03-20T15:00:00.000Z' });
    expect(codesOf(judgement)).not.toContain('past-deadline');
    expect(wordsOf(judgement)).toContain('after your period ended on March 14, 2026. By when a report is due is not');
    const inTime = await judged({ ...sent, receivedAt: '2026-03-10T15:00:00.000Z' });
    expect(wordsOf(inTime)).not.toContain('your period ended');
  });
});

describe('two years to a fixed date', () => {
  it('are the same for everybody, and a year without one belongs to the next that ends', async () => {
    const person = certified('2020-01-15');
    const judgement = await judged({ person, programme: fixedDate, documents: papers('2026', [second]) });
    expect(judgement.periods[0]).toMatchObject({ year: 2027, start: '2025-09-02', lastDay: '2027-09-01' });
    expect(codesOf(judgement)).not.toContain('out-of-period');
  });

  it('ask nothing of somebody certified shortly before', async () => {
    const person = certified('2027-01-15', { initialTrainingDate: null });
    const judgement = await judged({
      person,
      programme: fixedDate,
      documents: papers('2027', [{ ...second, day: '2027-02-10' }]),
      receivedAt: '2027-03-01T15:00:00.000Z',
    });
    expect(wordsOf(judgement)).toContain(
      'Nothing is asked of you for September 2, 2025 to September 1, 2027: you were certified shortly before its end.',
    );
  });
});
