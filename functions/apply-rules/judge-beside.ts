import { type Decision, isOpen, isPaperAction } from '#shared/domain/decision.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { holderOf } from '#shared/domain/lease.ts';
import { isApart } from '#shared/domain/reply.ts';
import type { ReviewTask } from '#shared/domain/review.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { type RecordStore, type Write, writesAtOnceMax } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { findCaseFile } from '#shared/records/case-file-records.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { findJudgement, judgementWrites } from '#shared/records/judgement-records.ts';
import { findLease, leaseCheck, type VersionedLease } from '#shared/records/lease-records.ts';
import { queueLineWrites } from '#shared/records/queue-line-records.ts';
import { reopenWrites } from '#shared/records/reopened-case.ts';
import { listReplies } from '#shared/records/reply-records.ts';
import { findVersionedReview } from '#shared/records/review-records.ts';
import { findSubmission, submissionWrite, type VersionedSubmission } from '#shared/records/submission-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { judgeByDecision } from './judge-by-decision.ts';
import { judgeSubmission } from './judge-submission.ts';
import { yearsTouched } from './years-judged.ts';

type Ports = { records: RecordStore; clock: Clock; programme: Programme };

/** Of the mails of one year the newest are looked at; hardly anybody sends more. */
const mailsMax = 20;

/**
 * A person has decided about a mail: what waits beside it, of the same people's years, is judged again, so that its page and the queue say
 * what the rules make of it now. An accepted one is only looked at where the mail left its year, and is a person's again when it does
 * not stand without it. Nothing is settled by this, and nothing changes under the hands of somebody who has the case.
 */
export async function judgeBeside(ports: Ports, id: SubmissionId): Promise<void> {
  const found = await findSubmission(ports.records, id);
  if (!found) return;
  const { reference } = found.submission;
  for (const [beside, isLeft] of await besides(ports.records, id)) {
    await judgeOne(ports, beside, { reference, isLeft });
  }
}

const triesMost = 3;

/** What changes under these hands for good is in somebody else's: the decision that this comes from goes on without it. */
async function judgeOne(ports: Ports, id: SubmissionId, decided: Decided): Promise<void> {
  for (let tries = 1; tries <= triesMost; tries += 1) {
    const writes = await writesFor(ports, id, decided);
    if (writes === null) return;
    // a judgement of very many people is more rows than fit one transaction: those that only count with the rest go first
    while (writes.length > writesAtOnceMax) await ports.records.write(writes.splice(0, writesAtOnceMax / 5));
    if ((await ports.records.write(writes)) === 'written') return;
  }
}

/** The other mails of every year that this one is in, or was; true where it left theirs. */
async function besides(records: RecordStore, id: SubmissionId): Promise<Map<SubmissionId, boolean>> {
  const found = new Map<SubmissionId, boolean>();
  for (const { specialistId, year, left } of await yearsTouched(records, id)) {
    const mails = (await findCaseFile(records, specialistId, year))?.caseFile.submissions ?? [];
    const others = mails.filter((other) => other !== id).sort();
    for (const other of others.slice(-mailsMax)) found.set(other, left || found.get(other) === true);
  }
  return found;
}

type Decided = { reference: string; isLeft: boolean };
type Beside = VersionedSubmission & {
  review: ReviewTask | null;
  decisions: readonly Decision[];
  isBroughtBack: boolean;
  lease: VersionedLease | null;
  decided: Decided;
};

async function writesFor(ports: Ports, id: SubmissionId, decided: Decided): Promise<Write[] | null> {
  const beside = await standing(ports, id, decided);
  const writes = beside && (await judgedBeside(ports, beside));
  // who takes the case at this very moment finds it as their page showed it
  return writes && [...writes, leaseCheck(id, beside.lease)];
}

async function judgedBeside(ports: Ports, beside: Beside): Promise<Write[] | null> {
  const { review, isBroughtBack, decided } = beside;
  switch (beside.submission.outcome) {
    case 'accepted':
      return decided.isLeft ? acceptedWithoutIt(ports, beside) : null;
    case 'needs-sender':
      return review?.state === 'waiting-for-sender' ? waitingStill(ports, beside) : null;
    case 'needs-review':
      return review?.state === 'open' && !isBroughtBack ? onTheDesk(ports, beside) : null;
    default:
      return null;
  }
}

