import { nextRunIdOf, type SubmissionId } from '#shared/domain/ids.ts';
import { isUnanswered, type QuarantineAction, type QuarantineOrder } from '#shared/domain/quarantine.ts';
import type { Retention } from '#shared/domain/retention.ts';
import { mayDoHarm } from '#shared/domain/scan.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import type { WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import {
  listQuarantineOrders,
  quarantineOrderWrite,
  type VersionedQuarantineOrder,
} from '#shared/records/quarantine-records.ts';
import { queueLineWrites } from '#shared/records/queue-line-records.ts';
import { disposalWrite, pictureKeysOf } from '#shared/records/retention-records.ts';
import { findVersionedReview, reviewMove } from '#shared/records/review-records.ts';
import {
  findPointed,
  findSubmission,
  referenceKey,
  submissionWrite,
  type VersionedSubmission,
} from '#shared/records/submission-records.ts';
import { type Answer, refusedFor, somebodyFaster } from './answer-disposal.ts';
import { startedOrLeft } from './start-run.ts';

type Ports = { records: RecordStore; clock: Clock; runner: WorkflowRunner; retention: Retention };
type About = { reference: string; who: StaffId };
type Signed = NonNullable<QuarantineOrder['second']>;
const reasonMax = 1000;

/** One person of security says what is to be done with a mail that was held back, and why. Nothing follows from that yet. */
export function makeOrderQuarantine({ records, clock }: Ports) {
  return async ({
    reference,
    who,
    ...asked
  }: About & { action: QuarantineAction; reason: string }): Promise<Answer> => {
    const reason = asked.reason.trim();
    if (reason === '' || reason.length > reasonMax) return refusedFor(`Say why, in no more than ${reasonMax} letters.`);
    const found = await quarantinedMail(records, reference);
    if (found === null) return refusedFor('There is no such mail under quarantine.');
    const { submissionId } = found.submission;
    const orders = await listQuarantineOrders(records, submissionId);
    const why = await whyNot(records, found.submission, orders, asked.action);
    if (why !== null) return refusedFor(why);
    const at = clock.now();
    const number = orders.length + 1;
    const order: QuarantineOrder = {
      ...{ submissionId, reference: found.submission.reference, number, action: asked.action, reason },
      ...{ by: who, at, second: null, refused: null },
    };
    const entry = { at, by: 'person' as const, action: `quarantine-${asked.action}-asked`, codes: [], who };
    const written = await records.write([quarantineOrderWrite(order, null), auditWrite(submissionId, entry, number)]);
    return written === 'written' ? { done: true } : somebodyFaster;
  };
}

async function whyNot(
  records: RecordStore,
  submission: Submission,
  orders: readonly VersionedQuarantineOrder[],
  action: QuarantineAction,
): Promise<string | null> {
  if (orders.some(({ order }) => isUnanswered(order))) return 'Something was asked for it already: answer that first.';
  if (submission.quarantineOrder?.action === 'destroy') return 'It is to be destroyed: two people agreed to that.';
  if (action === 'destroy') return null;
  if (submission.quarantineOrder) return 'It was released once, and could not be opened even so.';
  const files = await listFiles(records, submission.submissionId);
  const isByScanner = [submission.scan, ...files.map(({ file }) => file.scan)].some(mayDoHarm);
  return isByScanner
    ? null
    : 'No scanner held it back: it cannot be opened safely, and releasing it would change nothing.';
}

