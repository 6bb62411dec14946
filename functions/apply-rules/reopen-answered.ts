import { answeredIn } from '#shared/domain/answer.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { sameAddress } from '#shared/domain/mail-stop.ts';
import { doubtsAboutWho } from '#shared/domain/reason.ts';
import { isApart, replyCameText } from '#shared/domain/reply.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { applicationsOfMail } from '#shared/records/application-records.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { findCaseFile } from '#shared/records/case-file-records.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { findJudgement, judgementWrites } from '#shared/records/judgement-records.ts';
import { reopenWrites } from '#shared/records/reopened-case.ts';
import { findReply, replyWrite } from '#shared/records/reply-records.ts';
import { findVersionedReview } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { judgeSubmission } from './judge-submission.ts';
import { namedCases } from './named-cases.ts';
import { yearsIn } from './years-judged.ts';

type Ports = { records: RecordStore; clock: Clock; programme: Programme };

/**
 * A case that waits for its sender is a person's again once a mail came that belongs to it. It is judged anew with that mail,
 * so its page says what the rules make of it now; but whether the answer answers what was asked, only a person can say.
 */
export async function reopenAnswered(ports: Ports, replyId: SubmissionId): Promise<void> {
  const [found, judgement] = await Promise.all([
    findSubmission(ports.records, replyId),
    findJudgement(ports.records, replyId),
  ]);
  if (!found?.submission.mail || found.submission.mail.isAutomatic) return;
  if (found.submission.outcome === 'not-a-submission' || found.submission.outcome === 'quarantined') return;
  for (const { id, isByPerson } of await joinedBy(ports, found.submission, judgement))
    await reopen(ports, id, { reply: found.submission, isByPerson });
}

type Joined = { id: SubmissionId; isByPerson: boolean };

/** By what it answers or names; and, once we know whose mail it is, by the year or the application that it adds to. */
async function joinedBy(
  { records, programme }: Ports,
  { submissionId, mail, reasons }: Submission,
  judgement: Judgement | null,
): Promise<Joined[]> {
  const isDoubtful = reasons.some(({ code }) => doubtsAboutWho.has(code));
  const years = isDoubtful || judgement === null ? [] : yearsIn(judgement);
  const [named, ledgers, applications] = await Promise.all([
    mail === null ? [] : namedCases(records, programme.referencePrefix, mail),
    Promise.all(years.map(({ specialistId, year }) => findCaseFile(records, specialistId, year))),
    isDoubtful ? [] : applicationsOfMail(records, submissionId),
  ]);
  const own = [
    ...ledgers.flatMap((ledger) => ledger?.caseFile.submissions ?? []),
    ...applications.flatMap(({ submissions }) => submissions),
  ];
  const all = new Set([...answeredIn(mail?.references ?? []), ...named, ...own]);
  return [...all].filter((id) => id !== submissionId).map((id) => ({ id, isByPerson: own.includes(id) }));
}

/** Whoever writes a reference or a Message-ID that they saw somewhere brings a person to look, and nothing more. */
const isOwnReply = (asked: Submission, reply: Submission, isByPerson: boolean): boolean =>
  isByPerson || (reply.mail?.authentication === 'pass' && sameAddress(asked.mail?.from ?? '', reply.mail.from ?? ' '));

type Coming = { reply: Submission; isByPerson: boolean };

async function reopen(
  { records, clock, programme }: Ports,
  id: SubmissionId,
  { reply, isByPerson }: Coming,
): Promise<void> {
  const [found, review, decisions, known] = await Promise.all([
    findSubmission(records, id),
    findVersionedReview(records, id),
    listDecisions(records, id),
    findReply(records, id, reply.submissionId),
  ]);
  // somebody of the office said that it does not belong here
  if (known && isApart(known.reply)) return;
  const { state, since = '' } = review?.task ?? {};
  if (!found || state !== 'waiting-for-sender' || reply.envelope.receivedAt < since) return;
  const at = clock.now();
  const { judgement: judged } = await judgeSubmission(records, found.submission, programme);
  const isByRule = judged.findings.every(({ override, verdict }) => !override || override.verdictByRule === verdict);
  const isWhole = judged.outcome === 'accepted' && isByRule;
  const { submissionId, reference } = reply;
  const isOwn = isOwnReply(found.submission, reply, isByPerson);
  const joined = { submissionId, reference, at, isOwn, apart: null };
  const text = replyCameText(joined, isWhole);
  const reasons = [...judged.reasons, { code: 'needs-human-decision' as const, text }];
  const judgement: Judgement = { ...judged, outcome: 'needs-review', reasons };
  const asked = decisions.findLast(
    ({ decision }) => decision.state === 'in-effect' && decision.action === 'ask-sender',
  );
  const { before, last } = judgementWrites(id, judgement, at);
  const suggested = asked ? { suggestedTo: asked.decision.by } : {};
  const written = await records.write([
    ...before,
    ...last,
    ...(await reopenWrites(records, found, { reasons, at, judged: judgement, ...suggested })),
    replyWrite(id, joined, known?.version ?? null),
    auditWrite(id, { at, by: 'machine', action: 'reply-came', codes: [reply.reference] }, found.version),
  ]);
  if (written === 'conflict') throw new TryAgain('somebody changed a case that this mail answers');
}
