import type { Change } from './correction.ts';
import type { MatchedPerson } from './person.ts';

/** Who a mail speaks of; `strays` are places of documents that fit nobody. */
export type People = { people: MatchedPerson[]; strays: number[] };

const said = { match: 'exact' as const, evidence: ['a person of the office said whose paper it is'] };

/** Takes the paper from whoever had it. Somebody left without any was only there because of it. */
export function assigned(
  { people, strays }: People,
  at: number,
  { specialistId, name }: Extract<Change, { what: 'person' }>,
): People {
  const without = people
    .map((person) => ({ ...person, documents: person.documents.filter((place) => place !== at) }))
    .filter((person, i) => person.documents.length > 0 || isKept(person, people[i], specialistId));
  const others = strays.filter((place) => place !== at);
  if (specialistId === null) return { people: without, strays: others };
  const owner = without.find((person) => person.specialistId === specialistId);
  if (owner) {
    const documents = [...owner.documents, at].sort((a, b) => a - b);
    const sure = { ...owner, ...said, evidence: [...new Set([...owner.evidence, ...said.evidence])], documents };
    return { people: without.map((person) => (person === owner ? sure : person)), strays: others };
  }
  const person = { specialistId, name: name ?? specialistId, ...said };
  return { people: [...without, { ...person, candidates: [], documents: [at] }], strays: others };
}

/** Without a paper: the one it goes to, and a known sender whose papers bear no name. */
function isKept({ specialistId }: MatchedPerson, before: MatchedPerson | undefined, wanted: string | null): boolean {
  return specialistId !== null && (specialistId === wanted || before?.documents.length === 0);
}
