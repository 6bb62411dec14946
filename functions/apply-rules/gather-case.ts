import { isNotOurs, rulingsInEffect } from '#shared/domain/decision.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import type { FileId, SubmissionId } from '#shared/domain/ids.ts';
import type { MatchedPerson } from '#shared/domain/person.ts';
import { doubtsAboutWho } from '#shared/domain/reason.ts';
import type { SignedRulings } from '#shared/domain/ruling.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { readAgreedCase, type StoredCorrectedCase } from '#shared/records/corrected-case.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { ClaimDocument } from './claim.ts';
import { concern } from './concern.ts';
import { isAsSaid, type SaidPaper, saidPapers } from './said-papers.ts';

/** `looked`: places of those that a person of the office has looked at. */
export function asClaims(
  documents: readonly DocumentRecord[],
  isThisMail: boolean,
  looked: ReadonlySet<number> = new Set(),
): ClaimDocument[] {
  return documents.map((document, at) => {
    return { document, submissionId: document.submissionId, at, isThisMail, doubt: null, isLookedAt: looked.has(at) };
  });
}

export type EarlierMails = {
  claims: ClaimDocument[];
  /** papers that people of the office said something of */
  said: SaidPaper[];
  /** what people ruled when they decided about them */
  rulings: SignedRulings[];
  /** when the newest of them was received; null when there is none */
  receivedAt: string | null;
  /** somebody said of their papers what nobody has decided yet */
  isUnderway: boolean;
};

export const nothingEarlier: EarlierMails = { claims: [], said: [], rulings: [], receivedAt: null, isUnderway: false };

/**
 * What the same person sent for the same year in other mails: a reply with the missing page completes the first one. Papers
 * of a mail that nobody knows the sender of stay doubtful, however well a later mail proves itself; a mail that a person
 * set aside as not ours brings nothing. What people said of a paper holds as far as they decided.
 */
export async function earlierMails(
  records: RecordStore,
  specialistId: string,
  submissions: readonly SubmissionId[],
): Promise<EarlierMails> {
  const mails = await Promise.all(submissions.map((id) => earlierMail(records, specialistId, id)));
  const ours = mails.filter((mail) => mail !== null);
  const received = ours.map(({ receivedAt }) => receivedAt).sort();
  return {
    claims: ours.flatMap(({ claims }) => claims),
    said: ours.flatMap(({ said }) => said),
    rulings: ours.flatMap(({ rulings }) => rulings),
    receivedAt: received.at(-1) ?? null,
    isUnderway: ours.some(({ isUnderway }) => isUnderway),
  };
}

async function earlierMail(records: RecordStore, specialistId: string, id: SubmissionId) {
  const [found, stored, files] = await Promise.all([
    findSubmission(records, id),
    listDecisions(records, id),
    listFiles(records, id),
  ]);
  const withheld = new Set(files.flatMap(({ file }) => (file.withheld ? [file.fileId] : [])));
  const decisions = stored.map(({ decision }) => decision);
  if (!found || isNotOurs(decisions)) return null;
  const { agreed, now } = await readAgreedCase(records, id, decisions);
  const papersIn = (corrected: StoredCorrectedCase) => ownPapers(corrected, specialistId, withheld);
  const [decided, said] = [papersIn(agreed), papersIn(now)];
  const doubt = found.submission.reasons.find(({ code }) => doubtsAboutWho.has(code));
  const { own } = decided;
  return {
    // a paper that comes again is held against all that anybody said of it: that only makes a person look
    said: saidPapers(said.all, said.own, { corrections: now.corrections, withheld }),
    claims: doubt ? own.map((claim) => ({ ...claim, doubt: concern(doubt.code, doubtful, claim) })) : own,
    rulings: rulingsInEffect(decisions),
    receivedAt: found.submission.envelope.receivedAt,
    isUnderway: !isSamePapers(own, said.own),
  };
}

/** Every paper of a mail, and those that count for one person. */
function ownPapers(corrected: StoredCorrectedCase, specialistId: string, withheld: ReadonlySet<FileId>) {
  const all = asClaims(corrected.documents, false);
  const used = all.filter(({ at, document }) => !corrected.aside.has(at) && !withheld.has(document.fileId));
  const own = corrected.people.flatMap((person, at) =>
    person.specialistId === specialistId ? claimsOfPerson(used, corrected, at) : [],
  );
  return { all, own };
}

function isSamePapers(decided: readonly ClaimDocument[], now: readonly ClaimDocument[]): boolean {
  const isSame = ({ at, document }: ClaimDocument) =>
    now.some((other) => other.at === at && isAsSaid({ document: other.document, isMine: true }, document));
  return decided.length === now.length && decided.every(isSame);
}

const doubtful = 'A paper came with an earlier e-mail that a person still has to look at.';

/** Papers that bear no legible name belong to the only person of the mail, if there is one. They are looked at all the same. */
export function claimsOfPerson(
  claims: readonly ClaimDocument[],
  people: { people: readonly MatchedPerson[]; strays: readonly number[] },
  at: number,
): ClaimDocument[] {
  const named = new Set(people.people.flatMap((person) => person.documents));
  const own = new Set(people.people[at]?.documents ?? []);
  const isOnlyPerson = people.people.length === 1;
  return claims.filter((claim) => {
    if (own.has(claim.at)) return true;
    return isOnlyPerson && !named.has(claim.at) && !people.strays.includes(claim.at);
  });
}
