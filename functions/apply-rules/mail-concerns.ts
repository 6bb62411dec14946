import type { DocumentRecord, FileRecord } from '#shared/domain/document.ts';
import type { MatchedPerson, Specialist } from '#shared/domain/person.ts';
import { policyOfMail } from '#shared/domain/sender-policy.ts';
import type { MailFacts } from '#shared/domain/submission.ts';
import { type EmployersPage, mayEmployerSend } from '#shared/rules/employers-page.ts';
import type { ClaimDocument } from './claim.ts';
import { type Concern, concern } from './concern.ts';
import { missingPageConcerns } from './missing-pages.ts';
import { formBefore, looksLikeRest } from './second-pages.ts';
import { isUnsureOfName } from './seen-papers.ts';

/** One person of the mail with the roster's line, where there is exactly one. */
export type KnownPerson = { matched: MatchedPerson; specialist: Specialist | null };

/** Doubts about who a mail is from and about. They stand against every credit in it. */
export function identityConcerns(
  people: readonly KnownPerson[],
  mail: MailFacts,
  { hasPapers, employers }: { hasPapers: boolean; employers: EmployersPage },
): Concern[] {
  if (!hasPapers) return [];
  if (people.length === 0) return [concern('identity-unknown', 'No name could be read in what you sent.')];
  const concerns = people.flatMap(({ matched }) => {
    if (matched.match === 'ambiguous')
      return [concern('identity-ambiguous', 'Several people could be meant; a person will find out who it is.')];
    if (matched.match === 'none')
      return [concern('identity-unknown', 'A name is not on our list; a person will look.')];
    return [];
  });
  if (people.length > 1)
    concerns.push(concern('several-people', 'This e-mail is about several people; a person will look.'));
  const onFile = people.map(({ specialist }) => specialist?.email?.toLowerCase());
  const isAnybodyKnown = people.some(({ matched }) => matched.specialistId !== null);
  if (isFromEmployer(people, mail, employers)) return concerns;
  // somebody without an address on file cannot prove to be the sender
  const addresses = onFile.filter((address) => address !== undefined);
  return isAnybodyKnown ? [...concerns, ...senderConcerns(addresses, mail)] : concerns;
}

/** Proved to come from an address that the office wrote down for the employer of everybody whose papers these are. */
function isFromEmployer(people: readonly KnownPerson[], mail: MailFacts, employers: EmployersPage): boolean {
  const isTheirs = ({ specialist }: KnownPerson) => mayEmployerSend(employers, mail.from, specialist?.employer ?? null);
  return people.every(isTheirs) && policyOfMail(mail, { isOnFile: true, claimsAnother: false }).link === 'yes';
}

/** Only the address on file, proved by the receiving server, lets the machine act by itself. */
function senderConcerns(onFile: readonly string[], mail: MailFacts): Concern[] {
  const isOnFile = mail.from !== null && onFile.includes(mail.from.toLowerCase());
  if (policyOfMail(mail, { isOnFile, claimsAnother: !isOnFile }).link === 'yes') return [];
  if (!isOnFile) return [concern('sender-unverified', 'This came from another address than the one we have on file.')];
  return [concern('sender-unverified', 'We could not make sure that this e-mail is from the address it names.')];
}

/** `claims` are those of the documents that nobody has set aside. */
type Papers = {
  claims: readonly ClaimDocument[];
  documents: readonly DocumentRecord[];
  files: readonly FileRecord[];
  strays: readonly number[];
};

/** What is wrong with the files and papers themselves, whoever they are from. */
export function paperConcerns({ claims, documents, files, strays }: Papers): Concern[] {
  const refused = files.flatMap((file) => (file.refused && !file.isDecoration ? [refusal(file)] : []));
  const silent = silentFiles(files, documents).map(({ attachment }) =>
    concern('needs-human-decision', `"${attachment}": Nothing in this file could be read; a person will look at it.`),
  );
  const each = claims.flatMap((claim) => ofPaperOrRest(claim, claims, strays));
  return [...refused, ...silent, ...each, ...missingPageConcerns(claims)];
}

/** Neither refused nor made into a document: whatever it holds, nobody has seen it. */
function silentFiles(files: readonly FileRecord[], documents: readonly DocumentRecord[]): FileRecord[] {
  const seen = new Set(documents.map((document) => document.fileId));
  return files.filter((file) => !file.isDecoration && file.refused === null && !seen.has(file.fileId));
}

function refusal({ refused, attachment }: FileRecord): Concern {
  const reason = refused ?? { code: 'needs-human-decision' as const, text: 'This file was not read.' };
  const isNamed = reason.text.includes(attachment);
  return concern(reason.code, isNamed ? reason.text : `"${attachment}": ${reason.text}`);
}

/** A page of no known kind that begins nothing is shown with the form it seems to go on with. */
function ofPaperOrRest(claim: ClaimDocument, claims: readonly ClaimDocument[], strays: readonly number[]): Concern[] {
  const first = claim.document.kind === 'other' && !claim.document.isSensitive ? formBefore(claim, claims) : null;
  return first ? [looksLikeRest(claim, first)] : ofPaper(claim, strays.includes(claim.at));
}

function ofPaper(claim: ClaimDocument, isStray: boolean): Concern[] {
  const { document } = claim;
  if (document.isSensitive) {
    return [
      concern(
        'sensitive-document',
        'A paper was sent that we did not ask for and that is private. Only a person of the office will see it.',
        claim,
      ),
    ];
  }
  if (isStray && isUnsureOfName(claim)) {
    return [concern('low-confidence', 'The name on a paper could not be read with certainty.', claim)];
  }
  if (isStray) return [concern('name-mismatch', 'The name on a paper is not the name on the report form.', claim)];
  if (['training-application', 'family-training-application', 'education-evidence'].includes(document.kind)) {
    return [concern('needs-human-decision', 'A form or school paper like this is looked at by a person.', claim)];
  }
  if (document.kind !== 'other') return [];
  const stated = document.reasons.map((reason) => concern(reason.code, reason.text, claim, reason.field));
  return stated.length > 0
    ? stated
    : [concern('needs-human-decision', 'A paper could not be sorted; a person will look at it.', claim)];
}

/** Papers that nobody has read: unread pages, and files that stayed closed. Any of them may be what is missing. */
export function unreadCount(documents: readonly DocumentRecord[], files: readonly FileRecord[]): number {
  const pages = documents
    .filter((document) => document.reading === 'unread')
    .reduce((total, { pages: [first, last] }) => total + (last - first + 1), 0);
  const closed = files.filter((file) => !file.isDecoration && file.refused !== null);
  return pages + closed.length + silentFiles(files, documents).length;
}
