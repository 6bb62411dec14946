import { isNotOurs, rulingsInEffect } from '#shared/domain/decision.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { isProved } from '#shared/domain/sender-policy.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { applicationsFrom, type VersionedApplication, versionsOfMail } from '#shared/records/application-records.ts';
import { readAgreedCase } from '#shared/records/corrected-case.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { ClaimDocument } from './claim.ts';
import { asClaims } from './gather-case.ts';
import { unreadCount } from './mail-concerns.ts';
import { type EarlierApplication, paperOf } from './own-applications.ts';

/**
 * What the same proved address applied for before, as long as the programme keeps it open, and what this mail itself brought
 * when it was judged before. Nothing more for an address that proved nothing: a stranger could otherwise add to somebody's
 * application, or read in our answer what it lacks.
 */
export async function earlierApplications(
  records: RecordStore,
  submission: Submission,
  programme: Programme,
): Promise<EarlierApplication[]> {
  const { submissionId } = submission;
  const [own, open] = await Promise.all([
    versionsOfMail(records, submissionId),
    openApplications(records, submission, programme),
  ]);
  const all = [...own, ...open.filter((one) => !own.some((each) => isSame(each, one)))];
  return Promise.all(
    all.map(async (found) => {
      const ids = found.application.submissions.filter((id) => id !== submissionId);
      const mails = await Promise.all(ids.map((id) => papersOf(records, id)));
      const papers = new Set(found.application.papers);
      return {
        ...found,
        claims: mails.flatMap(({ claims }) => claims).filter((claim) => papers.has(paperOf(claim))),
        unread: mails.reduce((total, { unread }) => total + unread, 0),
        rulings: mails.flatMap(({ rulings }) => rulings),
      };
    }),
  );
}

const isSame = (one: VersionedApplication, other: VersionedApplication) =>
  one.application.applicationId === other.application.applicationId;

async function openApplications(
  records: RecordStore,
  { mail, envelope, submissionId }: Submission,
  { applications: page }: Programme,
): Promise<VersionedApplication[]> {
  if (page === null || !mail?.from || !isProved(mail)) return [];
  const since = monthsBefore(envelope.receivedAt, page.openMonths);
  const known = await applicationsFrom(records, mail.from);
  return known.filter(
    ({ application: { receivedAt, submissions } }) =>
      receivedAt >= since && receivedAt <= envelope.receivedAt && submissions[0] !== submissionId,
  );
}

/** As people corrected them, as far as they decided; a mail that a person set aside as not ours brings nothing. */
async function papersOf(records: RecordStore, id: SubmissionId) {
  const [stored, decided] = await Promise.all([listFiles(records, id), listDecisions(records, id)]);
  const decisions = decided.map(({ decision }) => decision);
  if (isNotOurs(decisions)) return { claims: [], unread: 0, rulings: [] };
  const { agreed: corrected } = await readAgreedCase(records, id, decisions);
  const files = stored.map(({ file }) => file);
  const withheld = new Set(files.filter((file) => file.withheld).map(({ fileId }) => fileId));
  const ours = files.filter(({ fileId }) => !corrected.filesAside.has(fileId) && !withheld.has(fileId));
  const isUsed = ({ at, document }: ClaimDocument) => !corrected.aside.has(at) && !withheld.has(document.fileId);
  const claims = asClaims(corrected.documents, false).filter(isUsed);
  const documents = claims.map(({ document }) => document);
  return { claims, unread: unreadCount(documents, ours), rulings: rulingsInEffect(decisions) };
}

/** The same day some months earlier, as an instant; near enough at the end of a month. */
function monthsBefore(instant: string, months: number): string {
  const [year, month] = [Number(instant.slice(0, 4)), Number(instant.slice(5, 7)) - 1];
  const count = year * 12 + month - months;
  const head = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  return `${head}${instant.slice('yyyy-mm'.length)}`;
}
