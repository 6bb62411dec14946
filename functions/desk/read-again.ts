import { z } from 'zod';
import { type Decision, isOpen, isPaperAction } from '#shared/domain/decision.ts';
import type { RunId } from '#shared/domain/ids.ts';
import { fileIdSchema, nextRunIdOf } from '#shared/domain/ids.ts';
import { sortedPartSchema, whyNotSorted } from '#shared/domain/sorting.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { Write } from '#shared/ports/record-store.ts';
import type { WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { listDocumentsOfFile } from '#shared/records/document-records.ts';
import { leaseCheck } from '#shared/records/lease-records.ts';
import { queueLineWrites } from '#shared/records/queue-line-records.ts';
import { findSorting, sortingWrite } from '#shared/records/sorting-records.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { type DeskPorts, type Given, type HeldCase, type Refusal, refused, whileHeld } from './held-case.ts';
import { startedOrLeft } from './start-run.ts';

const typedSchema = z.array(z.object({ fileId: fileIdSchema, parts: z.array(sortedPartSchema).min(1) })).max(10);

/** `started` false: the machine could not be started now; the sweep starts it. */
export type ReadAgain = { answer: 'done'; runId: RunId; started: boolean };
type Asked = Given & { sortings: unknown };

/**
 * Takes files apart as a person says (an empty list: as before) and reads their papers again, by another run of the intake
 * machine. Corrections of papers that are no longer what they were are kept and listed, without effect. What a person has
 * decided about a mail is not read anew under it.
 */
export function makeReadAgain(ports: DeskPorts & { runner: WorkflowRunner }) {
  return async (asked: Asked): Promise<ReadAgain | Refusal> => {
    const { submissionId } = asked;
    const begun = await whileHeld(ports, asked, (held) => begin(ports, asked, held));
    if ('answer' in begun) return begun;
    const { runId } = begun;
    const started = await startedOrLeft(() => ports.runner.start('intake', runId, { submissionId, runId }));
    return { answer: 'done', runId, started };
  };
}

/** What stands against it, for the page as well; null when nothing does. */
export function whyNotReadAgain({ mail, items, itemOf }: Submission, decisions: readonly Decision[]): string | null {
  const isDecided = decisions.some((one) => isOpen(one) || (one.state === 'in-effect' && !isPaperAction(one.action)));
  if (isDecided) return 'A person has decided about this mail; its papers are not read anew under that.';
  if (items !== undefined || itemOf)
    return 'This mail was split by person, and its papers are not sorted anew under that. Say of each paper whose it is.';
  return mail === null ? 'This mail could not be opened, so there is nothing to read.' : null;
}

async function begin({ records }: DeskPorts, { submissionId, who, sortings }: Asked, held: HeldCase) {
  const { submission, version, now, lease } = held;
  const typed = typedSchema.safeParse(sortings);
  if (!typed.success) return refused('Say for each file which pages belong together.');
  const decisions = (await listDecisions(records, submissionId)).map(({ decision }) => decision);
  const whyNot = whyNotReadAgain(submission, decisions);
  if (whyNot !== null) return refused(whyNot);
  // its run was noted and could not be started: the same one is started again
  if (submission.state === 'opened') {
    return { writes: [leaseCheck(submissionId, lease)], done: { runId: submission.runId } };
  }
  const writes: Write[] = [];
  for (const { fileId, parts } of typed.data) {
    const why = whyNotSorted(parts, await listDocumentsOfFile(records, submissionId, fileId));
    if (why !== null) return refused(why);
    const number = ((await findSorting(records, submissionId, fileId))?.number ?? 0) + 1;
    writes.push(sortingWrite(submissionId, { fileId, number, parts, by: who, at: now }));
  }
  const runId = nextRunIdOf(submission.runId);
  const next = asOpened({ ...submission, runId });
  const codes = typed.data.map(({ fileId }) => fileId);
  writes.push(
    leaseCheck(submissionId, lease),
    submissionWrite(next, { version }),
    ...(await queueLineWrites(records, next)),
    auditWrite(submissionId, { at: now, by: 'person', action: 'read-again', codes, who }, runId),
  );
  return { writes, done: { runId } };
}

/** As it was before it was judged: the machine goes on from there. */
function asOpened({ openingReasons = [], ...submission }: Submission): Submission {
  return {
    ...submission,
    ...{ state: 'opened', outcome: null, reasons: openingReasons, decidedAt: null, filedAt: null },
  };
}
