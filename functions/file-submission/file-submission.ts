import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';
import type { RunInput } from '#shared/workflow/steps.ts';
import { closeDecision } from './close-decision.ts';

type Ports = { records: RecordStore; clock: Clock };

/** The machine is through with a submission: it leaves the list of what is in flight. */
export function makeFileSubmission({ records, clock }: Ports) {
  return async ({ submissionId, runId }: RunInput) => {
    const found = await findSubmission(records, submissionId);
    if (!found) throw new GiveUp('there is no such submission');
    if (found.submission.filedAt === null) {
      const at = clock.now();
      const written = await records.write([
        submissionWrite({ ...found.submission, filedAt: at }, { version: found.version }),
        auditWrite(submissionId, { at, by: 'machine', action: 'filed', codes: [] }),
      ]);
      if (written === 'conflict') throw new TryAgain('somebody else changed the submission');
    }
    await closeDecision({ records, clock }, { submissionId, runId });
    return { submissionId, runId };
  };
}
