import { yearOf } from '#shared/domain/calendar.ts';
import { fullYears } from '#shared/domain/day-arithmetic.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { unlessTold } from './conditions.ts';
import { decide } from './decide.ts';
import type { Facts } from './facts.ts';
import { type Programme, rulesIn } from './programme.ts';

/** Every rule about an application, for one application received on a day. It ends nothing: a refusal is a person's. */
export function judgeApplication(programme: Programme, facts: Facts, receivedOn: string): Finding[] {
  const complete = completeApplication(programme, { ...facts, 'received on': receivedOn });
  const when = { year: yearOf(receivedOn), asOf: receivedOn };
  return rulesIn(programme.eligibility, when.year).map((rule) => decide(rule, complete, when));
}

/** Adds the age on the day of receipt, unless it was handed in. */
export function completeApplication(programme: Programme, facts: Facts): Facts {
  const [born, received] = [facts['born on'], facts['received on']];
  const age = typeof born === 'string' && typeof received === 'string' ? fullYears(born, received) : undefined;
  const isPossible = age !== undefined && age >= 0;
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  return {
    ...unlessTold(programme.conditions.stated),
    ...(isPossible ? { 'age on receipt': age, 'age a year later': age + 1 } : {}),
    ...Object.fromEntries(known),
  };
}
