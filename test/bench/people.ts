import type { Facts } from '#shared/rules/facts.ts';

/** A person's facts: people differ in what is short, late, open and not known; the same ones each time. */
export function factsOfPerson(person: number): Facts {
  const hours = (most: number) => ((person * 7_919) % (most / 25)) * 25;
  const [ethics, core] = [hours(600), hours(1_200)];
  return {
    credential: person % 17 === 0 ? 'XYZ' : 'RPSS',
    'training year': person % 23 === 0 ? undefined : 2015 + (person % 12),
    'counted hours': ethics + core,
    'ethics hours': ethics,
    'core hours': core,
    'hours in review': person % 5 === 0 ? 200 : 0,
    'documents in review': person % 11 === 0 ? 1 : 0,
    'report form received': person % 13 !== 0,
    'attestation signed': person % 29 === 0 ? undefined : person % 7 !== 0,
    'report day': person % 3 === 0 ? '2027-01-02' : '2026-12-06',
    'mail dated': '2026-12-06',
    'reported by e-mail': true,
    'trainings reported': 1 + (person % 6),
    'trainings without certificate': person % 4 === 0 ? 1 : 0,
    'trainings without guidance form': person % 9 === 0 ? 1 : 0,
    'named excluded trainings': person % 19 === 0 ? 1 : 0,
    'possible mandatory trainings': 0,
    'clinical trainings': 0,
    'trainings with unclear topic': 0,
    'trainings outside the year': 0,
  };
}
