import { agreedUntil, type Decision } from '#shared/domain/decision.ts';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { applicationWrites } from '#shared/records/application-records.ts';
import { type AuditEntry, auditWrite } from '#shared/records/audit-records.ts';
import { keepBook } from '#shared/records/book-records.ts';
import { caseFileWrites } from '#shared/records/case-file-records.ts';
import { decisionOfRun, listDecisions } from '#shared/records/decision-records.ts';
import { findJudgement, judgementWrites } from '#shared/records/judgement-records.ts';
import { queueLineWrites } from '#shared/records/queue-line-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { findSubmission, submissionWrite, type VersionedSubmission } from '#shared/records/submission-records.ts';
import { touchMailWrite } from '#shared/records/touched-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { ApplyRulesOutput, RunInput } from '#shared/workflow/steps.ts';
import { judgeBeside } from './judge-beside.ts';
import { judgeByDecision } from './judge-by-decision.ts';
import { type MailJudgement, openingReasonsOf } from './judge-mail.ts';
import { judgeSubmission } from './judge-submission.ts';
import { keepTopicChoices } from './keep-topic-choices.ts';
import { proposeChanges } from './propose-changes.ts';
import { reopenAnswered } from './reopen-answered.ts';

export type ApplyRulesPorts = { records: RecordStore; clock: Clock; programme: Programme };

/** Case files in one transaction beside the judgement, the submission, the audit row and the end of its chain. */
const caseFilesAtOnce = 17;

/**
 * Judges one opened mail and writes what it found: judgement, ledger of each person's year, the submission's outcome and
 * the audit row, all or nothing. A mail already decided, or set aside for a person, is not decided again by the machine: only
 * the run of a person's decision judges it anew, by what that person ruled.
 */
export function makeApplyRules(ports: ApplyRulesPorts) {
  return async (input: RunInput): Promise<ApplyRulesOutput> => {
    const output = await judge(ports, input);
    await reopenAnswered(ports, input.submissionId);
    return output;
  };
}

async function judge(
  { records, clock, programme }: ApplyRulesPorts,
  { submissionId, runId }: RunInput,
): Promise<ApplyRulesOutput> {
  const found = await findSubmission(records, submissionId);
  const decided = await decisionOfRun(records, { submissionId, runId });
  if (found && decided?.decision.state === 'in-effect') {
    const judgement = await judgeOnce({ records, clock, programme }, found, decided.decision);
    await keepTopicChoices(records, programme.id, decided.decision, judgement);
    await judgeBeside({ records, clock, programme }, submissionId);
    return { submissionId, runId, settled: isSettled(judgement.outcome) };
  }
  if (!found?.submission.mail) throw new GiveUp('the mail has not been opened');
  const { submission, version } = found;
  if (submission.state === 'decided' || submission.state === 'set-aside')
    return { submissionId, runId, settled: isSettled(submission.outcome) };
  await keepBook(records, programme.id, programme.book);
  const judged = await judgeSubmission(records, submission, programme);
  const review = await findReview(records, submissionId);
  // what two of security released was on no reviewer's desk before
  const isReleased = submission.quarantineOrder?.action === 'release' && review?.state === 'closed';
  const result = review && !isReleased ? await onTheDesk(records, submission, programme, judged.judgement) : judged;
  const at = clock.now();
  await save(records, { submission, version }, result, { at, by: 'machine' });
  await proposeChanges(records, submission, result.judgement, at);
  return { submissionId, runId, settled: isSettled(result.judgement.outcome) };
}

/** By the run of a decision: a second try of it finds what the first one wrote, and judges nothing twice. */
async function judgeOnce(
  { records, clock, programme }: ApplyRulesPorts,
  found: VersionedSubmission,
  decision: Decision,
): Promise<Judgement> {
  const { submissionId, judgedBy } = found.submission;
  const earlier = judgedBy === decision.runId ? await findJudgement(records, submissionId) : null;
  if (earlier !== null) return earlier;
  await keepBook(records, programme.id, programme.book);
  const result = await judgeByDecision(records, found.submission, programme, decision);
  const judged = { ...found, submission: { ...found.submission, judgedBy: decision.runId } };
  await save(records, judged, result, { at: clock.now(), by: 'person', who: decision.by });
  return result.judgement;
}

/** Read again for somebody who has the case on their desk: what they said of it moves nothing before they have decided. */
async function onTheDesk(
  records: RecordStore,
  submission: Submission,
  programme: Programme,
  judgement: Judgement,
): Promise<MailJudgement> {
  const decisions = await listDecisions(records, submission.submissionId);
  const correctedUntil = agreedUntil(decisions.map(({ decision }) => decision));
  const agreed = await judgeSubmission(records, submission, programme, { correctedUntil });
  return { ...agreed, judgement: leftToPerson(judgement) };
}

/** What comes of it is theirs to say. */
function leftToPerson(judgement: Judgement): Judgement {
  if (!isSettled(judgement.outcome)) return judgement;
  const reason = { code: 'needs-human-decision' as const, text: 'A person of the office is looking at this mail.' };
  return { ...judgement, outcome: 'needs-review', reasons: [...judgement.reasons, reason] };
}

const isSettled = (outcome: Judgement['outcome'] | null) => outcome === 'accepted' || outcome === 'needs-sender';

async function save(
  records: RecordStore,
  { submission, version }: { submission: Submission; version: number },
  { judgement, caseFiles, applications }: MailJudgement,
  { at, ...judge }: Pick<AuditEntry, 'at' | 'by' | 'who'>,
): Promise<void> {
  const { submissionId } = submission;
  const { outcome, reasons } = judgement;
  const { before: parts, last } = judgementWrites(submissionId, judgement, at);
  const writes = [
    ...parts,
    ...caseFiles.flatMap(({ caseFile, version: before }) => caseFileWrites(caseFile, before)),
    ...applications.flatMap(({ application, version: before }) => applicationWrites(application, before, submissionId)),
  ];
  // a batch of more people than fit one transaction: what only counts with the rest first; a second try makes it anew
  while (writes.length > caseFilesAtOnce) {
    if ((await records.write(writes.splice(0, caseFilesAtOnce))) === 'conflict')
      throw new TryAgain('a case file was changed meanwhile');
  }
  const openingReasons = openingReasonsOf(submission);
  const people = [...new Set(caseFiles.map(({ caseFile }) => caseFile.specialistId))];
  const decided = { ...submission, state: 'decided' as const, outcome, reasons, decidedAt: at, openingReasons };
  const codes = [outcome, ...reasons.map((reason) => reason.code)];
  const written = await records.write([
    ...writes,
    ...last,
    submissionWrite(decided, { version }),
    ...(await queueLineWrites(records, decided, judgement)),
    touchMailWrite(submissionId, { people, at }),
    auditWrite(submissionId, { at, ...judge, action: 'judged', codes }, version),
  ]);
  if (written === 'conflict') throw new TryAgain('the submission or a case file was changed meanwhile');
}
