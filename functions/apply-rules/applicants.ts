import { likenessToAny } from '#shared/domain/name-match.ts';
import type { MatchedPerson } from '#shared/domain/person.ts';
import { isProved } from '#shared/domain/sender-policy.ts';
import type { MailFacts } from '#shared/domain/submission.ts';
import type { ClaimDocument } from './claim.ts';
import { type Concern, concern } from './concern.ts';
import type { JudgedApplication } from './judge-applications.ts';
import type { PersonJudgement } from './judge-person.ts';
import type { KnownPerson } from './mail-concerns.ts';

const reportKinds: readonly string[] = ['ce-report', 'ceu-guidance', 'certificate'];

/** Applicants are on no roster: that nobody of the roster is named in their mail is no doubt about it. */
export function isOnlyApplicants(
  people: readonly KnownPerson[],
  applied: readonly JudgedApplication[],
  claims: readonly ClaimDocument[],
): boolean {
  const isReport = claims.some(({ document }) => reportKinds.includes(document.kind));
  return people.length === 0 && applied.length > 0 && !isReport;
}

export function applicantConcerns(mail: MailFacts): Concern[] {
  if (isProved(mail)) return [];
  return [concern('sender-unverified', 'We could not make sure that this e-mail is from the address it names.')];
}

/** `period`: an application is about none. */
type Judged = PersonJudgement & { at: number; period: null; applicationId: string };

/** The findings of each application beside its applicant: the person of the mail who bears the name, or one of their own. */
export function withApplicants(
  people: readonly KnownPerson[],
  applied: readonly JudgedApplication[],
): { matched: MatchedPerson[]; judged: Judged[] } {
  const matched = people.map((person) => person.matched);
  const judged = applied.map(({ application, documents, concerns }): Judged => {
    const { applicationId, name, findings, shadow } = application;
    const known = people.findIndex((person) => name !== null && isNamed(person, name));
    const at = known >= 0 ? known : matched.push(stranger(name, documents)) - 1;
    return { credits: [], findings, shadow, concerns, at, period: null, applicationId };
  });
  return { matched, judged };
}

function isNamed({ matched, specialist }: KnownPerson, name: string): boolean {
  const known = [matched.name, ...(specialist ? [specialist.legalName, ...specialist.otherNames] : [])];
  return ['same', 'middle-differs'].includes(likenessToAny(name, known));
}

function stranger(name: string | null, documents: number[]): MatchedPerson {
  return {
    specialistId: null,
    name: name ?? 'An applicant whose name could not be read',
    match: 'none',
    evidence: ['the name on a form of somebody who wants to join a class'],
    candidates: [],
    documents,
  };
}
