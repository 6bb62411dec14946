import { makeStartDecisions } from '#functions/start-decisions/start-decisions.ts';
import { listOpenSubmissions } from '#shared/records/submission-records.ts';
import type { LocalParts } from './compose.ts';

/** Whatever was in flight when the machine went down goes on where it was. */
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
}
