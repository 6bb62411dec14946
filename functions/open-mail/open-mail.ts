import { answeredIn } from '#shared/domain/answer.ts';
import type { FileRecord } from '#shared/domain/document.ts';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import { fileIdOf } from '#shared/domain/ids.ts';
import { isThreat, type Scan } from '#shared/domain/scan.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { FileKey, FileStore } from '#shared/ports/file-store.ts';
import type { FoundFile, MailOpener, OpenedMail } from '#shared/ports/mail-opener.ts';
import type { MailVerifier } from '#shared/ports/mail-verifier.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { findFile, listFiles, putFiles, saveFile } from '#shared/records/file-records.ts';
import { type OddKind, oddMailWrite } from '#shared/records/odd-mail-records.ts';
import { noteReturned } from '#shared/records/returned-mail.ts';
import { noteSentFile } from '#shared/records/sent-file-records.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';
import type { OpenMailOutput, RunInput } from '#shared/workflow/steps.ts';
import { confirmationWrites } from './confirm-change.ts';
import { findEarlier } from './find-earlier.ts';
import { knowSender } from './know-sender.ts';
import { isOwnLetter } from './own-letter.ts';
import { messageIdConcerns } from './same-message-id.ts';
import { anyThreat, isLate, type ScanPorts, scanAll, scanConcerns, threatFound } from './scan-what-came.ts';
import { stopRequestWrites } from './stop-requests.ts';
import { withoutNumbers } from './without-numbers.ts';

export type OpenMailPorts = {
  records: RecordStore;
  files: FileStore;
  clock: Clock;
  mailOpener: MailOpener;
  mailVerifier: MailVerifier;
} & ScanPorts;
type Next = OpenMailOutput['next'];
type Opening = { submission: Submission; next: Next; odd?: readonly OddKind[] };

/**
 * Opens the kept mail once, after the scanner looked at it: its facts, its files by what their bytes are. Only the written result
 * counts as opened; a parser that died or never answered is a refusal, and a person looks at the raw mail.
 */
export function makeOpenMail(ports: OpenMailPorts) {
  const { records, files, clock } = ports;
  return async ({ submissionId, runId }: RunInput): Promise<OpenMailOutput> => {
    const found = await findSubmission(records, submissionId);
    if (!found) throw new GiveUp('there is no such submission');
    if (found.submission.state !== 'received') return answer(records, found.submission, nextAfter(found.submission));
    const at = clock.now();
    const raw = await files.read(found.submission.rawKey);
    const scans = await scanAll(ports, [{ key: found.submission.rawKey, bytes: raw }], at);
    const scanned = { ...found.submission, ...(scans[0] && { scan: scans[0] }) };
    const entry = isHeldBack(found.submission, scans)
      ? { submission: { ...scanned, ...quarantined(at, found.submission.mail) }, next: 'review' as const }
      : await opening(ports, scanned, raw, at);
    const confirmation = await confirmationWrites(records, entry.submission, at);
    const { submission, next } = confirmation.isConfirmed ? withoutCase(entry, at) : entry;
    const written = await records.write([
      submissionWrite(submission, { version: found.version }),
      auditWrite(submissionId, { at, by: 'machine', action: 'opened', codes: submission.reasons.map((r) => r.code) }),
      ...(entry.odd ?? []).map((kind) => oddMailWrite(kind, submission, at)),
      ...(await stopRequestWrites(records, submission, at)),
      ...confirmation.writes,
    ]);
    if (written === 'conflict') throw new TryAgain('somebody else opened the mail');
    return answer(records, submission, next, runId);
  };
}

async function opening(ports: OpenMailPorts, submission: Submission, raw: Uint8Array, at: string): Promise<Opening> {
  const opened = withoutNumbers(await openKnown(ports, submission, raw));
  const entry = await entered(ports, submission, opened, at);
  await noteWhatCameBack(ports, opened, at);
  await noteAwayNotes(ports, entry.submission, at);
  return entry;
}

