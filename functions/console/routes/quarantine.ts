import { listFiles } from '#shared/records/file-records.ts';
import { listSubmissions } from '../cases/list-submissions.ts';
import { isQuarantined } from '../cases/original.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { quarantinePage } from '../pages/quarantine-page.ts';

export function quarantineRoutes({ records, clock }: ConsoleDeps): Pick<Handlers, 'quarantine'> {
  return {
    async quarantine(context) {
      const { submissions } = await listSubmissions(records, clock.now());
      const suspect = submissions.filter(
        ({ outcome, reasons }) => outcome === 'quarantined' || reasons.some(({ code }) => code === 'unsafe-file'),
      );
      const cases = await Promise.all(
        suspect.map(async (submission) => {
          const files = (await listFiles(records, submission.submissionId)).map(({ file }) => file);
          return { submission, files: files.filter((file) => isQuarantined(submission, file)) };
        }),
      );
      return context.html(quarantinePage(context.var.frame, cases));
    },
  };
}
