import { personPeriods, type ReportPeriod } from '#shared/rules/period/person-periods.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { ReminderQuestion } from '#shared/rules/reminders/reminders-due.ts';
import { rosterFacts } from '#shared/rules/roster-facts.ts';
import { aSpecialist } from './a-person.ts';

export function aPeriod(programme: Programme, year: number, person = aSpecialist()): ReportPeriod {
  return personPeriods(programme, rosterFacts(person)).in(year);
}

/** Dana Fontenot on a morning, of whom nothing has come for 2026. */
export function aReminderQuestion(programme: Programme, own: Partial<ReminderQuestion> = {}): ReminderQuestion {
  return {
    programme,
    person: aSpecialist(),
    standings: [{ period: aPeriod(programme, 2026), word: 'nothing-received', missing: [] }],
    today: '2026-10-02',
    written: [],
    isMailedToday: false,
    isStopped: false,
    ...own,
  };
}
