import type { MatchedPerson } from '#shared/domain/person.ts';

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
