import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/day-arithmetic.ts';
import { personPeriods } from '#shared/rules/period/person-periods.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { dayOfMoment } from '#shared/rules/reminders/moment.ts';
import { isQuiet } from '#shared/rules/reminders/quiet-days.ts';
import { type ReminderDue, remindersDue } from '#shared/rules/reminders/reminders-due.ts';
import { remindedStandings } from '#shared/rules/reminders/reminders-page.ts';
import { rosterFacts } from '#shared/rules/roster-facts.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { allProgrammes } from '#test/builders/programmes.ts';

const programmes = await allProgrammes();
const own = programmes.find(({ programme }) => programme.reminders !== null);
if (!own) throw new Error('no programme writes reminders');
/** Every programme's periods with the one schedule and letters there are. */
const scheduled = programmes.map(({ programme }): Programme => {
  const { reminders, letters, inbox } = own.programme;
  return { ...programme, reminders, letters, inbox };
});

type Sent = ReminderDue & { on: string };

/** Nights in a row, some of them missed; the standing of each period changes as it likes. */
type Life = { programme: Programme; from: string; nights: boolean[]; words: string[]; trainedOn: string };

const days = fc.integer({ min: 0, max: 3000 }).map((ahead) => addDays('2024-01-01', ahead));
const lives = fc.record({
  programme: fc.constantFrom(...scheduled),
  from: days,
  nights: fc.array(
    fc.integer({ min: 0, max: 3 }).map((chance) => chance > 0),
    { minLength: 200, maxLength: 400 },
  ),
  words: fc.array(fc.constantFrom('nothing-received', ...remindedStandings, 'in-progress', 'met', 'in-review'), {
    minLength: 5,
    maxLength: 5,
  }),
  trainedOn: fc.constantFrom('2020-02-29', '2021-01-31', '2022-03-10', '2023-12-31', '2024-07-01'),
});

function live({ programme, from, nights, words, trainedOn }: Life): Sent[] {
  const credentialType = programme.credentials[0]?.word ?? '';
  const person = aSpecialist({ initialTrainingDate: trainedOn, certifiedOn: trainedOn, credentialType });
  const periods = personPeriods(programme, rosterFacts(person));
  const sent: Sent[] = [];
  nights.forEach((isSwept, ahead) => {
    if (!isSwept) return;
    const today = addDays(from, ahead);
    const years = [-1, 0, 1].map((more) => periods.yearOfDay(today) + more);
    const standings = years.map((year) => {
      const word = words[(year + Math.floor(ahead / 30)) % words.length] ?? 'met';
      return { period: periods.in(year), word, missing: [] };
    });
    const isMailedToday = sent.some(({ on }) => on === today);
    const { due } = remindersDue({
      ...{ programme, person, standings, today, isMailedToday },
      written: sent,
      isStopped: false,
    });
    if (due) sent.push({ ...due, on: today });
  });
  return sent;
}

describe('whatever happens in a life', () => {
  test('there are never two letters on a day, never one on a quiet day, never the same one twice', () => {
    let letters = 0;
    fc.assert(
      fc.property(lives, (life) => {
        const sent = live(life);
        letters += sent.length;
        expect(new Set(sent.map(({ on }) => on)).size).toBe(sent.length);
        expect(new Set(sent.map(({ year, line }) => `${year} ${line}`)).size).toBe(sent.length);
        expect(sent.filter(({ on }) => isQuiet(life.programme.reminders?.quietDays ?? [], on))).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(letters).toBeGreaterThan(9);
  });

  test('a letter goes from its own day on until its last, one for before the due day never after it, and only to who is meant', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { programme, trainedOn } = life;
        const periods = personPeriods(
          programme,
          rosterFacts(aSpecialist({ initialTrainingDate: trainedOn, certifiedOn: trainedOn })),
        );
        for (const { on, year, line, standing, lastDay } of live(life)) {
          const period = periods.in(year);
          const meant = programme.reminders?.lines.find((each) => each.id === line);
          const day = meant ? dayOfMoment(meant.moment, period) : null;
          expect(day !== null && day <= on && on <= lastDay).toBe(true);
          if (period.due !== null && day !== null && day <= period.due) expect(on <= period.due).toBe(true);
          expect(remindedStandings).toContain(standing);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('asking only on the days that the answer names finds the same letters as asking every night', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scheduled),
        days,
        fc.constantFrom(...remindedStandings),
        (programme, from, word) => {
          const credentialType = programme.credentials[0]?.word ?? '';
          const person = aSpecialist({ initialTrainingDate: '2022-03-10', certifiedOn: '2022-03-10', credentialType });
          const periods = personPeriods(programme, rosterFacts(person));
          const year = periods.yearOfDay(from);
          const standings = [{ period: periods.in(year), word, missing: [] }];
          const walk = (isAsked: (today: string, lookAgainOn: string | null) => boolean) => {
            const sent: Sent[] = [];
            let lookAgainOn: string | null = from;
            for (let ahead = 0; ahead < 200; ahead += 1) {
              const today = addDays(from, ahead);
              if (!isAsked(today, lookAgainOn)) continue;
              const question = { programme, person, standings, today, written: sent };
              const answer = remindersDue({ ...question, isMailedToday: false, isStopped: false });
              lookAgainOn = answer.lookAgainOn;
              if (answer.due) sent.push({ ...answer.due, on: today });
            }
            return sent.map(({ on, line }) => `${on} ${line}`);
          };
          expect(walk((today, named) => named !== null && named <= today)).toEqual(walk(() => true));
        },
      ),
      { numRuns: 60 },
    );
  });
});
