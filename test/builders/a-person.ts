import type { MatchedPerson, Specialist } from '#shared/domain/person.ts';

/** Dana Fontenot, matched without doubt by name and e-mail. */
export function aMatchedPerson(own: Partial<MatchedPerson> = {}): MatchedPerson {
  return {
    specialistId: 'RPSS-0042',
    name: 'Dana R. Fontenot',
    match: 'exact',
    evidence: [
      'The name on the report form is the name on the roster.',
      'The mail comes from the e-mail on the roster.',
    ],
    candidates: [],
    documents: [0, 1],
    ...own,
  };
}

/** Dana Fontenot as the roster has her. */
export function aSpecialist(own: Partial<Specialist> = {}): Specialist {
  return {
    specialistId: 'RPSS-0042',
    legalName: 'Dana R. Fontenot',
    otherNames: [],
    email: 'dana.fontenot@example.org',
    credentialType: 'RPSS',
    initialTrainingDate: '2023-03-10',
    status: 'active',
    employer: null,
    ...own,
  };
}
