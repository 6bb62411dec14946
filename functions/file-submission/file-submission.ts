import type { BlindPolicy } from '#shared/domain/blind-sample.ts';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { queueLineWrites } from '#shared/records/queue-line-records.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';
import type { RunInput } from '#shared/workflow/steps.ts';
import { closeDecision } from './close-decision.ts';
import { keepFigures } from './keep-figures.ts';
import { openBlindTask } from './open-blind-task.ts';
import { type CostFigures, tellOfCost } from './tell-of-cost.ts';

type Ports = {
  records: RecordStore;
  clock: Clock;
  blindSample: BlindPolicy;
  /** only where reading is paid for */
  costFigures?: CostFigures;
};

/** The machine is through with a submission: it leaves the list of what is in flight. Every part may be done again. */
export function makeFileSubmission({ records, clock, blindSample, costFigures }: Ports) {
  return async ({ submissionId, runId }: RunInput) => {
    const found = await findSubmission(records, submissionId);
    if (!found) throw new GiveUp('there is no such submission');
    const isThroughNow = found.submission.filedAt === null;
    if (isThroughNow) {
      const at = clock.now();
      const filed = { ...found.submission, filedAt: at };
      const written = await records.write([
        submissionWrite(filed, { version: found.version }),
        ...(await queueLineWrites(records, filed)),
        auditWrite(submissionId, { at, by: 'machine', action: 'filed', codes: [] }, found.version),
      ]);
      if (written === 'conflict') throw new TryAgain('somebody else changed the submission');
    }
    await closeDecision({ records, clock }, { submissionId, runId });
    await openBlindTask(records, found.submission, { policy: blindSample, at: clock.now() });
    await keepFigures(records, found.submission);
    if (isThroughNow && costFigures) await tellOfCost(records, costFigures, submissionId);
    return { submissionId, runId };
  };
}
