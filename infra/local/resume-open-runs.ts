import { makeStartDecisions } from '#functions/start-decisions/start-decisions.ts';
import { listOpenSubmissions } from '#shared/records/submission-records.ts';
import type { LocalParts } from './compose.ts';
import { listGoingRuns } from './journal.ts';

/**
 * Whatever was in flight when the machine went down goes on where it was: mails that are not filed, decisions that are not carried out,
 * and runs that were cut off in the last thing they do, when their mail was filed already.
 */
export async function resumeOpenRuns({ records, runner }: Pick<LocalParts, 'records' | 'runner'>): Promise<void> {
  let after: string | undefined;
  do {
    const page = await listOpenSubmissions(records, after === undefined ? {} : { after });
    for (const { submission } of page.submissions) {
      const { submissionId, runId } = submission;
      await runner.start('intake', runId, { submissionId, runId });
    }
    after = page.after;
  } while (after !== undefined);
  await makeStartDecisions({ records, runner })();
  for (const { machine, runId, input } of await listGoingRuns(records)) await runner.start(machine, runId, input);
}
