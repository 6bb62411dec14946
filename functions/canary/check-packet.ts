import type { Answer } from '#shared/domain/answer.ts';
import { type Expectation, expectedOf, type PacketPage, type Sight } from '#shared/domain/canary-packet.ts';
import { type CanaryRun, type Difference, isLate } from '#shared/domain/canary-run.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { sameAddress } from '#shared/domain/mail-stop.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findAnswer } from '#shared/records/answer-records.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { findJudgement } from '#shared/records/judgement-records.ts';
import { ownSpace } from '#shared/records/own-space.ts';
import { findSubmission } from '#shared/records/submission-records.ts';

/** `answersComeBack`: the address that the packet is sent from lies behind our own inbox. */
export type Expects = Sight & { answersComeBack: boolean };

type Seen = {
  submission: Submission;
  judgement: Judgement | null;
  documents: readonly DocumentRecord[];
  answer: Answer | null;
};

/** What must be asked of a packet anew, since it may only not have happened yet. */
const mayStillCome: ReadonlySet<Difference> = new Set([
  'not-arrived',
  'not-filed',
  'no-answer',
  'answer-not-sent',
  'answer-not-back',
]);

export const isOnItsWay = (run: CanaryRun, found: readonly Difference[], now: string): boolean =>
  !isLate(run, now) && found.some((one) => mayStillCome.has(one));

/** All in which a packet differs from what has to become of it, in the order in which it happens; none: it is through. */
export async function checkPacket(
  records: RecordStore,
  run: CanaryRun,
  page: PacketPage,
  expects: Expects,
): Promise<Difference[]> {
  const space = ownSpace(records, run.submissionId);
  const { submissionId } = run;
  const submission = (await findSubmission(space, submissionId))?.submission ?? null;
  if (submission === null) return ['not-arrived'];
  const [judgement, documents, answer] = await Promise.all([
    findJudgement(space, submissionId),
    listDocuments(space, submissionId),
    findAnswer(space, submissionId),
  ]);
  const seen = { submission, judgement, documents, answer: answer?.answer ?? null };
  return [
    ...onTheWay(run, seen),
    ...ofPapers(page, seen, expects),
    ...ofDecision(expectedOf(page, expects), seen),
    ...ofAnswer(run, page, seen, expects),
  ];
}

function onTheWay(run: CanaryRun, { submission: { filedAt } }: Seen): Difference[] {
  if (filedAt === null) return ['not-filed'];
  return isLate(run, filedAt) ? ['late'] : [];
}

function ofPapers(
  { papers }: PacketPage,
  { submission: { mail }, documents }: Seen,
  { sendersProved, picturesRead }: Expects,
): Difference[] {
  const unread = documents.some(({ reading }) => reading === 'unread');
  return [
    ...when(sendersProved && mail?.authentication !== 'pass', 'sender-not-proved'),
    ...when(picturesRead && unread, 'picture-not-read'),
    ...when(documents.length !== papers, 'papers'),
  ];
}

function ofDecision({ outcome, credits }: Expectation, { submission, judgement }: Seen): Difference[] {
  const lines = (judgement?.credits ?? [])
    .map(({ title, hours, bucket, status }) => ({ title, hours, bucket, status }))
    .sort((one, other) => (one.title < other.title ? -1 : 1));
  return [
    ...when(submission.outcome !== outcome, 'outcome'),
    ...when(JSON.stringify(lines) !== JSON.stringify(credits), 'what-counts'),
  ];
}

function ofAnswer(run: CanaryRun, page: PacketPage, { answer }: Seen, expects: Expects): Difference[] {
  if (answer === null) return ['no-answer'];
  const { letter } = expectedOf(page, expects);
  const back = expects.answersComeBack ? run.answerBackAt : answer.sentAt;
  return [
    ...when(!sameAddress(answer.to, run.from), 'answer-to-another'),
    ...when(answer.wordedBy?.letter !== letter, 'answer-says-otherwise'),
    ...when(answer.state !== 'sent', 'answer-not-sent'),
    ...when(answer.state === 'sent' && back === null, 'answer-not-back'),
    ...when(back !== null && isLate(run, back), 'late'),
  ];
}

const when = (isSo: boolean, difference: Difference): Difference[] => (isSo ? [difference] : []);