/** A second, other person of security agrees, or either of them refuses. What two agreed to is begun at once. */
export function makeAnswerQuarantine({ records, clock, runner, retention }: Ports) {
  return async ({ reference, who, says }: About & { says: 'yes' | 'no' }): Promise<Answer> => {
    const found = await quarantinedMail(records, reference);
    const open = found && (await openOrder(records, found.submission));
    if (found === null || !open) return refusedFor('Nothing is asked for this mail.');
    if (says === 'yes' && open.order.by === who)
      return refusedFor('You asked for it. A second, other person has to agree.');
    const signed = { by: who, at: clock.now() };
    const next = says === 'yes' ? { ...open.order, second: signed } : { ...open.order, refused: signed };
    const follows = says === 'yes' ? await carriedOut(records, found, next, retention) : { writes: [], runId: null };
    const { submissionId } = next;
    const written = await records.write([
      quarantineOrderWrite(next, open.version),
      auditWrite(submissionId, { by: 'person', who, at: signed.at, action: actionOf(next), codes: [] }, next.number),
      ...follows.writes,
    ]);
    if (written === 'conflict') return somebodyFaster;
    const { runId } = follows;
    // one that cannot be started now is named by the watchman
    if (runId !== null) await startedOrLeft(() => runner.start('intake', runId, { submissionId, runId }));
    return { done: true };
  };
}

const openOrder = async (records: RecordStore, { submissionId }: Submission) =>
  (await listQuarantineOrders(records, submissionId)).find(({ order }) => isUnanswered(order));

const actionOf = ({ action, refused }: QuarantineOrder) =>
  refused === null ? `quarantine-${action}` : `quarantine-${action}-refused`;

async function carriedOut(
  records: RecordStore,
  found: VersionedSubmission,
  { action, by, at, second }: QuarantineOrder,
  periods: Retention,
) {
  if (second === null) throw new Error('nobody agreed yet');
  const quarantineOrder = { action, by, second };
  const runId = action === 'release' ? nextRunIdOf(found.submission.runId) : null;
  const next = { ...found.submission, quarantineOrder };
  const submission = runId === null ? next : asReceived(next, runId);
  const review = await findVersionedReview(records, submission.submissionId);
  const writes: Write[] = [
    submissionWrite(submission, { version: found.version }),
    ...(await queueLineWrites(records, submission)),
    ...(review ? [reviewMove(review, 'closed', second.at)] : []),
  ];
  if (action === 'destroy')
    writes.push(await listForTonight(records, submission, { approved: { by, at }, second }, periods));
  return { writes, runId };
}

/** As it was when it came: it is opened, read and judged as any other mail, by another run. */
function asReceived({ openingReasons: _, ...submission }: Submission, runId: Submission['runId']): Submission {
  const unread = { outcome: null, reasons: [], decidedAt: null, filedAt: null, duplicateOf: null };
  return { ...submission, ...unread, runId, state: 'received' };
}

/** The list of retention is the log: what goes, by whose word, and what is kept after all since another mail needs it. */
async function listForTonight(
  records: RecordStore,
  { submissionId, reference, rawKey }: Submission,
  { approved, second }: { approved: Signed; second: Signed },
  periods: Retention,
): Promise<Write> {
  const [files, pictures] = await Promise.all([listFiles(records, submissionId), pictureKeysOf(records, submissionId)]);
  const kept = files.flatMap(({ file: { fileKey, readingKey } }) => [fileKey, ...(readingKey ? [readingKey] : [])]);
  const keys = [...new Set([rawKey, ...kept, ...pictures.map(({ key }) => key)])];
  const objects = keys.map((key) => ({ rule: 'quarantined' as const, key }));
  return disposalWrite(
    {
      ...{ disposalId: `${second.at}#${reference}`, proposedAt: second.at, periods, state: 'agreed' },
      ...{ cases: [{ submissionId, reference, objects }], approved, second },
      ...{ refused: null, doneAt: null, kept: [], waiting: [] },
    },
    null,
  );
}

async function quarantinedMail(records: RecordStore, reference: string): Promise<VersionedSubmission | null> {
  const id: SubmissionId | null = await findPointed(records, referenceKey(reference));
  const found = id === null ? null : await findSubmission(records, id);
  return found?.submission.outcome === 'quarantined' && found.submission.filedAt !== null ? found : null;
}
