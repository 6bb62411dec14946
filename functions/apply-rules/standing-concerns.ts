import { dayInWords, yearOf } from '#shared/domain/calendar.ts';
import type { Specialist } from '#shared/domain/person.ts';
import { type Concern, concern } from './concern.ts';

/**
 * Whether the machine may count anything for this person and year at all: not in the year of the first training
 * (readings A6, A7), not while the roster is silent about it, not for somebody inactive, not for a year long gone.
 */
export function standingConcerns(year: number, receivedDay: string, person: Specialist): Concern[] {
  const concerns: Concern[] = [];
  const received = yearOf(receivedDay);
  if (year !== received && year !== received - 1) {
    concerns.push(concern('out-of-period', `The form is about ${year}, which is neither this year nor the last.`));
  }
  if (person.initialTrainingDate === null) {
    concerns.push(concern('needs-human-decision', 'The day of your first training is not on file.'));
  } else if (year <= yearOf(person.initialTrainingDate)) {
    const why = `No report is due for ${year}: your first training was in that year or later.`;
    concerns.push(concern('not-yet-due', why));
  }
  if (person.status !== 'active') {
    concerns.push(concern('needs-human-decision', 'A person has to look at your standing first.'));
  }
  return concerns;
}

/** Too late stops no credit from counting; what follows from it is a person's to say. */
export function lateConcerns(year: number, receivedDay: string): Concern[] {
  if (receivedDay <= `${year}-12-31`) return [];
  return [concern('past-deadline', `This arrived on ${dayInWords(receivedDay)}, after December 31, ${year}.`)];
}
