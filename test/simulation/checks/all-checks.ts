import { reportAddsUp } from '../report/year-report.ts';
import type { YearLived } from '../run-year.ts';
import type { Check } from './check.ts';
import { noWrongDecision } from './machine-alone.ts';
import { casesAddUp, everyMailAnswered, lettersAddUp, nothingLost } from './mails-and-letters.ts';
import { nobodyForgotten, remindersRight } from './reminders.ts';
import { everyVerdict, nobodyToldTooEarly, onlyPeopleMakeInactive } from './verdicts.ts';

/** Everything that has to hold after a year. */
export async function allChecks(lived: YearLived): Promise<Check[]> {
  return [
    await nothingLost(lived),
    await everyMailAnswered(lived),
    await lettersAddUp(lived),
    await casesAddUp(lived),
    everyVerdict(lived),
    noWrongDecision(lived),
    onlyPeopleMakeInactive(lived),
    nobodyToldTooEarly(lived),
    remindersRight(lived),
    nobodyForgotten(lived),
    await reportAddsUp(lived),
    {
      says: 'the desk did what is right by the papers',
      looked: lived.desk.decided,
      broken: Array.from(lived.desk.stuck, ([name, why]) => `${name}: ${why}`),
    },
    { says: 'no sweep found anything amiss', looked: lived.days.length, broken: lived.found },
    { says: 'no step of the machine failed', looked: lived.mails.all.length, broken: lived.office.faults },
  ];
}