/** Null: it is being worked on, by a person or by the machine. */
async function standing({ records, clock }: Ports, id: SubmissionId, decided: Decided): Promise<Beside | null> {
  const [found, review, stored, lease, replies] = await Promise.all([
    findSubmission(records, id),
    findVersionedReview(records, id),
    listDecisions(records, id),
    findLease(records, id),
    listReplies(records, id),
  ]);
  const decisions = stored.map(({ decision }) => decision);
  if (holderOf(lease?.lease ?? null, clock.now()) !== null || decisions.some(isOpen)) return null;
  if (!found?.submission.mail || found.submission.state !== 'decided' || found.submission.filedAt === null) return null;
  const task = review?.task ?? null;
  // what came of a reply, or why somebody opened it anew, is for the next reviewer to read, whatever the rules say
  const isBroughtBack = replies.some(({ reply }) => !isApart(reply)) || (task?.reopenings ?? []).length > 0;
  return { ...found, review: task, decisions, isBroughtBack, lease, decided };
}

/** It stays a person's; what they read of it is of today. */
async function onTheDesk(ports: Ports, beside: Beside): Promise<Write[] | null> {
  const { records, clock, programme } = ports;
  const { submission, version, decided } = beside;
  const { judgement } = await judgeSubmission(records, submission, programme);
  const isSettled = judgement.outcome === 'accepted' || judgement.outcome === 'needs-sender';
  const left: Judgement = {
    ...judgement,
    outcome: 'needs-review',
    reasons: isSettled ? [...judgement.reasons, decidedBeside(decided, judgement.outcome)] : judgement.reasons,
  };
  if (await isAsBefore(records, submission.submissionId, left)) return null;
  const at = clock.now();
  const { before, last } = judgementWrites(submission.submissionId, left, at);
  const next = { ...submission, reasons: left.reasons };
  return [
    ...before,
    ...last,
    submissionWrite(next, { version }),
    ...(await queueLineWrites(records, next, left)),
    noted(beside, at),
  ];
}

/** Where nothing is missing any more, there is nobody to wait for: a person has to see it. */
async function waitingStill(ports: Ports, beside: Beside): Promise<Write[] | null> {
  const { records, clock, programme } = ports;
  const { submission, version, decided } = beside;
  const { judgement } = await judgeSubmission(records, submission, programme);
  const isDone = judgement.outcome === 'accepted';
  const reasons = isDone ? [...judgement.reasons, decidedBeside(decided, judgement.outcome)] : submission.reasons;
  const now: Judgement = { ...judgement, outcome: isDone ? 'needs-review' : 'needs-sender', reasons };
  if (await isAsBefore(records, submission.submissionId, now)) return null;
  const at = clock.now();
  const { before, last } = judgementWrites(submission.submissionId, now, at);
  const own = isDone
    ? await reopenWrites(records, { submission, version }, { reasons, at, judged: now })
    : [submissionWrite(submission, { version }), ...(await queueLineWrites(records, submission, now))];
  return [...before, ...last, ...own, noted(beside, at)];
}

/** What it was accepted by has gone elsewhere: whether it can stay accepted is not the machine's to say. */
async function acceptedWithoutIt(ports: Ports, beside: Beside): Promise<Write[] | null> {
  const { records, clock, programme } = ports;
  const { submission, version, decided } = beside;
  const last = beside.decisions.findLast(({ state, action }) => state === 'in-effect' && !isPaperAction(action));
  const judged = last
    ? await judgeByDecision(records, submission, programme, last)
    : await judgeSubmission(records, submission, programme);
  if (judged.judgement.outcome === 'accepted') return null;
  const at = clock.now();
  const reasons = [...judged.judgement.reasons, goneFrom(decided)];
  const now: Judgement = { ...judged.judgement, outcome: 'needs-review', reasons };
  const written = judgementWrites(submission.submissionId, now, at);
  return [
    ...written.before,
    ...written.last,
    ...(await reopenWrites(records, { submission, version }, { reasons, at, judged: now })),
    noted(beside, at),
  ];
}

/** By what it says, not by how it is put down: a second try finds what the first one wrote. */
async function isAsBefore(records: RecordStore, id: SubmissionId, now: Judgement): Promise<boolean> {
  const known = await findJudgement(records, id);
  const said = ({ outcome, reasons, credits, findings, requests }: Judgement) =>
    JSON.stringify({ outcome, reasons, credits, findings, requests });
  return known !== null && said(known) === said(now);
}

function noted({ submission: { submissionId }, version, decided }: Beside, at: string): Write {
  const entry = { at, by: 'machine' as const, action: 'judged-again', codes: [decided.reference] };
  return auditWrite(submissionId, entry, version);
}

function decidedBeside({ reference }: Decided, outcome: Judgement['outcome']) {
  const now =
    outcome === 'accepted' ? 'nothing is missing here by the rules' : 'only the sender can add what is missing';
  return { code: 'needs-human-decision' as const, text: `${reference} was decided: now ${now}.` };
}

function goneFrom({ reference }: Decided) {
  const text = `Papers of ${reference} counted here, and do not any more. Without them this cannot stay as it was decided.`;
  return { code: 'needs-human-decision' as const, text };
}
