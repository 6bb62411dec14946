import type { Decision } from '#shared/domain/decision.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Write } from '#shared/ports/record-store.ts';
import type { WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { decisionWrite, findDecision } from '#shared/records/decision-records.ts';
import { findVersionedReview, reviewMove } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { type Decided, secondsAfter } from './decide.ts';
import type { DeskPolicy } from './four-eyes.ts';
import { type DeskPorts, type Refusal, refused } from './held-case.ts';
import { startRun } from './start-run.ts';

export type SecondPorts = DeskPorts & { runner: WorkflowRunner; policy: DeskPolicy };
type Given = { submissionId: SubmissionId; number: number; who: StaffId };

/** What a second person says of a decision that needs one: never who made it. */
export function makeSecond(ports: SecondPorts) {
  return {
    /** It is carried out, a minute from now. */
    confirm: (given: Given) => say(ports, { ...given, agrees: true, reason: null }),
    /** The case is open again, with the reason beside it. */
    refuse: (given: Given & { reason: string }) => say(ports, { ...given, agrees: false, reason: given.reason.trim() }),
  };
}

const reasonMax = 1000;

type Said = Given & { agrees: boolean; reason: string | null };

async function say(ports: SecondPorts, said: Said): Promise<Decided | Refusal> {
  const { records, clock, policy } = ports;
  const { submissionId, number, who, agrees, reason } = said;
  const [found, submission] = await Promise.all([
    findDecision(records, submissionId, number),
    findSubmission(records, submissionId),
  ]);
  if (!found || !submission) return { answer: 'no-such-case' };
  const { decision, version } = found;
  if (decision.state !== 'proposed') return refused('This does not wait for a second person any more.');
  if (decision.by === who) return refused('Somebody else has to look at what you decided.');
  if (!agrees && !reason) return refused('Say why you do not agree.');
  if ((reason?.length ?? 0) > reasonMax) return refused(`Write the reason in no more than ${reasonMax} letters.`);
  if (submission.submission.runId !== decision.runId) return refused('The mail has changed since this was decided.');
  const now = clock.now();
  const next: Decision = {
    ...decision,
    second: { by: who, at: now, agrees, reason },
    takesEffectAt: agrees ? secondsAfter(now, policy.undoSeconds) : null,
    state: agrees ? 'waiting' : 'refused',
  };
  const action = agrees ? 'confirmed' : 'not-confirmed';
  const written = await records.write([
    decisionWrite(next, version),
    ...(await reviewAfter(ports, next, now)),
    auditWrite(submissionId, { at: now, by: 'person', action, codes: [decision.action], who }, number),
  ]);
  if (written === 'conflict') return refused('Somebody else was faster. Look at the page again.');
  return { answer: 'done', decision: next, started: await startRun(ports.runner, next) };
}

/** What is done with one private paper leaves the case where it was. */
async function reviewAfter({ records }: DeskPorts, { submissionId, state }: Decision, now: string): Promise<Write[]> {
  const review = await findVersionedReview(records, submissionId);
  if (review?.task.state !== 'waiting-for-second') return [];
  return [reviewMove(review, state === 'waiting' ? 'settling' : 'open', now)];
}
