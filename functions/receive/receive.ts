import { createHash } from 'node:crypto';
import { dayIn, yearOf } from '#shared/domain/calendar.ts';
import type { CanaryRun } from '#shared/domain/canary-run.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import { runIdOf, type SubmissionId, submissionIdSchema } from '#shared/domain/ids.ts';
import type { Envelope, Submission } from '#shared/domain/submission.ts';
import type { Clock, Ids } from '#shared/ports/clock.ts';
import type { FileKey, FileStore } from '#shared/ports/file-store.ts';
import type { Pace } from '#shared/ports/pace.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import type { WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import { ownSpace } from '#shared/records/own-space.ts';
import {
  deliveryKey,
  entryWrite,
  findPointed,
  findSubmission,
  firstMailKey,
  pointerWrite,
  submissionWrite,
} from '#shared/records/submission-records.ts';
import { packetAnsweredBy, packetIn } from './canary-mail.ts';
import { referenceOf } from './reference.ts';

export type ReceivePorts = {
  files: FileStore;
  records: RecordStore;
  runner: WorkflowRunner;
  clock: Clock;
  ids: Ids;
  /** "LA" in LA-2026-7K3M9Q */
  referencePrefix: string;
  /** where the year of a reference begins; UTC when not given */
  timeZone?: string;
  /** how fast runs may begin, where many can begin at once; a mail is in custody before it waits for that */
  startPace?: Pace;
};

export type Delivery = {
  envelope: Envelope;
  raw: Uint8Array;
  /** the receiving service's own name for this hand-over, where it has one and may hand over twice */
  deliveryId?: string;
};

/** `isRepeat`: this mail, or this very delivery, was here before and no new work was begun. */
export type Received = { submissionId: SubmissionId; isRepeat: boolean };
export type Receive = (delivery: Delivery) => Promise<Received>;

type KeptMail = Delivery & {
  rawKey: FileKey;
  rawSha256: string;
  submissionId: SubmissionId;
};

/** Two senders of one mail at the same instant, or a reference already taken: look again, a few times. */
const attemptsMax = 5;

/**
 * Takes a mail into custody. When it resolves, the raw bytes and the submission are durable, and its run is started; when it throws,
 * the mail must be offered again, which never makes two cases of one mail.
 */
export function makeReceive(ports: ReceivePorts): Receive {
  return async (delivery) => {
    const answered = await packetAnsweredBy(ports.records, answerIn(delivery, ports.clock));
    if (answered !== null) return { submissionId: answered.submissionId, isRepeat: true };
    const rawKey = await ports.files.put('raw', delivery.raw);
    const rawSha256 = createHash('sha256').update(delivery.raw).digest('hex');
    const packet = await packetIn(ports.records, { raw: delivery.raw, rawSha256 });
    if (packet !== null) return enterPacket(ports, { ...delivery, rawKey, rawSha256 }, packet);
    const submissionId = submissionIdSchema.parse(`sub_${ports.ids.next()}`);
    return enter(ports, { ...delivery, rawKey, rawSha256, submissionId });
  };
}

const answerIn = ({ raw, envelope: { recipients } }: Delivery, clock: Clock) => ({ raw, recipients, at: clock.now() });

async function enter(ports: ReceivePorts, mail: KeptMail): Promise<Received> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const received = await tryToEnter(ports, mail, attempt);
    if (received) return received;
  }
  throw new TryAgain('the submission could not be entered: others wrote the same rows');
}

/** A packet of the canary, as received at the instant that its papers are judged by. It walks like any mail, over rows of its own. */
async function enterPacket(
  ports: ReceivePorts,
  mail: Omit<KeptMail, 'submissionId'>,
  { submissionId, receivedAs }: CanaryRun,
): Promise<Received> {
  const own = { ...ports, records: ownSpace(ports.records, submissionId) };
  const known = await findSubmission(own.records, submissionId);
  if (known !== null) return repeat(own, submissionId, submissionId);
  const takenAt = mail.envelope.takenAt ?? mail.envelope.receivedAt;
  return enter(own, { ...mail, submissionId, envelope: { ...mail.envelope, receivedAt: receivedAs, takenAt } });
}

async function tryToEnter(ports: ReceivePorts, mail: KeptMail, attempt: number): Promise<Received | null> {
  const { records } = ports;
  const delivered = mail.deliveryId === undefined ? null : await findPointed(records, deliveryKey(mail.deliveryId));
  if (delivered) return repeat(ports, delivered, delivered);
  const first = await findPointed(records, firstMailKey(mail.rawSha256));
  const submission = newSubmission(ports, mail, attempt, first);
  if ((await records.write(writesOf(submission, mail))) === 'conflict') return null;
  if (first) return repeat(ports, mail.submissionId, first);
  await start(ports, submission);
  return { submissionId: mail.submissionId, isRepeat: false };
}

/** The first delivery may have died before its start, or its run before its end; starting twice starts once. */
async function repeat(ports: ReceivePorts, submissionId: SubmissionId, first: SubmissionId): Promise<Received> {
  const found = await findSubmission(ports.records, first);
  if (found?.submission.filedAt === null) await start(ports, found.submission);
  return { submissionId, isRepeat: true };
}

async function start({ runner, startPace }: ReceivePorts, { submissionId, runId }: Submission): Promise<void> {
  await startPace?.turn();
  await runner.start('intake', runId, { submissionId, runId });
}

function writesOf(submission: Submission, mail: KeptMail): Write[] {
  const { submissionId } = submission;
  const isFirst = submission.duplicateOf === null;
  return [
    submissionWrite(submission, 'absent'),
    entryWrite(submission),
    ...(isFirst ? [pointerWrite(firstMailKey(mail.rawSha256), submissionId)] : []),
    ...(mail.deliveryId === undefined ? [] : [pointerWrite(deliveryKey(mail.deliveryId), submissionId)]),
  ];
}

function newSubmission(
  { clock, referencePrefix, timeZone = 'UTC' }: ReceivePorts,
  { envelope, raw, rawKey, rawSha256, submissionId }: KeptMail,
  attempt: number,
  duplicateOf: SubmissionId | null,
): Submission {
  const now = clock.now();
  const year = String(yearOf(dayIn(timeZone, envelope.receivedAt)));
  const end = duplicateOf
    ? ({
        state: 'decided',
        outcome: 'duplicate',
        decidedAt: now,
        filedAt: now,
      } as const)
    : ({ state: 'received', outcome: null, decidedAt: null, filedAt: null } as const);
  return {
    submissionId,
    runId: runIdOf(submissionId, 1),
    reference: referenceOf({
      prefix: referencePrefix,
      year,
      submissionId,
      attempt,
    }),
    rawKey,
    rawSha256,
    rawBytes: raw.length,
    envelope,
    mail: null,
    reasons: [],
    duplicateOf,
    ...end,
  };
}