/** The right answer to a question of ours: it did what it was for, and brings no case unless it brings papers. */
function withoutCase(entry: Opening, at: string): Opening {
  const { submission } = entry;
  if (submission.state !== 'opened' || submission.filesFound !== 0) return entry;
  const decided = { state: 'decided' as const, decidedAt: at, outcome: 'not-a-submission' as const };
  return { submission: { ...submission, ...decided }, next: 'answer' };
}

async function openKnown(ports: OpenMailPorts, { envelope }: Submission, raw: Uint8Array): Promise<OpenedMail> {
  const opened = await ports.mailOpener.open(raw);
  const { mail } = opened;
  return mail === null ? opened : { ...opened, mail: await knowSender(ports, { raw, envelope }, mail) };
}

/** What two people released is read like any other mail; what the scanner said of it stays with it. */
const isReleased = ({ quarantineOrder }: Submission) => quarantineOrder?.action === 'release';
const isHeldBack = (submission: Submission, scans: readonly Scan[]) => !isReleased(submission) && anyThreat(scans);

/** Nothing of it is read, and nobody is answered: whoever looks at dangerous files has it. */
function quarantined(decidedAt: string, mail: Submission['mail']) {
  const reasons = [threatFound];
  return { state: 'decided' as const, outcome: 'quarantined' as const, decidedAt, mail, reasons };
}

/** Before the mail counts as opened: a run that is cut off here notes it again, which changes nothing. */
async function noteWhatCameBack({ records }: OpenMailPorts, opened: OpenedMail, at: string): Promise<void> {
  if (opened.outcome === 'refused') return;
  for (const { messageId, ...failure } of opened.failures)
    await noteReturned(records, { of: { messageId }, ...failure }, at);
}

/** A machine answered a letter of ours: that stands with the mail whose letter it was, and nothing else follows from it. */
async function noteAwayNotes(
  { records }: OpenMailPorts,
  { mail, outcome, reference }: Submission,
  at: string,
): Promise<void> {
  if (outcome !== 'not-a-submission' || mail === null) return;
  for (const id of answeredIn(mail.references).slice(0, awayNotesMost)) {
    const entry = { at, by: 'machine' as const, action: 'automatic-reply', codes: [reference] };
    if ((await findSubmission(records, id)) !== null) await records.write([auditWrite(id, entry)]);
  }
}

/** A thread of a machine names its letters once. */
const awayNotesMost = 3;

