import { createHash } from 'node:crypto';
import { makeProveLedger } from '#functions/watch/ledger/prove-ledger.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { isConserved } from '#shared/domain/ledger.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listAnswers } from '#shared/records/answer-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';

type Stores = { records: RecordStore; files: FileStore };

/**
 * What must hold of every mail that was taken, whatever was in it (I1, I2, I3, I5, I7): the first thing that does not, or null. `taken`: each
 * mail with the hash of the bytes that were handed over.
 */
export async function firstBroken(stores: Stores, taken: ReadonlyMap<SubmissionId, string>): Promise<string | null> {
  for (const [submissionId, sha256] of taken) {
    const submission = (await findSubmission(stores.records, submissionId))?.submission;
    if (!submission) return `I1: ${submissionId} is lost`;
    const broken = (await unfinished(stores, submission)) ?? (await changed(stores, submission, sha256));
    const first = broken ?? (await wronglyAnswered(stores, submission));
    if (first) return first;
  }
  const clock = { now: () => '2026-12-21T09:00:00.000Z' };
  const ledger = await makeProveLedger({ ...stores, clock })({ months: ['2026-12'], withStore: true });
  const { faults } = await verifyAudit({ records: stores.records, heads: null });
  if (faults.length > 0) return `I7: the audit trail does not hold: ${JSON.stringify(faults[0])}`;
  return isConserved(ledger) ? null : `I1: the ledger does not add up: ${JSON.stringify(ledger.faults)}`;
}

/** I1 and I5: at its end, and where a person is needed a task with a reason. */
async function unfinished({ records }: Stores, { submissionId, outcome, filedAt, reasons }: Submission) {
  if (outcome === null || filedAt === null) return `I1: ${submissionId} has no end`;
  if (outcome !== 'needs-review' && outcome !== 'quarantined') return null;
  if ((await findReview(records, submissionId)) === null) return `I1: nobody sees ${submissionId}`;
  return reasons.length === 0 ? `I5: ${submissionId} waits without a reason` : null;
}

async function changed({ files }: Stores, { submissionId, rawKey }: Submission, sha256: string) {
  return hashOf(await files.read(rawKey)) === sha256 ? null : `I2: the raw mail ${submissionId} changed`;
}

async function wronglyAnswered({ records }: Stores, { submissionId, mail, envelope }: Submission) {
  const letters = await listAnswers(records, submissionId);
  if (letters.length > 1) return `I3: ${submissionId} was answered twice`;
  const isSilent = mail?.isAutomatic === true || mail?.authentication === 'fail' || envelope.mailFrom === '';
  return letters.length > 0 && isSilent ? `I3: ${submissionId} was answered` : null;
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
