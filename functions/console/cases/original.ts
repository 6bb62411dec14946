import type { FileRecord } from '#shared/domain/document.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { mayDoHarm } from '#shared/domain/scan.ts';
import type { Role } from '#shared/domain/staff.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listDocumentsOfFile } from '#shared/records/document-records.ts';
import { findFile } from '#shared/records/file-records.ts';

/** security: quarantined, for whoever looks at dangerous files only; supervisor: a private paper; casework: any other. */
export type Kept = 'casework' | 'supervisor' | 'security';
export type Original = { file: FileRecord; kept: Kept };

export async function findOriginal(
  records: RecordStore,
  submission: Submission,
  fileId: FileId,
): Promise<Original | null> {
  const { submissionId } = submission;
  const [found, documents] = await Promise.all([
    findFile(records, submissionId, fileId),
    listDocumentsOfFile(records, submissionId, fileId),
  ]);
  if (found === null || isGone(found.file)) return null;
  const isPrivate = found.file.withheld !== undefined || documents.some(({ isSensitive }) => isSensitive);
  return {
    file: found.file,
    kept: isQuarantined(submission, found.file) ? 'security' : isPrivate ? 'supervisor' : 'casework',
  };
}

/** Ordered to be given back or destroyed: nobody opens it any more. */
export function isGone({ withheld }: FileRecord): boolean {
  return withheld !== undefined && withheld.order !== 'restrict';
}

/** Of the mail as it came where no file is named: what a scanner said of the one says nothing of the other. */
export function isQuarantined(submission: Pick<Submission, 'outcome' | 'scan'>, file: FileRecord | null): boolean {
  const { scan } = file ?? submission;
  return submission.outcome === 'quarantined' || file?.refused?.code === 'unsafe-file' || mayDoHarm(scan);
}

/** The mail as it came holds every file that came with it: one that may do harm is in there too. */
export function holdsHarm(submission: Pick<Submission, 'outcome' | 'scan'>, files: readonly FileRecord[]): boolean {
  return isQuarantined(submission, null) || files.some((file) => isQuarantined(submission, file));
}

/** Who looks at dangerous files need not see the other papers of a mail that is in order besides. */
export function mayTakeMail(
  roles: readonly Role[],
  submission: Pick<Submission, 'outcome' | 'scan'>,
  files: readonly FileRecord[],
): boolean {
  if (isQuarantined(submission, null)) return mayTake(roles, 'security');
  return mayTake(roles, 'supervisor') && (!holdsHarm(submission, files) || mayTake(roles, 'security'));
}

export function mayTake(roles: readonly Role[], kept: Kept): boolean {
  if (kept === 'security') return roles.includes('security');
  return roles.includes('supervisor') || (kept === 'casework' && roles.includes('reviewer'));
}
