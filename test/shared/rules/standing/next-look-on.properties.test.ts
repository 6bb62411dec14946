import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFileSchema } from '#shared/domain/case-file.ts';
import { addDays } from '#shared/domain/day-arithmetic.ts';
import type { Verdict } from '#shared/domain/finding.ts';
import type { PersonStanding } from '#shared/domain/person-standing.ts';
import { shownOf } from '#shared/domain/person-standing.ts';
import type { Resolved } from '#shared/domain/resolution.ts';
import { staffIdSchema } from '#shared/domain/staff.ts';
import { standingsOf } from '#shared/rules/standing/standings-of.ts';
import { aFinding } from '#test/builders/a-judgement.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aStanding } from '#test/builders/a-standing.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { allProgrammes, programmeNamed } from '#test/builders/programmes.ts';

const programmes = (await allProgrammes()).map(({ programme }) => programme);
const louisiana = await programmeNamed('louisiana-rpss');
const cleo = staffIdSchema.parse(`staff_${'c'.repeat(26)}`);
const at = '2026-01-01T00:00:00.000Z';

const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2024-01-01', days));
const ledger = (verdict: Verdict, year: number) => {
  const { person: _person, ...finding } = aFinding({ verdict, year });
  return caseFileSchema.parse({
    specialistId: 'RPSS-0042',
    year,
    submissions: [submissionIdFor(1)],
    credits: [],
    findings: [finding],
    missing: [],
  });
};
const resolved = (until: string): Resolved => ({ word: 'extended', by: cleo, at, until, reason: 'In hospital.' });

describe('the next day on which the calendar may change a standing', () => {
  it('comes before every change: until then each day says the same, in every programme', () => {
    const verdict = fc.constantFrom<Verdict>('met', 'not-met', 'cannot-tell');
    fc.assert(
      fc.property(
        fc.record({
          which: fc.nat({ max: programmes.length - 1 }),
          trained: fc.option(day),
          certifiedOn: fc.option(day),
          today: day,
          papers: fc.option(verdict),
          extension: fc.option(day),
        }),
        ({ which, trained, certifiedOn, today, papers, extension }) => {
          const programme = programmes[which] ?? louisiana;
          const specialist = aSpecialist({ initialTrainingDate: trained, certifiedOn });
          const year = Number(today.slice(0, 4));
          const caseFiles = papers === null ? [] : [ledger(papers, year)];
          const outcomes = new Map([[submissionIdFor(1), 'accepted' as const]]);
          const said = extension === null ? [] : [aStanding({ year, resolved: resolved(extension) })];
          const on = (today: string, before: readonly PersonStanding[]) =>
            standingsOf({ programme, specialist, rosterVersion: 1, caseFiles, outcomes, before, today, at });
          const now = on(today, said);
          const next = now.flatMap(({ nextLookOn }) => nextLookOn ?? []).sort()[0] ?? addDays(today, 900);
          const seen = (all: PersonStanding[]) =>
            JSON.stringify(all.map((each) => [each.year, each.nextLookOn, shownOf(each)]));
          for (const ahead of [1, 2, 7, 30, 90, 200, 366]) {
            const later = addDays(today, ahead);
            if (later < next) expect(seen(on(later, now))).toBe(seen(now));
          }
          expect(seen(on(addDays(next, -1), now))).toBe(seen(now));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is the day after the last one in time, and after that the first of the next period', () => {
    const on = (today: string, before: PersonStanding[] = []) =>
      standingsOf({
        programme: louisiana,
        specialist: aSpecialist(),
        rosterVersion: 1,
        caseFiles: [],
        outcomes: new Map(),
        before,
        today,
        at,
      });
    expect(on('2026-11-20').map(({ nextLookOn }) => nextLookOn)).toEqual(['2027-01-01']);
    expect(on('2027-01-01', on('2026-11-20')).map((each) => [each.word, each.nextLookOn])).toEqual([
      ['past-deadline-unresolved', null],
      ['nothing-received', '2028-01-01'],
    ]);
  });
});