/** Opened before, by this run or one that was cut off: go on where that one would have gone. */
function nextAfter(submission: Submission): Next {
  // its papers were read with its mail; and what was split goes on with its items
  if (submission.outcome === 'split' || (submission.itemOf && submission.state === 'opened')) return 'judge';
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

function notOpened(submission: Submission, refused: OpenedMail & { outcome: 'refused' }, decidedAt: string): Opening {
  const { mail, quarantine, reason, noAnswer } = refused;
  const outcome = quarantine ? ('quarantined' as const) : ('needs-review' as const);
  const decided = { state: 'decided' as const, decidedAt, mail, outcome, reasons: [reason] };
  return { submission: { ...submission, ...decided }, next: 'review', odd: noAnswer ? ['not-opened'] : [] };
}

async function entered(ports: OpenMailPorts, submission: Submission, opened: OpenedMail, at: string): Promise<Opening> {
  if (opened.outcome === 'refused') return notOpened(submission, opened, at);
  const decided = { state: 'decided' as const, decidedAt: at };
  const { mail } = opened;
  const stored = await storeFiles(ports, { ...submission, mail }, opened.files, at);
  const filesFound = stored.length;
  const scans = stored.flatMap(({ scan }) => scan ?? []);
  if (isHeldBack(submission, scans))
    return { submission: { ...submission, ...quarantined(at, mail), filesFound }, next: 'review' };
  const unseen = isReleased(submission) ? [] : [...scans, ...(submission.scan ? [submission.scan] : [])];
  const concerns = [...opened.concerns, ...scanConcerns(unseen)];
  const papers = stored.filter((file) => !file.isDecoration);
  const odd: OddKind[] = unseen.some(isLate) ? ['scan-late'] : [];
  const isOwn = papers.length === 0 && (await isOwnLetter(ports.records, mail.messageId));
  if (papers.length === 0 && (mail.isAutomatic || isOwn)) {
    const closed = { ...submission, ...decided, mail, filesFound, outcome: 'not-a-submission' as const };
    return { submission: closed, next: 'answer', odd: isOwn ? [...odd, 'our-own'] : odd };
  }
  const sameName = await messageIdConcerns(ports.records, submission.submissionId, mail, papers.length > 0);
  const hashes = papers.map((file) => file.sha256);
  const earlier = await findEarlier(ports.records, submission.submissionId, mail, hashes);
  if (earlier) {
    const duplicate = { outcome: 'duplicate' as const, duplicateOf: earlier };
    return {
      submission: { ...submission, ...decided, ...duplicate, mail, filesFound, reasons: concerns },
      next: 'answer',
      odd,
    };
  }
  return {
    submission: { ...submission, state: 'opened', mail, filesFound, reasons: [...concerns, ...sameName] },
    next: 'read',
    odd,
  };
}

/** Bytes first, then what the scanner says of them, then their rows, then the note that this mail held them. Decorations too. */
async function storeFiles(
  ports: OpenMailPorts,
  submission: Submission,
  found: readonly FoundFile[],
  at: string,
): Promise<FileRecord[]> {
  const { submissionId } = submission;
  const kept: { key: FileKey; bytes: Uint8Array }[] = [];
  for (const { bytes } of found) kept.push({ key: await ports.files.put('document', bytes), bytes });
  const scans = await scanAll(ports, kept, at);
  const rows = found.map((file, i) => rowOf(submission, i, file, { key: kept[i]?.key ?? '', scan: scans[i] }));
  await putFiles(ports.records, rows);
  if (isReleased(submission)) await keepReleased(ports.records, rows);
  else await keepWorse(ports.records, rows);
  const papers = rows.filter((file) => !file.isDecoration);
  for (const { sha256 } of papers) await noteSentFile(ports.records, sha256, submissionId, submission.mail?.from);
  return rows;
}

function rowOf(
  submission: Submission,
  at: number,
  { attachment, mediaType, bytes, isDecoration, refused }: FoundFile,
  { key: fileKey, scan }: { key: FileKey; scan: Scan | undefined },
): FileRecord {
  const { submissionId } = submission;
  const sha256 = fileKey.slice('document/'.length);
  const facts = { attachment, mediaType, sha256, bytes: bytes.length, fileKey, isDecoration };
  const why =
    isThreat(scan) && !isReleased(submission)
      ? { ...threatFound, text: 'The scanner found malicious software in this file.' }
      : refused;
  return { submissionId, fileId: fileIdOf(at + 1), ...facts, refused: why, ...(scan && { scan }), readingKey: null };
}

/** An opening that was cut off may have left rows of before the scanner knew better; a threat is never forgotten again. */
async function keepWorse(records: RecordStore, rows: readonly FileRecord[]): Promise<void> {
  for (const row of rows.filter(({ scan }) => isThreat(scan))) {
    const found = await findFile(records, row.submissionId, row.fileId);
    if (found && !isThreat(found.file.scan)) await saveFile(records, row, found.version);
  }
}

/** Rows of before the release say that nothing of the file is read. */
async function keepReleased(records: RecordStore, rows: readonly FileRecord[]): Promise<void> {
  for (const row of rows) {
    const found = await findFile(records, row.submissionId, row.fileId);
    if (found && found.file.readingKey === null) await saveFile(records, row, found.version);
  }
}
