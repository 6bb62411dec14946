import type { Missing } from '#shared/domain/finding.ts';
import type { Specialist } from '#shared/domain/person.ts';
import { countYear } from '../count-year.ts';
import type { FactName } from '../facts.ts';
import { judgeYear } from '../judge-year.ts';
import { missingIn } from '../nearest-miss.ts';
import { credentialOf, type Programme } from '../programme.ts';
import { rosterFacts } from '../roster-facts.ts';

/** What somebody who has sent nothing for a period would have to send, by the rules of that year. */
export function whatIsAsked(programme: Programme, person: Specialist, year: number, today: string): Missing[] {
  const roster = { ...rosterFacts(person), credential: credentialOf(programme, person.credentialType) ?? undefined };
  const nothing: Partial<Record<FactName, number | boolean>> = {
    'counted hours': 0,
    'ethics hours': 0,
    'core hours': 0,
    'hours in review': 0,
    'documents in review': 0,
    'report form received': false,
    'attestation signed': false,
    'trainings reported': 0,
    'trainings without certificate': 0,
    'trainings without guidance form': 0,
  };
  const facts = { ...roster, ...nothing, ...countYear(programme, [], roster, year) };
  const missing = missingIn(programme, judgeYear(programme, facts, { year, asOf: today }));
  // hours say how many trainings are meant
  return missing.filter(({ fact }) => fact !== ('trainings reported' satisfies FactName));
}
