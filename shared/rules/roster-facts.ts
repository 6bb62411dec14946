import { yearOf } from '#shared/domain/calendar.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { Facts } from './facts.ts';

/** The days of a person that periods are counted from, as the roster gives them. Nobody on the roster: none is known. */
export function rosterFacts(person: Specialist | null): Facts {
  const trained = person?.initialTrainingDate ?? undefined;
  return {
    'training year': trained === undefined ? undefined : yearOf(trained),
    'first training day': trained,
    'certification day': person?.certifiedOn ?? undefined,
  };
}
