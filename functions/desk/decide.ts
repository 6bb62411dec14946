import { type Decision, decisionActionSchema, isOpen, isPaperAction } from '#shared/domain/decision.ts';
import { nextRunIdOf } from '#shared/domain/ids.ts';
import { givenBack } from '#shared/domain/lease.ts';
import type { WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { listCorrections } from '#shared/records/correction-records.ts';
import { decisionWrite, listDecisions } from '#shared/records/decision-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { leaseCheck, leaseWrite } from '#shared/records/lease-records.ts';
import { findVersionedReview, reviewMove } from '#shared/records/review-records.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { type DeskPolicy, whySecond } from './four-eyes.ts';
import { type DeskPorts, type Given, type HeldCase, type Refusal, refused, whileHeld } from './held-case.ts';
import { judgedOnce } from './judged-once.ts';
import { parseOrder, type TypedOrder, whyNot } from './order.ts';
import { judgementSha256, type ShownJudgement } from './shown-judgement.ts';
import { startRun } from './start-run.ts';
import type { WhatIf } from './try-out.ts';
import { whatIsLost } from './what-is-lost.ts';

export type DecidePorts = DeskPorts & { runner: WorkflowRunner; whatIf: WhatIf; policy: DeskPolicy };

/** `shown` null or left out: there was no page of the mail, or it is not decided by what the rules say of it. */
export type Deciding = Given & TypedOrder & { shown?: ShownJudgement | null };

/** `started` false: the machine could not be started now. The decision is kept, and the sweep starts it. */
export type Decided = { answer: 'done'; decision: Decision; started: boolean };

/**
 * Writes down what a person decided about a mail; its row is the truth. What follows from it is the machine's, and begins
 * when it can no longer be taken back, or after a second person has agreed.
 */
export function makeDecide(ports: DecidePorts) {
  return async (given: Deciding): Promise<Decided | Refusal> => {
    const written = await whileHeld(ports, { ...given, isForSplit: given.action === 'not-ours' }, (held) =>
      decided(ports, given, held),
    );
    if ('answer' in written) {
      await noteAttempt(ports, given, written);
      return written;
    }
    return { answer: 'done', decision: written, started: await startRun(ports.runner, written) };
  };
}

/** Somebody was faster, or has the case: what the other one wanted stands on the trail beside what was decided. */
async function noteAttempt({ records, clock }: DecidePorts, given: Deciding, { answer }: Refusal): Promise<void> {
  if (answer === 'refused' || answer === 'no-such-case') return;
  const { submissionId, who } = given;
  // their own button, pressed again because no answer came: nobody was too late
  const newest = (await listDecisions(records, submissionId)).at(-1)?.decision;
  if (newest?.by === who && newest.basedOn.version === given.version) return;
  const action = decisionActionSchema.safeParse(given.action).data ?? 'unknown';
  const entry = { at: clock.now(), by: 'person' as const, action: 'decision-refused', codes: [action, answer], who };
  await records.write([auditWrite(submissionId, entry, `${given.version}-${who}`)]);
}

async function decided(ports: DecidePorts, given: Deciding, held: HeldCase) {
  const { records, policy } = ports;
  const { submissionId, who } = given;
  const { submission, version, now } = held;
  const parsed = parseOrder(given);
  if ('why' in parsed) return refused(parsed.why);
  const { order } = parsed;
  const [decisions, corrections, stored, review] = await Promise.all([
    listDecisions(records, submissionId),
    listCorrections(records, submissionId),
    listFiles(records, submissionId),
    findVersionedReview(records, submissionId),
  ]);
  const whatIf = judgedOnce(ports.whatIf, corrections.length);
  const judgement = await whatIf({ submissionId, who, rulings: order.rulings });
  const files = stored.map(({ file }) => file);
  const isBusy = decisions.some(({ decision }) => isOpen(decision)) || submission.filedAt === null;
  const why = isBusy
    ? 'Something is being carried out about this mail already. Wait a moment, or take it back first.'
    : (whyNot(order, { judgement, files }) ?? (await whyOutdated(whatIf, given)));
  if (why !== null) return refused(why);
  const number = decisions.length + 1;
  const earlier = decisions.map(({ decision }) => decision);
  const lost = await whatIsLost({ records, whatIf }, order, { submissionId, who, earlier, files, judgement });
  const four = whySecond(order, { submissionId, files, lost, earlier }, policy);
  const { needsSecond } = four;
  const decision: Decision = {
    submissionId,
    number,
    runId: nextRunIdOf(submission.runId),
    by: who,
    at: now,
    takesEffectAt: needsSecond === null ? secondsAfter(now, policy.undoSeconds) : null,
    ...order,
    basedOn: { version, corrections: corrections.length, judgementSha256: judgementSha256(judgement) },
    ...four,
    second: null,
    state: needsSecond === null ? 'waiting' : 'proposed',
    settledAt: null,
  };
  const isAboutPaper = isPaperAction(order.action);
  const state = needsSecond === null ? ('settling' as const) : ('waiting-for-second' as const);
  const writes = [
    decisionWrite(decision, null),
    submissionWrite({ ...submission, runId: decision.runId }, { version }),
    ...(review && !isAboutPaper ? [reviewMove(review, state, now)] : []),
    isAboutPaper
      ? leaseCheck(submissionId, held.lease)
      : leaseWrite(submissionId, givenBack(held.lease.lease, now), held.lease),
    auditWrite(
      submissionId,
      { at: now, by: 'person', action: 'decided', codes: [order.action, decision.state], who },
      number,
    ),
  ];
  return { writes, done: decision };
}

/** Another mail, the roster, the register or a rule may say otherwise of this mail than its page did, whatever was typed into that. */
async function whyOutdated(whatIf: WhatIf, { submissionId, who, shown = null }: Deciding) {
  if (shown === null) return null;
  const judgement = await whatIf({ submissionId, who, correctedUntil: shown.corrections });
  if (judgementSha256(judgement) === shown.judgementSha256) return null;
  return 'What the rules make of this mail has changed since the page was shown. Look at it again, then decide.';
}

export function secondsAfter(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
