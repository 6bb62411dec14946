import type { DocumentRecord } from '#shared/domain/document.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { doubtsAboutWho } from '#shared/domain/reason.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { findPeople, type People } from '#shared/records/judgement-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { ClaimDocument } from './claim.ts';
import { concern } from './concern.ts';

export function asClaims(documents: readonly DocumentRecord[], isThisMail: boolean): ClaimDocument[] {
  return documents.map((document, at) => {
    return { document, submissionId: document.submissionId, at, isThisMail, doubt: null };
  });
}

/**
 * What the same person sent for the same year in other mails: a reply with the missing page completes the first one. Papers
 * of a mail that nobody knows the sender of stay doubtful, however well a later mail proves itself.
 */
export async function earlierClaims(
  records: RecordStore,
  specialistId: string,
  submissions: readonly SubmissionId[],
): Promise<ClaimDocument[]> {
  const perMail = await Promise.all(
    submissions.map(async (submissionId) => {
      const [documents, people, found] = await Promise.all([
        listDocuments(records, submissionId),
        findPeople(records, submissionId),
        findSubmission(records, submissionId),
      ]);
      const mine = documentsOf(people, specialistId);
      const own = asClaims(documents, false).filter((claim) => mine.has(claim.at));
      const doubt = found?.submission.reasons.find(({ code }) => doubtsAboutWho.has(code));
      return doubt ? own.map((claim) => ({ ...claim, doubt: concern(doubt.code, doubtful, claim) })) : own;
    }),
  );
  return perMail.flat();
}

const doubtful = 'A paper came with an earlier e-mail that a person still has to look at.';

function documentsOf(people: People | null, specialistId: string): Set<number> {
  const matched = people?.people.filter((person) => person.specialistId === specialistId) ?? [];
  return new Set(matched.flatMap((person) => person.documents));
}

/** Papers that bear no legible name belong to the only person of the mail, if there is one. They are looked at all the same. */
export function claimsOfPerson(claims: readonly ClaimDocument[], people: People, at: number): ClaimDocument[] {
  const named = new Set(people.people.flatMap((person) => person.documents));
  const own = new Set(people.people[at]?.documents ?? []);
  const isOnlyPerson = people.people.length === 1;
  return claims.filter((claim) => {
    if (own.has(claim.at)) return true;
    return isOnlyPerson && !named.has(claim.at) && !people.strays.includes(claim.at);
  });
}
