import type { FileRecord } from '#shared/domain/document.ts';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import { fileIdOf, type SubmissionId } from '#shared/domain/ids.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { FoundFile, MailOpener, OpenedMail } from '#shared/ports/mail-opener.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { listFiles, putFiles } from '#shared/records/file-records.ts';
import { noteReturned } from '#shared/records/returned-mail.ts';
import { noteSentFile } from '#shared/records/sent-file-records.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';
import type { OpenMailOutput, RunInput } from '#shared/workflow/steps.ts';
import { findEarlier } from './find-earlier.ts';
import { stopRequestWrites } from './stop-requests.ts';

export type OpenMailPorts = { records: RecordStore; files: FileStore; clock: Clock; mailOpener: MailOpener };
type Next = OpenMailOutput['next'];
type Opening = { submission: Submission; next: Next };

/**
 * Opens the kept mail once: its facts, its files by what their bytes are. Only the written result counts as opened; a
 * parser that died or never answered is a refusal, and a person looks at the raw mail.
 */
export function makeOpenMail(ports: OpenMailPorts) {
  const { records, files, clock, mailOpener } = ports;
  return async ({ submissionId, runId }: RunInput): Promise<OpenMailOutput> => {
    const found = await findSubmission(records, submissionId);
    if (!found) throw new GiveUp('there is no such submission');
    if (found.submission.state !== 'received') return answer(records, found.submission, nextAfter(found.submission));
    const opened = await mailOpener.open(await files.read(found.submission.rawKey));
    const at = clock.now();
    const { submission, next } = await entered(ports, found.submission, opened, at);
    await noteWhatCameBack(ports, opened, at);
    const written = await records.write([
      submissionWrite(submission, { version: found.version }),
      auditWrite(submissionId, { at, by: 'machine', action: 'opened', codes: submission.reasons.map((r) => r.code) }),
      ...(await stopRequestWrites(records, submission, at)),
    ]);
    if (written === 'conflict') throw new TryAgain('somebody else opened the mail');
    return answer(records, submission, next, runId);
  };
}

/** Before the mail counts as opened: a run that is cut off here notes it again, which changes nothing. */
async function noteWhatCameBack({ records }: OpenMailPorts, opened: OpenedMail, at: string): Promise<void> {
  if (opened.outcome === 'refused') return;
  for (const { messageId, recipient, status } of opened.failures)
    await noteReturned(records, { of: { messageId }, recipient, status }, at);
}

/** Opened before, by this run or one that was cut off: go on where that one would have gone. */
function nextAfter(submission: Submission): Next {
  if (submission.state === 'opened') return 'read';
  return submission.outcome === 'needs-review' || submission.outcome === 'quarantined' ? 'review' : 'answer';
}

async function answer(
  records: RecordStore,
  { submissionId, runId }: Submission,
  next: Next,
  run = runId,
): Promise<OpenMailOutput> {
  const stored = next === 'read' ? await listFiles(records, submissionId) : [];
  const readable = stored.filter(({ file }) => !file.isDecoration && file.refused === null);
  const files = readable.map(({ file }) => ({ submissionId, runId: run, fileId: file.fileId }));
  return { submissionId, runId: run, next: next === 'read' && files.length === 0 ? 'judge' : next, files };
}

async function entered(ports: OpenMailPorts, submission: Submission, opened: OpenedMail, at: string): Promise<Opening> {
  const decided = { state: 'decided' as const, decidedAt: at };
  if (opened.outcome === 'refused') {
    const outcome = opened.quarantine ? ('quarantined' as const) : ('needs-review' as const);
    return {
      submission: { ...submission, ...decided, mail: opened.mail, outcome, reasons: [opened.reason] },
      next: 'review',
    };
  }
  const { mail, concerns } = opened;
  const stored = await storeFiles(ports, submission.submissionId, opened.files);
  const filesFound = stored.length;
  const papers = stored.filter((file) => !file.isDecoration);
  if (mail.isAutomatic && papers.length === 0) {
    return { submission: { ...submission, ...decided, mail, filesFound, outcome: 'not-a-submission' }, next: 'answer' };
  }
  const hashes = papers.map((file) => file.sha256);
  const earlier = await findEarlier(ports.records, submission.submissionId, mail, hashes);
  if (earlier) {
    const duplicate = { outcome: 'duplicate' as const, duplicateOf: earlier };
    return {
      submission: { ...submission, ...decided, ...duplicate, mail, filesFound, reasons: concerns },
      next: 'answer',
    };
  }
  return { submission: { ...submission, state: 'opened', mail, filesFound, reasons: concerns }, next: 'read' };
}

/** Bytes first, then their rows, then the note that this mail held them. Returns all of them, decorations too. */
async function storeFiles(
  { files, records }: OpenMailPorts,
  submissionId: SubmissionId,
  found: readonly FoundFile[],
): Promise<FileRecord[]> {
  const rows: FileRecord[] = [];
  for (const [i, { attachment, mediaType, bytes, isDecoration, refused }] of found.entries()) {
    const fileKey = await files.put('document', bytes);
    const sha256 = fileKey.slice('document/'.length);
    const facts = { attachment, mediaType, sha256, bytes: bytes.length, fileKey, isDecoration, refused };
    rows.push({ submissionId, fileId: fileIdOf(i + 1), ...facts, readingKey: null });
  }
  await putFiles(records, rows);
  const papers = rows.filter((file) => !file.isDecoration);
  for (const { sha256 } of papers) await noteSentFile(records, sha256, submissionId);
  return rows;
}
