import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { applicationsFrom } from '#shared/records/application-records.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { asClaims } from './gather-case.ts';
import { unreadCount } from './mail-concerns.ts';
import type { EarlierApplication } from './own-applications.ts';

/**
 * What the same proved address applied for before, as long as the programme keeps it open. Nothing for an address that
 * proved nothing: a stranger could otherwise add to somebody's application, or read in our answer what it lacks.
 */
export async function earlierApplications(
  records: RecordStore,
  { submissionId, mail, envelope }: Submission,
  { applications: page }: Programme,
): Promise<EarlierApplication[]> {
  if (page === null || !mail?.from || mail.authentication !== 'pass') return [];
  const since = monthsBefore(envelope.receivedAt, page.openMonths);
  const known = await applicationsFrom(records, mail.from);
  const open = known.filter(
    ({ application }) =>
      application.receivedAt >= since &&
      application.receivedAt <= envelope.receivedAt &&
      application.submissions[0] !== submissionId,
  );
  return Promise.all(
    open.map(async (found) => {
      const ids = found.application.submissions.filter((id) => id !== submissionId);
      const mails = await Promise.all(ids.map((id) => papersOf(records, id)));
      return {
        ...found,
        claims: mails.flatMap(({ claims }) => claims),
        unread: mails.reduce((total, { unread }) => total + unread, 0),
      };
    }),
  );
}

async function papersOf(records: RecordStore, id: SubmissionId) {
  const [documents, files] = await Promise.all([listDocuments(records, id), listFiles(records, id)]);
  const unread = unreadCount(
    documents,
    files.map(({ file }) => file),
  );
  return { claims: asClaims(documents, false), unread };
}

/** The same day some months earlier, as an instant; near enough at the end of a month. */
function monthsBefore(instant: string, months: number): string {
  const [year, month] = [Number(instant.slice(0, 4)), Number(instant.slice(5, 7)) - 1];
  const count = year * 12 + month - months;
  const head = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  return `${head}${instant.slice('yyyy-mm'.length)}`;
}
